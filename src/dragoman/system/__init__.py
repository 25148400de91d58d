"""Events -> the system that the documents describe: ties, exchanges, obligations, clusters."""
