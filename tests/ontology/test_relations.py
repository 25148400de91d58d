"""The vocabulary of relations."""

from __future__ import annotations

from dragoman.model import RelationKind
from dragoman.ontology.load import HERE, read_yaml
from dragoman.ontology.relations import load_relation_words
from dragoman.read.relations.parties import SIDES


def test_kinds_are_known() -> None:
    """Each word tells of a kind of relation, or of one that the reader settles into one."""
    words = load_relation_words()
    kinds = {w.kind for table in (words.verbs, words.nouns) for found in table.values() for w in found}
    assert kinds <= set(SIDES)
    assert kinds - {"use", "support"} <= {kind.value for kind in RelationKind}


def test_no_word_is_listed_twice() -> None:
    """A list names each of its words once, and as text (YAML takes "on" and "no" for truth values)."""
    lists = read_yaml(HERE / "relations.yaml")["lists"]
    assert [name for name, words in lists.items() if len(set(words)) < len(words)] == []
    assert [word for words in lists.values() for word in words if not isinstance(word, str)] == []


def test_words_are_lower_case() -> None:
    """Lemmas are looked up in lower case, so that is how they are written."""
    words = load_relation_words()
    every = [*words.verbs, *words.nouns, *(w for listed in words.lists.values() for w in listed)]
    assert [w for w in every if w != w.lower()] == []
