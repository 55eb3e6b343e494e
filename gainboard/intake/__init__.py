"""What comes in: documents and trackers, read into plain values.

The way of a document through the rooms:

    apart      asks a child process to read, and takes what comes back
    checks     what a file is, and what has to hold of it before anything reads it
    readers    one for each kind of file; pdf has rooms enough for its own
    layout     lines, paragraphs, list marks, footnotes of a text whose file says nothing of them
    finding    where the items begin and end, and which are kept; tables for those in cells
    wording    one item's words: its clauses, whom it addresses, when it is due
    front      what the document says of the report itself
    trackers   workbooks that a force keeps today, to plain sheets

`documents` leads to the readers, `source` is what they give, `extract` makes a draft of it.
"""
