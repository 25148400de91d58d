-- Between which days a document without a date appeared, as reading found it, with the words that show it.
ALTER TABLE reading ADD COLUMN dating TEXT;
