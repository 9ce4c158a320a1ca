"""A published table of wages, brought as a file: found, mapped, read row by row, looked at, stored."""
