-- What weighing keeps between one time and the next, so that one more article costs what it touches and no more.
-- `shelved_by` is the version of weighing that the shelves stand for, empty where there are none: then all is weighed.
ALTER TABLE progress ADD COLUMN shelved_by TEXT NOT NULL DEFAULT '';

-- The documents that the events do not stand for: added, read anew, corrected, removed, or ruled about since.
CREATE TABLE unweighed (document TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TRIGGER reading_added AFTER INSERT ON reading BEGIN
    INSERT OR IGNORE INTO unweighed VALUES (new.document);
END;
CREATE TRIGGER document_corrected AFTER UPDATE ON document BEGIN
    INSERT OR IGNORE INTO unweighed VALUES (new.id);
END;
CREATE TRIGGER document_gone AFTER DELETE ON document BEGIN
    INSERT OR IGNORE INTO unweighed VALUES (old.id);
END;
-- A ruling may take back an earlier one: all that is ruled about is weighed again.
CREATE TRIGGER ruling_added AFTER INSERT ON ruling BEGIN
    INSERT OR IGNORE INTO unweighed SELECT anchor.value ->> 'document'
    FROM ruling, json_each(ruling.sides) side, json_each(side.value) anchor;
END;
CREATE TRIGGER ruling_gone BEFORE DELETE ON ruling BEGIN
    INSERT OR IGNORE INTO unweighed SELECT anchor.value ->> 'document'
    FROM ruling, json_each(ruling.sides) side, json_each(side.value) anchor;
END;

-- Records of weighing by their id; what is in them is no concern of the case.
CREATE TABLE shelf_paper (id TEXT PRIMARY KEY, record BLOB NOT NULL);
CREATE TABLE shelf_telling (id TEXT PRIMARY KEY, record BLOB NOT NULL);
CREATE TABLE shelf_knot (id TEXT PRIMARY KEY, record BLOB NOT NULL);

-- Rows under a key, in the order of two numbers (the first and last day, where it is about days).
CREATE TABLE shelf_shingles (key TEXT, first INTEGER, last INTEGER, id TEXT, PRIMARY KEY (key, first, last, id)) WITHOUT ROWID;
CREATE TABLE shelf_copies (key TEXT, first INTEGER, last INTEGER, id TEXT, PRIMARY KEY (key, first, last, id)) WITHOUT ROWID;
CREATE TABLE shelf_told (key TEXT, first INTEGER, last INTEGER, id TEXT, PRIMARY KEY (key, first, last, id)) WITHOUT ROWID;
CREATE TABLE shelf_spots (key TEXT, first INTEGER, last INTEGER, id TEXT, PRIMARY KEY (key, first, last, id)) WITHOUT ROWID;
CREATE TABLE shelf_tied (key TEXT, first INTEGER, last INTEGER, id TEXT, PRIMARY KEY (key, first, last, id)) WITHOUT ROWID;
CREATE TABLE shelf_places (key TEXT, first INTEGER, last INTEGER, id TEXT, PRIMARY KEY (key, first, last, id)) WITHOUT ROWID;
CREATE TABLE shelf_sights (key TEXT, first INTEGER, last INTEGER, id TEXT, PRIMARY KEY (key, first, last, id)) WITHOUT ROWID;
CREATE TABLE shelf_stages (key TEXT, first INTEGER, last INTEGER, id TEXT, PRIMARY KEY (key, first, last, id)) WITHOUT ROWID;
CREATE TABLE shelf_seekers (key TEXT, first INTEGER, last INTEGER, id TEXT, PRIMARY KEY (key, first, last, id)) WITHOUT ROWID;
CREATE TABLE shelf_parts (key TEXT, first INTEGER, last INTEGER, id TEXT, PRIMARY KEY (key, first, last, id)) WITHOUT ROWID;
CREATE TABLE shelf_subjects (key TEXT, first INTEGER, last INTEGER, id TEXT, PRIMARY KEY (key, first, last, id)) WITHOUT ROWID;
CREATE TABLE shelf_topics (key TEXT, first INTEGER, last INTEGER, id TEXT, PRIMARY KEY (key, first, last, id)) WITHOUT ROWID;
CREATE TABLE shelf_disputed (key TEXT, first INTEGER, last INTEGER, id TEXT, PRIMARY KEY (key, first, last, id)) WITHOUT ROWID;
