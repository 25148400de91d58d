-- Appended: the files of a user's own actors or vocabulary that reading goes by, as a JSON list of [path, digest].
-- The last row of a kind counts; an empty list says that reading goes without.
CREATE TABLE own_data (
    row INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('actors', 'vocabulary')),
    files TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL
);
