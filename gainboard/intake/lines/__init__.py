"""A text's lines: their spacing, their list marks, page heads and feet, footnotes."""
