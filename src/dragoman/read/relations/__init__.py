"""Relations between the things that one sentence names."""
