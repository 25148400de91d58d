"""What a case holds in the formats of others: one format a file, read through the case's reader alone."""
