CREATE TABLE retention_class (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (name <> ''),
    keep_years INTEGER NOT NULL CHECK (keep_years BETWEEN 1 AND 100)
) STRICT;

CREATE TABLE retention (
    id INTEGER PRIMARY KEY,
    report_id INTEGER UNIQUE REFERENCES report (id),
    meeting_id INTEGER UNIQUE REFERENCES meeting (id),
    retention_class_id INTEGER REFERENCES retention_class (id),
    review_on TEXT CHECK (review_on IS date(review_on)),
    hold INTEGER NOT NULL DEFAULT 0 CHECK (hold IN (0, 1)),
    hold_reason TEXT NOT NULL DEFAULT '',
    CHECK ((report_id IS NULL) <> (meeting_id IS NULL)),
    CHECK (hold = 0 OR hold_reason <> '')
) STRICT;

CREATE TABLE erasure (
    id INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL UNIQUE CHECK (entry > 0),
    disposal INTEGER NOT NULL CHECK (disposal > entry)
) STRICT;

CREATE TABLE left_to_erase (
    id INTEGER PRIMARY KEY,
    what TEXT NOT NULL UNIQUE CHECK (what <> '')
) STRICT;

-- What a decision and every operation in a meeting look up, however old the register is.
CREATE INDEX decision_of_line ON decision (agenda_item_id);
CREATE INDEX meeting_in_state ON meeting (state);
CREATE INDEX document_of_report ON report_document (report_id);
