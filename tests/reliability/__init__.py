"""What the program must never do, tried by hurting it: campaigns to run by name.

Each prints a table and ends with 1 where something was lost, hurt or unclear. Run them from the
top of the repository, `python -m tests.reliability.NAME`, each with `--help`.

    kill             kills at random moments of a script, through the window or without, and of
                     drafts: check clean, every acknowledged entry there (300 kills: 20 minutes)
    interrupted      kills of backups, restores and migrations: old or new, no bad backup
    power_cut        every disk that a cut can leave at every step of a recorded run; two unsafe
                     settings as controls, which have to lose (10,000 states: 15 minutes)
    failing          the Nth write, sync, open, rename or read fails, once and for good
    failing_backups  the same for backups, restores and migrations
    full_disk        real small disks, full and read-only; folders and files taken away
    truncation       a register cut at every page and at odd places
    flips            bits flipped anywhere: no change of content unseen, no crash
    forgeries        what somebody does with the sqlite3 shell, named by table, row and column
    states           fifty states of a file: the right id from `triage`, and no byte changed
    two_starts       several starts at once on one register
    documents        files from outside, hurt (3,000) and crafted to harm: no crash, no hang, one
                     sentence each, the register as it was (15 minutes)
    pages            what reading a 300-page PDF costs beside pdfium alone (no test)
    saving           what a save costs beside a bare commit, and on twenty years (no test)

The test_*.py beside them run a few of each in the suite. power_cut and failing need strace, the
small disks root's rights; where these are missing the tests skip and say so.

    commands, killing, recording, faulty        running it: plainly, killed, watched, failing
    disk, steps, small_disk                     the model of a disk, and real small ones
    material, file_states, forged, hurting      registers, and what is done to them
    report_files, pdf_files, ole_files          a sound report of each kind that comes in
    mutations, crafted_zips, crafted_files      what is done to them, and what is made to harm
    reading                                     how one of them was read, judged
    footprint, hurt, kept_backups, power_scenes what has to hold afterwards
"""
