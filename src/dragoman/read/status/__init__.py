"""Is it so: the status of an event, composed over the syntax."""
