"""Workbooks and tables that a force keeps today, read into plain sheets."""
