"""One item's words: its clauses, whom it addresses, when it is due."""
