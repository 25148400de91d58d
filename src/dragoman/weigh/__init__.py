"""Statements of many documents -> events with a standing, and disputes."""

from dragoman.weigh.weigh import Weighed, weigh

__all__ = ["Weighed", "weigh"]
