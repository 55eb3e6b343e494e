"""What comes in: documents and trackers, read into plain values.

The way of a document through the rooms, each of which knows only those above it:

    checks       what a file is, and what has to hold of it before anything reads it
    signs        the words by which reports show what stands where
    lines        a text's lines: list marks, page heads and feet, footnotes
    readers      one for each kind of file; pdf has rooms enough for its own
    tables       tables that a text keeps only as lines
    layout       the pieces of a document: one paragraph, list entry or cell each
    front        what the document says of the report itself
    wording      one item's words: its clauses, whom it addresses, when it is due
    structure    what each piece is for, and which belong together
    finding      the walk that finds items, and the choice of those that are kept
    second_look  what only the whole document shows: runs of numbers, counts, registers

`documents` leads to the readers and `source` is what they give; `items` finds what a document asks
and `extract` makes a draft of it. `apart` has a child process do all this, and takes what comes
back; `trackers` reads workbooks that a force keeps today into plain sheets.
"""
