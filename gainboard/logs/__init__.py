"""The log, which holds message ids, numbers and places in the program, and nobody's words."""
