-- What weighing made of all statements; written anew as a whole. `start` and `end` of an event whose time is unknown
-- are the first and last day of publication of its documents.
CREATE TABLE event (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    standing TEXT NOT NULL,
    start TEXT,
    end TEXT,
    record TEXT NOT NULL
);
CREATE TABLE event_statement (
    event TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    statement TEXT NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
    PRIMARY KEY (event, statement)
) WITHOUT ROWID;
CREATE INDEX event_statement_statement ON event_statement (statement);

CREATE TABLE event_actor (
    event TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('agent', 'target')),
    code TEXT NOT NULL,
    actor TEXT NOT NULL,
    name TEXT NOT NULL
);
CREATE INDEX event_actor_event ON event_actor (event);
CREATE INDEX event_actor_code ON event_actor (code);

CREATE TABLE dispute (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    record TEXT NOT NULL
);
CREATE TABLE dispute_event (
    dispute TEXT NOT NULL REFERENCES dispute (id) ON DELETE CASCADE,
    event TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    PRIMARY KEY (dispute, event)
) WITHOUT ROWID;

-- One row: `changes` counts what was added, corrected or removed; `weighed` is the count that the events stand for and
-- `weighed_by` the version that made them. Where they differ the case is to be weighed again.
CREATE TABLE progress (
    changes INTEGER NOT NULL,
    weighed INTEGER NOT NULL,
    weighed_by TEXT NOT NULL
);
INSERT INTO progress (changes, weighed, weighed_by) VALUES (0, 0, '');
