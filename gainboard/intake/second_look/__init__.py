"""What only the whole document shows: numbers that run through it, counts, codes, registers."""
