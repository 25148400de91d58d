-- What a document says that someone must, may or must not do, whole in `record`; part of its reading.
CREATE TABLE clause (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    record TEXT NOT NULL
);
CREATE INDEX clause_document ON clause (document);
