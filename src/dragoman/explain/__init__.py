"""Why a statement or an event is as it is: for each part the rule or the decision that made it, in words."""

from dragoman.explain.because import Because

__all__ = ["Because"]
