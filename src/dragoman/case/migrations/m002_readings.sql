-- What reading found. A statement is kept whole in `record`; the other columns are what filters ask for.
CREATE TABLE reading (
    document TEXT PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
    reader TEXT NOT NULL,
    origin TEXT,
    read_at TEXT NOT NULL
);
CREATE TABLE statement (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    type TEXT NOT NULL,
    mode TEXT,
    status TEXT NOT NULL,
    start TEXT,
    end TEXT,
    record TEXT NOT NULL
);
CREATE INDEX statement_document ON statement (document, at);
CREATE INDEX statement_type ON statement (type);

CREATE TABLE statement_actor (
    statement INTEGER NOT NULL REFERENCES statement (row) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('agent', 'target', 'voice')),
    code TEXT NOT NULL,
    actor TEXT NOT NULL,
    name TEXT NOT NULL
);
CREATE INDEX statement_actor_statement ON statement_actor (statement);
CREATE INDEX statement_actor_code ON statement_actor (code);
CREATE INDEX statement_actor_actor ON statement_actor (actor);

-- Actors that a document introduces and the world data does not know.
CREATE TABLE new_actor (
    document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (document, id)
) WITHOUT ROWID;

-- Appended: which version of the reader read which document, and how many statements it found.
CREATE TABLE run (
    row INTEGER PRIMARY KEY,
    document TEXT NOT NULL,
    reader TEXT NOT NULL,
    read_at TEXT NOT NULL,
    statements INTEGER NOT NULL
);
