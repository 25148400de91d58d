-- Documents as they were ingested, the decisions that people took about them, and their full text.
-- `record` is the document as ingested, less its text, and never changes. The other columns of a document are what
-- holds now: derived from `record`, the decisions and the reading, kept for searching and sorting.
CREATE TABLE document (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE,
    uri TEXT NOT NULL,
    title TEXT,
    published TEXT,
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    record TEXT NOT NULL,
    added TEXT NOT NULL
);
CREATE INDEX document_uri ON document (uri);
CREATE INDEX document_published ON document (published);

-- Appended, never changed: who set which field of which document to what, and when. The field "removed" ends the
-- decisions before it, so that a document that is added again starts afresh.
CREATE TABLE decision (
    row INTEGER PRIMARY KEY,
    document TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT,
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL
);
CREATE INDEX decision_document ON decision (document);

CREATE VIRTUAL TABLE document_text USING fts5 (
    title, text, content = 'document', content_rowid = 'row', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER document_added AFTER INSERT ON document BEGIN
    INSERT INTO document_text (rowid, title, text) VALUES (new.row, new.title, new.text);
END;
CREATE TRIGGER document_removed AFTER DELETE ON document BEGIN
    INSERT INTO document_text (document_text, rowid, title, text) VALUES ('delete', old.row, old.title, old.text);
END;
CREATE TRIGGER document_retitled AFTER UPDATE OF title ON document BEGIN
    INSERT INTO document_text (document_text, rowid, title, text) VALUES ('delete', old.row, old.title, old.text);
    INSERT INTO document_text (rowid, title, text) VALUES (new.row, new.title, new.text);
END;
