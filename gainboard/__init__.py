"""GAIN Board: a force's register of inspection recommendations, and its board's meetings.

A map of the house, for a first visit. Arrows point from who imports to what is imported;
tests/test_architecture.py holds them.

    app        composition root: builds the services and opens the window or the command line
    cli        the commands, thin: words in, services called, words out
    gui        windows, pages, dialogs, meeting mode; the only package that imports Qt
      forms    compiled from ui/*.ui when the program is built; nobody edits them
    services   one verb of the user = one function = one operation = one step of undo
    store      SQLite: opening, migrating, the journal, tables, undo, the check, backups
    intake     what comes in: documents, read in a child process into plain values
    exports    what goes out: frozen reports, written as Excel
    domain     plain Python: records, states, deadlines, clocks, rules; knows no file and no Qt
    logs       the log: message ids, numbers and places in the program, and nobody's words
    places     where the data folder and the shipped resources are
    errors     the sentences a user can act on; any other exception is a bug

    gui, cli -> services -> store -> domain
                services -> intake, exports -> domain
    app -> everything; nothing -> app
"""

__version__ = "0.1.0"
