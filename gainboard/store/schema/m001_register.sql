CREATE TABLE setting (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE CHECK (key <> ''),
    value TEXT NOT NULL
) STRICT;

CREATE TABLE choice (
    id INTEGER PRIMARY KEY,
    list TEXT NOT NULL CHECK (list <> ''),
    value TEXT NOT NULL CHECK (value <> ''),
    position INTEGER NOT NULL,
    UNIQUE (list, value)
) STRICT;

CREATE TABLE body (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (name <> ''),
    is_own INTEGER NOT NULL DEFAULT 0 CHECK (is_own IN (0, 1)),
    is_partner INTEGER NOT NULL DEFAULT 0 CHECK (is_partner IN (0, 1))
) STRICT;

CREATE TABLE body_alias (
    id INTEGER PRIMARY KEY,
    body_id INTEGER NOT NULL REFERENCES body (id),
    name TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (name <> '')
) STRICT;

CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (name <> ''),
    post TEXT NOT NULL DEFAULT '',
    body_id INTEGER REFERENCES body (id)
) STRICT;

CREATE TABLE delivery_group (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (name <> ''),
    chair_id INTEGER REFERENCES person (id)
) STRICT;

CREATE TABLE group_member (
    id INTEGER PRIMARY KEY,
    delivery_group_id INTEGER NOT NULL REFERENCES delivery_group (id),
    body_id INTEGER NOT NULL REFERENCES body (id),
    UNIQUE (delivery_group_id, body_id)
) STRICT;

CREATE TABLE attachment (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    name TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size >= 0)
) STRICT;

CREATE TABLE report (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (code <> ''),
    title TEXT NOT NULL CHECK (title <> ''),
    source_kind TEXT NOT NULL,
    published TEXT CHECK (published IS date(published)),
    received TEXT CHECK (received IS date(received)),
    force_specific INTEGER CHECK (force_specific IN (0, 1)),
    national INTEGER CHECK (national IN (0, 1)),
    follow_up INTEGER CHECK (follow_up IN (0, 1)),
    thematic INTEGER CHECK (thematic IN (0, 1)),
    partner INTEGER CHECK (partner IN (0, 1)),
    force_quoted INTEGER CHECK (force_quoted IN (0, 1)),
    link TEXT NOT NULL DEFAULT '',
    summary TEXT NOT NULL DEFAULT '',
    key_findings TEXT NOT NULL DEFAULT '',
    plenary_on TEXT CHECK (plenary_on IS date(plenary_on)),
    plenary_facilitator TEXT NOT NULL DEFAULT '',
    plenary_note TEXT NOT NULL DEFAULT '',
    attachment_id INTEGER REFERENCES attachment (id)
) STRICT;

