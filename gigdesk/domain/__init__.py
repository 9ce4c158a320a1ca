"""The law and what follows from it. Standard library only: no files, no network, no clock."""
