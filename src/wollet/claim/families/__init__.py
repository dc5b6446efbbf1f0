"""The families of checkable statements, one file each."""
