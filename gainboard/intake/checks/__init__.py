"""What has to hold of a file before anything reads it."""
