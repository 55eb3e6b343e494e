"""Records, states, deadlines and the Board's rules, in plain Python."""