CREATE TABLE report_document (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES report (id),
    name TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE report_body (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES report (id),
    body_id INTEGER NOT NULL REFERENCES body (id),
    UNIQUE (report_id, body_id)
) STRICT;

CREATE TABLE response (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL UNIQUE REFERENCES report (id),
    comments_due TEXT CHECK (comments_due IS date(comments_due)),
    comments_on TEXT CHECK (comments_on IS date(comments_on)),
    force_response TEXT NOT NULL DEFAULT '',
    commissioner_comment TEXT NOT NULL DEFAULT '',
    published_on TEXT CHECK (published_on IS date(published_on)),
    copied_on TEXT CHECK (copied_on IS date(copied_on))
) STRICT;

CREATE TABLE finding (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES report (id),
    kind TEXT NOT NULL,
    number TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL,
    closed_on TEXT CHECK (closed_on IS date(closed_on))
) STRICT;

CREATE TABLE recommendation (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES report (id),
    finding_id INTEGER REFERENCES finding (id),
    position INTEGER NOT NULL,
    number TEXT NOT NULL DEFAULT '',
    ref TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (ref <> ''),
    kind TEXT NOT NULL,
    rating TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL CHECK (text <> ''),
    span_start INTEGER,
    span_end INTEGER,
    applicability TEXT NOT NULL CHECK (
        applicability IN ('undecided', 'for_force', 'joint', 'watch', 'not_applicable')
    ),
    applicability_reason TEXT NOT NULL DEFAULT '',
    joint_with_id INTEGER REFERENCES body (id),
    chief_officer_id INTEGER REFERENCES person (id),
    delivery_lead_id INTEGER REFERENCES person (id),
    delivery_group_id INTEGER REFERENCES delivery_group (id),
    paf_area TEXT NOT NULL DEFAULT '',
    force_status TEXT NOT NULL CHECK (
        force_status IN (
            'awaiting_allocation', 'in_progress', 'pending_sign_off', 'closed', 'watch',
            'not_for_us', 'not_accepted', 'superseded'
        )
    ),
    status_reason TEXT NOT NULL DEFAULT '',
    superseded_by_id INTEGER REFERENCES recommendation (id),
    inspectorate_status TEXT NOT NULL DEFAULT '',
    rag TEXT CHECK (rag IN ('blue', 'green', 'amber', 'red', 'grey')),
    forecast_rag TEXT CHECK (forecast_rag IN ('blue', 'green', 'amber', 'red', 'grey')),
    agreed_date TEXT CHECK (agreed_date IS date(agreed_date)),
    recheck_on TEXT CHECK (recheck_on IS date(recheck_on)),
    completed_on TEXT CHECK (completed_on IS date(completed_on))
) STRICT;

CREATE INDEX recommendation_of_report ON recommendation (report_id, position);

CREATE TABLE clause (
    id INTEGER PRIMARY KEY,
    recommendation_id INTEGER NOT NULL REFERENCES recommendation (id),
    position INTEGER NOT NULL,
    label TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL,
    waived_on TEXT CHECK (waived_on IS date(waived_on)),
    waiver_reason TEXT NOT NULL DEFAULT '',
    CHECK (waived_on IS NULL OR waiver_reason <> '')
) STRICT;

CREATE INDEX clause_of_recommendation ON clause (recommendation_id);

CREATE TABLE deadline (
    id INTEGER PRIMARY KEY,
    recommendation_id INTEGER NOT NULL REFERENCES recommendation (id),
    position INTEGER NOT NULL,
    words TEXT NOT NULL DEFAULT '',
    basis TEXT NOT NULL,
    rule TEXT NOT NULL DEFAULT '',
    due TEXT CHECK (due IS date(due)),
    assumed INTEGER NOT NULL DEFAULT 0 CHECK (assumed IN (0, 1)),
    depends_on_id INTEGER REFERENCES recommendation (id),
    period_count INTEGER,
    period_unit TEXT,
    on_clauses INTEGER NOT NULL DEFAULT 0 CHECK (on_clauses IN (0, 1))
) STRICT;

CREATE INDEX deadline_of_recommendation ON deadline (recommendation_id);
CREATE INDEX deadline_depends_on ON deadline (depends_on_id);

CREATE TABLE addressee (
    id INTEGER PRIMARY KEY,
    recommendation_id INTEGER NOT NULL REFERENCES recommendation (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    body_id INTEGER REFERENCES body (id)
) STRICT;

CREATE INDEX addressee_of_recommendation ON addressee (recommendation_id);

CREATE TABLE theme (
    id INTEGER PRIMARY KEY,
    recommendation_id INTEGER NOT NULL REFERENCES recommendation (id),
    name TEXT NOT NULL COLLATE NOCASE,
    UNIQUE (recommendation_id, name)
) STRICT;

CREATE TABLE status_entry (
    id INTEGER PRIMARY KEY,
    recommendation_id INTEGER NOT NULL REFERENCES recommendation (id),
    status TEXT NOT NULL,
    set_on TEXT NOT NULL CHECK (set_on IS date(set_on)),
    note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX status_entry_of_recommendation ON status_entry (recommendation_id);

CREATE TABLE meeting (
    id INTEGER PRIMARY KEY,
    ref TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (ref <> ''),
    held_on TEXT NOT NULL CHECK (held_on IS date(held_on)),
    chair TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (
        state IN ('planned', 'in_session', 'minutes_draft', 'minutes_approved')
    ),
    opened_at TEXT NOT NULL DEFAULT '',
    finished_at TEXT NOT NULL DEFAULT '',
    next_on TEXT CHECK (next_on IS date(next_on)),
    quorum INTEGER CHECK (quorum > 0)
) STRICT;

CREATE TABLE attendance (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    presence TEXT NOT NULL CHECK (presence IN ('present', 'apologies', 'deputy')),
    deputy_for TEXT NOT NULL DEFAULT '',
    UNIQUE (meeting_id, person_id)
) STRICT;

CREATE TABLE agenda_item (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    section INTEGER NOT NULL CHECK (section BETWEEN 1 AND 12),
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    recommendation_id INTEGER REFERENCES recommendation (id),
    report_id INTEGER REFERENCES report (id),
    why TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (
        state IN ('waiting', 'current', 'considered', 'deferred', 'parked', 'dropped')
    ),
    confidential INTEGER NOT NULL DEFAULT 0 CHECK (confidential IN (0, 1)),
    before_board TEXT NOT NULL DEFAULT '',
    discussion TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX agenda_item_of_meeting ON agenda_item (meeting_id, section, position);
CREATE INDEX agenda_item_of_recommendation ON agenda_item (recommendation_id);

CREATE TABLE action (
    id INTEGER PRIMARY KEY,
    ref TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (ref <> ''),
    recommendation_id INTEGER NOT NULL REFERENCES recommendation (id),
    text TEXT NOT NULL CHECK (text <> ''),
    owner_id INTEGER REFERENCES person (id),
    due TEXT CHECK (due IS date(due)),
    original_due TEXT CHECK (original_due IS date(original_due)),
    status TEXT NOT NULL CHECK (status IN ('open', 'complete')),
    paf_plan TEXT NOT NULL DEFAULT '',
    meeting_id INTEGER REFERENCES meeting (id),
    completed_on TEXT CHECK (completed_on IS date(completed_on))
) STRICT;

CREATE INDEX action_of_recommendation ON action (recommendation_id);

CREATE TABLE decision (
    id INTEGER PRIMARY KEY,
    ref TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (ref <> ''),
    meeting_id INTEGER REFERENCES meeting (id),
    agenda_item_id INTEGER REFERENCES agenda_item (id),
    recommendation_id INTEGER REFERENCES recommendation (id),
    action_id INTEGER REFERENCES action (id),
    kind TEXT NOT NULL CHECK (kind <> ''),
    sentence TEXT NOT NULL CHECK (sentence <> ''),
    mover_id INTEGER REFERENCES person (id),
    made_at TEXT NOT NULL
) STRICT;

CREATE INDEX decision_of_meeting ON decision (meeting_id);
CREATE INDEX decision_of_recommendation ON decision (recommendation_id);

CREATE TABLE progress_update (
    id INTEGER PRIMARY KEY,
    recommendation_id INTEGER NOT NULL REFERENCES recommendation (id),
    made_on TEXT NOT NULL CHECK (made_on IS date(made_on)),
    text TEXT NOT NULL CHECK (text <> ''),
    by_id INTEGER REFERENCES person (id),
    entered_by TEXT NOT NULL DEFAULT '',
    rag TEXT CHECK (rag IN ('blue', 'green', 'amber', 'red', 'grey')),
    forecast_on TEXT CHECK (forecast_on IS date(forecast_on)),
    state TEXT NOT NULL CHECK (state IN ('pending', 'accepted', 'rejected'))
) STRICT;

CREATE INDEX update_of_recommendation ON progress_update (recommendation_id, made_on);

CREATE TABLE evidence (
    id INTEGER PRIMARY KEY,
    recommendation_id INTEGER NOT NULL REFERENCES recommendation (id),
    position INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    dated TEXT CHECK (dated IS date(dated)),
    added_on TEXT NOT NULL CHECK (added_on IS date(added_on)),
    attachment_id INTEGER REFERENCES attachment (id),
    held_at TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX evidence_of_recommendation ON evidence (recommendation_id);

CREATE TABLE evidence_clause (
    id INTEGER PRIMARY KEY,
    evidence_id INTEGER NOT NULL REFERENCES evidence (id),
    clause_id INTEGER NOT NULL REFERENCES clause (id),
    verdict TEXT CHECK (verdict IN ('sufficient', 'partly', 'insufficient')),
    judged_by_id INTEGER REFERENCES person (id),
    judged_on TEXT CHECK (judged_on IS date(judged_on)),
    reason TEXT NOT NULL DEFAULT '',
    UNIQUE (evidence_id, clause_id)
) STRICT;

CREATE INDEX evidence_clause_of_clause ON evidence_clause (clause_id);

CREATE TABLE extension (
    id INTEGER PRIMARY KEY,
    recommendation_id INTEGER NOT NULL REFERENCES recommendation (id),
    requested_to TEXT NOT NULL CHECK (requested_to IS date(requested_to)),
    reason TEXT NOT NULL DEFAULT '',
    requested_by_id INTEGER REFERENCES person (id),
    requested_on TEXT NOT NULL CHECK (requested_on IS date(requested_on)),
    former_date TEXT CHECK (former_date IS date(former_date)),
    verdict TEXT NOT NULL CHECK (verdict IN ('requested', 'granted', 'refused')),
    decided_on TEXT CHECK (decided_on IS date(decided_on)),
    decision_id INTEGER REFERENCES decision (id)
) STRICT;

CREATE INDEX extension_of_recommendation ON extension (recommendation_id);

CREATE TABLE addendum (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    corrects TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    made_on TEXT NOT NULL CHECK (made_on IS date(made_on))
) STRICT;

CREATE TABLE approved_minutes (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL UNIQUE REFERENCES meeting (id),
    body TEXT NOT NULL,
    approved_on TEXT NOT NULL CHECK (approved_on IS date(approved_on))
) STRICT;

CREATE TABLE response_line (
    id INTEGER PRIMARY KEY,
    response_id INTEGER NOT NULL REFERENCES response (id),
    recommendation_id INTEGER NOT NULL REFERENCES recommendation (id),
    action TEXT NOT NULL DEFAULT '',
    reason_for_none TEXT NOT NULL DEFAULT '',
    UNIQUE (response_id, recommendation_id)
) STRICT;

CREATE TABLE dispatch (
    id INTEGER PRIMARY KEY,
    ref TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (ref <> ''),
    body_id INTEGER REFERENCES body (id),
    person_id INTEGER REFERENCES person (id),
    sent_on TEXT NOT NULL CHECK (sent_on IS date(sent_on)),
    workbook_name TEXT NOT NULL DEFAULT '',
    marking TEXT NOT NULL DEFAULT '',
    received_on TEXT CHECK (received_on IS date(received_on))
) STRICT;

CREATE TABLE dispatch_row (
    id INTEGER PRIMARY KEY,
    dispatch_id INTEGER NOT NULL REFERENCES dispatch (id),
    recommendation_id INTEGER NOT NULL REFERENCES recommendation (id),
    as_sent TEXT NOT NULL,
    as_returned TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE draft (
    id INTEGER PRIMARY KEY,
    place TEXT NOT NULL UNIQUE CHECK (place <> ''),
    words TEXT NOT NULL,
    saved_at TEXT NOT NULL
) STRICT;

CREATE TABLE journal_entry (
    seq INTEGER PRIMARY KEY CHECK (seq > 0),
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    meeting TEXT NOT NULL,
    label TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('founding', 'do', 'undo', 'redo')),
    target INTEGER REFERENCES journal_entry (seq),
    commitment TEXT NOT NULL CHECK (length(commitment) = 64),
    previous TEXT NOT NULL CHECK (length(previous) = 64),
    hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
    CHECK ((kind IN ('undo', 'redo')) = (target IS NOT NULL))
) STRICT;

CREATE INDEX journal_entry_target ON journal_entry (target) WHERE target IS NOT NULL;

CREATE TABLE journal_payload (
    seq INTEGER PRIMARY KEY REFERENCES journal_entry (seq),
    salt TEXT NOT NULL,
    changes TEXT NOT NULL
) STRICT;

CREATE TRIGGER journal_entry_stays BEFORE UPDATE ON journal_entry
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER journal_entry_kept BEFORE DELETE ON journal_entry
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER journal_entry_once BEFORE INSERT ON journal_entry
WHEN EXISTS (SELECT 1 FROM journal_entry WHERE seq = NEW.seq)
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER journal_payload_stays BEFORE UPDATE ON journal_payload
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER journal_payload_kept BEFORE DELETE ON journal_payload
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER journal_payload_once BEFORE INSERT ON journal_payload
WHEN EXISTS (SELECT 1 FROM journal_payload WHERE seq = NEW.seq)
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER meeting_approved_stays BEFORE UPDATE ON meeting
WHEN OLD.state = 'minutes_approved'
BEGIN
    SELECT RAISE(ABORT, 'approved minutes never change');
END;

CREATE TRIGGER meeting_approved_kept BEFORE DELETE ON meeting
WHEN OLD.state = 'minutes_approved'
BEGIN
    SELECT RAISE(ABORT, 'approved minutes never change');
END;

CREATE TRIGGER meeting_approved_once BEFORE INSERT ON meeting
WHEN EXISTS (SELECT 1 FROM meeting WHERE id = NEW.id AND state = 'minutes_approved')
BEGIN
    SELECT RAISE(ABORT, 'approved minutes never change');
END;

CREATE TRIGGER attendance_approved_insert BEFORE INSERT ON attendance
WHEN EXISTS (
    SELECT 1 FROM meeting WHERE id IN (NEW.meeting_id) AND state = 'minutes_approved'
)
BEGIN
    SELECT RAISE(ABORT, 'approved minutes never change');
END;

CREATE TRIGGER attendance_approved_update BEFORE UPDATE ON attendance
WHEN EXISTS (
    SELECT 1 FROM meeting WHERE id IN (OLD.meeting_id, NEW.meeting_id) AND state = 'minutes_approved'
)
BEGIN
    SELECT RAISE(ABORT, 'approved minutes never change');
END;

CREATE TRIGGER attendance_approved_delete BEFORE DELETE ON attendance
WHEN EXISTS (
    SELECT 1 FROM meeting WHERE id IN (OLD.meeting_id) AND state = 'minutes_approved'
)
BEGIN
    SELECT RAISE(ABORT, 'approved minutes never change');
END;

CREATE TRIGGER attendance_approved_once BEFORE INSERT ON attendance
WHEN EXISTS (
    SELECT 1 FROM attendance JOIN meeting ON meeting.id = attendance.meeting_id
    WHERE attendance.id = NEW.id AND meeting.state = 'minutes_approved'
)
BEGIN
    SELECT RAISE(ABORT, 'approved minutes never change');
END;

CREATE TRIGGER agenda_item_approved_insert BEFORE INSERT ON agenda_item
WHEN EXISTS (
    SELECT 1 FROM meeting WHERE id IN (NEW.meeting_id) AND state = 'minutes_approved'
)
BEGIN
    SELECT RAISE(ABORT, 'approved minutes never change');
END;

CREATE TRIGGER agenda_item_approved_update BEFORE UPDATE ON agenda_item
WHEN EXISTS (
    SELECT 1 FROM meeting WHERE id IN (OLD.meeting_id, NEW.meeting_id) AND state = 'minutes_approved'
)
BEGIN
    SELECT RAISE(ABORT, 'approved minutes never change');
END;

CREATE TRIGGER agenda_item_approved_delete BEFORE DELETE ON agenda_item
WHEN EXISTS (
    SELECT 1 FROM meeting WHERE id IN (OLD.meeting_id) AND state = 'minutes_approved'
)
BEGIN
    SELECT RAISE(ABORT, 'approved minutes never change');
END;

CREATE TRIGGER agenda_item_approved_once BEFORE INSERT ON agenda_item
WHEN EXISTS (
    SELECT 1 FROM agenda_item JOIN meeting ON meeting.id = agenda_item.meeting_id
    WHERE agenda_item.id = NEW.id AND meeting.state = 'minutes_approved'
)
BEGIN
    SELECT RAISE(ABORT, 'approved minutes never change');
END;

CREATE TRIGGER decision_approved_insert BEFORE INSERT ON decision
WHEN EXISTS (
    SELECT 1 FROM meeting WHERE id IN (NEW.meeting_id) AND state = 'minutes_approved'
)
BEGIN
    SELECT RAISE(ABORT, 'approved minutes never change');
END;

CREATE TRIGGER decision_approved_update BEFORE UPDATE ON decision
WHEN EXISTS (
    SELECT 1 FROM meeting WHERE id IN (OLD.meeting_id, NEW.meeting_id) AND state = 'minutes_approved'
)
BEGIN
    SELECT RAISE(ABORT, 'approved minutes never change');
END;

CREATE TRIGGER decision_approved_delete BEFORE DELETE ON decision
WHEN EXISTS (
    SELECT 1 FROM meeting WHERE id IN (OLD.meeting_id) AND state = 'minutes_approved'
)
BEGIN
    SELECT RAISE(ABORT, 'approved minutes never change');
END;

CREATE TRIGGER decision_approved_once BEFORE INSERT ON decision
WHEN EXISTS (
    SELECT 1 FROM decision JOIN meeting ON meeting.id = decision.meeting_id
    WHERE decision.id = NEW.id AND meeting.state = 'minutes_approved'
)
BEGIN
    SELECT RAISE(ABORT, 'approved minutes never change');
END;

CREATE TRIGGER approved_minutes_update BEFORE UPDATE ON approved_minutes
BEGIN
    SELECT RAISE(ABORT, 'approved minutes never change');
END;

CREATE TRIGGER approved_minutes_delete BEFORE DELETE ON approved_minutes
BEGIN
    SELECT RAISE(ABORT, 'approved minutes never change');
END;

CREATE TRIGGER approved_minutes_insert BEFORE INSERT ON approved_minutes
WHEN EXISTS (SELECT 1 FROM approved_minutes WHERE id = NEW.id OR meeting_id = NEW.meeting_id)
BEGIN
    SELECT RAISE(ABORT, 'approved minutes never change');
END;
