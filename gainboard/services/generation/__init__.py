"""Registers made by the program: built beside their place and named only when whole."""
