"""`python -m wollet` is the command line."""

from wollet.face.cli import main

main()
