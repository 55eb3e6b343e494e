"""A text's pieces: lines, paragraphs, list marks, footnotes, contents."""
