"""What each piece is for its document, and which pieces belong together."""
