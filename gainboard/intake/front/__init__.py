"""What a document says of the report itself, and of the one it answers."""
