"""The command line: one command a file, each imported when it is called, so that `--help` answers at once."""
