"""When: dates and time expressions, and which belong to which event."""
