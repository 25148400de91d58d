-- Words are found in each of their forms: "submarine" finds "submarines". The triggers go on writing to the same name.
DROP TABLE document_text;
CREATE VIRTUAL TABLE document_text USING fts5 (
    title, text, content = 'document', content_rowid = 'row', tokenize = 'porter unicode61 remove_diacritics 2'
);
INSERT INTO document_text (document_text) VALUES ('rebuild');
