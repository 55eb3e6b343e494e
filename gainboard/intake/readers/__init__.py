"""One module for each kind of file that a report comes in: its bytes to a Source."""
