"""What comes in: documents and returned workbooks, read into plain values."""
