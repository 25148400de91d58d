"""Clauses: what a text says that someone must, may or must not do, and under which condition."""
