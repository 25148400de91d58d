"""The trained decision: what one actor does to another in a sentence, as a probability for each type."""

NOTHING = "NONE"
