"""Who says it: attributions, with their cues and what they hold."""
