"""What the lines of a PDF's pages mean: columns, furniture, paragraphs, lists and tables."""
