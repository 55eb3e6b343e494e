"""A document's pieces, one paragraph, list entry or cell each, and its contents pages."""
