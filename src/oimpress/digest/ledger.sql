-- The ledger of the digests. Moments are UTC, "2026-11-22T08:00:00Z", so that they sort as text.

CREATE TABLE sightings (            -- each wording of a release that a list has met
    list TEXT NOT NULL,
    release TEXT NOT NULL,
    hash TEXT NOT NULL,             -- SHA-256 of the canonical XML without its source
    stamp TEXT NOT NULL,            -- what tells an edited source from a better reading of the same one
    first_seen TEXT NOT NULL,
    published TEXT NOT NULL,        -- ISO 8601, empty when undated
    title TEXT NOT NULL,
    verdict TEXT NOT NULL,          -- what the last plan decided, see selection.py
    until TEXT NOT NULL DEFAULT '', -- when its embargo ends, empty without one that can be read
    PRIMARY KEY (list, release, hash)
);

CREATE TABLE issues (
    id INTEGER PRIMARY KEY,
    list TEXT NOT NULL,
    volume INTEGER NOT NULL,
    number INTEGER NOT NULL,
    day TEXT NOT NULL,              -- of the cut-off, in the list's time zone
    cut_off TEXT NOT NULL,
    planned TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('planned', 'stored', 'handed-over', 'empty')),
    sha256 TEXT NOT NULL DEFAULT '',
    UNIQUE (list, volume, number)
);

CREATE TABLE members (              -- a wording of a release is in one issue of a list at most
    list TEXT NOT NULL,
    release TEXT NOT NULL,
    hash TEXT NOT NULL,
    stamp TEXT NOT NULL,
    origin TEXT NOT NULL,           -- where its source lay, empty when not known
    issue INTEGER NOT NULL REFERENCES issues ON DELETE CASCADE,
    place INTEGER NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('new', 'late', 'corrected')),
    xml BLOB NOT NULL,
    correction TEXT NOT NULL DEFAULT '', -- what a corrected one says was corrected
    PRIMARY KEY (list, release, hash)
);
CREATE INDEX members_of_issue ON members (issue, place);

CREATE TABLE deliveries (
    issue INTEGER NOT NULL REFERENCES issues ON DELETE CASCADE,
    recipient TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'trying', 'deferred', 'done', 'refused', 'lost')),
    attempts INTEGER NOT NULL DEFAULT 0,
    unsure INTEGER NOT NULL DEFAULT 0, -- attempts whose end is not known
    next_try TEXT NOT NULL DEFAULT '',
    last_try TEXT NOT NULL DEFAULT '',
    answer TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (issue, recipient)
);
