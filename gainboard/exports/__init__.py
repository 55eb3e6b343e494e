"""What goes out: frozen reports, written as Excel and Word."""
