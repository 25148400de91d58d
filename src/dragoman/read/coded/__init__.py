"""Rows of coded events -> statements, each with its row as evidence; no prose is read here."""

from dragoman.read.coded.reader import CodedReader

__all__ = ["CodedReader"]
