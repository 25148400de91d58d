-- Appended, never changed: what people ruled about which statements tell of one event. `sides` is a JSON list of sides,
-- each a list of anchors; an undo has none, and the number of the ruling that it takes back.
CREATE TABLE ruling (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('merge', 'split', 'pin', 'undo')),
    sides TEXT NOT NULL,
    undoes INTEGER REFERENCES ruling (number),
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL
);

-- Appended: how far someone trusts a publisher, A to F; the last row of a publisher counts.
CREATE TABLE reliability (
    row INTEGER PRIMARY KEY,
    publisher TEXT NOT NULL,
    grade TEXT NOT NULL CHECK (grade IN ('A', 'B', 'C', 'D', 'E', 'F')),
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL
);
