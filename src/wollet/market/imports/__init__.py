"""Files of figures into the store: read, mapped, checked, kept with source and basis."""
