"""Reading in a child process: what is asked, what comes back, what it may take."""
