"""Who does what to whom: triggers, roles, themes, and the statements built from them."""
