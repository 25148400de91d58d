"""Document -> statements: pure, one document at a time."""
