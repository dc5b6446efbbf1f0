"""How fast market prose is read, beside other readers of numbers and dates, on the same made-up texts in one run."""
