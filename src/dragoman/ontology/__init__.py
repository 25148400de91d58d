"""The vocabulary: types, frames, predicates, goods and contexts, kept as data beside this file."""

from dragoman.ontology.load import load_ontology
from dragoman.ontology.records import Entry, Frame, Ontology, Setting, TypeDef

__all__ = ["Entry", "Frame", "Ontology", "Setting", "TypeDef", "load_ontology"]
