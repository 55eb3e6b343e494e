"""What a user can do: one verb, one operation, one step of undo."""
