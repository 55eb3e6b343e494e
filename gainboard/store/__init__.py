"""SQLite through sqlite-utils: open, migrate, journal, tables, check."""
