"""The words by which texts tell of what binds, as clauses.yaml has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from dragoman.model import Instrument, Modality
from dragoman.ontology.load import read_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseWords:
    """The vocabulary of clauses; clauses.yaml says what each list is for."""

    instruments: Mapping[str, Instrument]
    weak: frozenset[str]
    binding: Mapping[str, Modality]
    promising: Mapping[str, Modality]
    by_themselves: frozenset[str]
    reporting: frozenset[str]
    auxiliaries: Mapping[str, Modality]
    party_nouns: frozenset[str]
    party_pronouns: frozenset[str]
    any: frozenset[str]
    each_other: tuple[str, ...]
    conditional: frozenset[str]
    lifting: frozenset[str]
    until: frozenset[str]
    event_phrases: tuple[str, ...]
    act_types: Mapping[str, str]
    buying: frozenset[str]
    threatening: frozenset[str]
    always_threatening: frozenset[str]
    answering: frozenset[str]
    hostile: frozenset[str]
    counting_as: frozenset[str]
    on_whom: frozenset[str]
    sanctioning: frozenset[str]
    giving_up: frozenset[str]
    mistagged: Mapping[str, Modality]
    for_everybody: frozenset[str]
    bare_parties: frozenset[str]
    circumstances: frozenset[str]
    no_acts: frozenset[str]
    no_sanctions: frozenset[str]


@lru_cache(maxsize=1)
def load_clause_words() -> ClauseWords:
    """Return the vocabulary of clauses."""
    data: Any = read_yaml(Path(__file__).parent / "clauses.yaml")
    mistagged = {form: Modality(modality) for form, modality in data["mistagged"].items()}
    return ClauseWords(
        instruments={word: Instrument(kind) for kind, words in data["instruments"].items() for word in words},
        weak=frozenset(data["weak instruments"]),
        binding=_by_word(data["binding"]) | mistagged,
        promising=_by_word(data["promising"]),
        by_themselves=frozenset(data["by themselves"]),
        reporting=frozenset(data["reporting"]),
        auxiliaries=_by_word(data["auxiliaries"]),
        party_nouns=frozenset(data["party nouns"]),
        party_pronouns=frozenset(data["party pronouns"]),
        any=frozenset(data["any"]),
        each_other=tuple(data["each other"]),
        conditional=frozenset(data["if"]),
        lifting=frozenset(data["unless"]),
        until=frozenset(data["until"]),
        event_phrases=tuple(data["event phrases"]),
        act_types={word: kind for kind, words in data["act types"].items() for word in words},
        buying=frozenset(data["buying"]),
        threatening=frozenset(data["threatening"]),
        always_threatening=frozenset(data["always threatening"]),
        answering=frozenset(data["answering"]),
        hostile=frozenset(data["hostile types"]),
        counting_as=frozenset(data["counting as"]),
        on_whom=frozenset(data["on whom"]),
        sanctioning=frozenset(data["sanctioning modes"]),
        giving_up=frozenset(data["giving up"]),
        mistagged=mistagged,
        for_everybody=frozenset(data["for everybody"]),
        bare_parties=frozenset(data["bare parties"]),
        circumstances=frozenset(data["circumstances"]),
        no_acts=frozenset(data["no acts"]),
        no_sanctions=frozenset(data["no sanctions"]),
    )


def _by_word(table: Mapping[str, list[str]]) -> dict[str, Modality]:
    return {str(word): Modality(modality) for modality, words in table.items() for word in words}
