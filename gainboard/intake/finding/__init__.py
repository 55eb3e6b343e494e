"""Where the items of a document begin and end, and which are kept."""
