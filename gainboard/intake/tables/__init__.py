"""Tables of items, whichever way their cells came in."""
