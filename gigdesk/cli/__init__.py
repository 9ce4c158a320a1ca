"""The command line: one module a command group. The same services as the window, the same envelope everywhere."""
