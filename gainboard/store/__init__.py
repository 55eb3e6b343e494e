"""The register on disk: SQLite, its journal and its repositories."""
