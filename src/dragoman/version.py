"""The program's version, in the one place that the package and its metadata take it from."""

__version__ = "0.1.0"
