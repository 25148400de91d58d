"""The words that attribute, as `ontology/cues.yaml` lists them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dragoman.model import Force


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Each word's constructions with their force (of a carrier: None where it has none)."""

    verbs: Mapping[str, Mapping[str, Force]]
    nouns: Mapping[str, Mapping[str, Force]]
    adjectives: Mapping[str, Mapping[str, Force]]
    carriers: Mapping[str, Force | None]
    adverbs: Mapping[str, Force]
    light_verbs: frozenset[str]
    never: frozenset[str]
    publishers: frozenset[str]  # verbs that attribute only with one of `texts` as object
    texts: frozenset[str]
    chance_verbs: frozenset[str]  # verbs that deny only with one of `chances` as object
    chances: frozenset[str]
    remarks: frozenset[str]  # nouns with which the writer sums up what was just said
    speaking_texts: frozenset[str]  # what is quoted as if it spoke ("the report said")
    speaking_verbs: frozenset[str]  # whoever does these speaks
    silent_nouns: frozenset[str]  # of intentions, which nobody says
    silent_verbs: frozenset[str]
    presuming_verbs: frozenset[str]  # of praise and blame
    heading_speakers: frozenset[str]  # nouns of those whom headings quote beside a colon
    inverting_verbs: frozenset[str]  # before their speaker ("wrote Luma")
    hosts: frozenset[str]  # what someone puts his words on ("the website of")
    speaking_pronouns: frozenset[str]
    turn_labels: frozenset[str]  # before a colon these begin a turn of talk
    own_clause: frozenset[str]  # nouns with a that-clause of their own


@cache
def load_cues() -> Cues:
    """Return the vocabulary of attribution."""
    path = files("dragoman.ontology").joinpath("cues.yaml")
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    nouns = _constructions(data["nouns"])
    own_clause = frozenset(word for word, takes in nouns.items() if "clause" in takes)
    return Cues(
        verbs=_constructions(data["verbs"]),
        nouns=nouns,
        publishers=frozenset(data["publishers"]["verbs"].split()),
        texts=frozenset(data["publishers"]["texts"].split()),
        chance_verbs=frozenset(data["chances"]["verbs"].split()),
        chances=frozenset(data["chances"]["nouns"].split()),
        speaking_texts=frozenset(data["speaking_texts"].split()),
        speaking_verbs=frozenset(data["speaking_verbs"].split()),
        heading_speakers=frozenset(data["heading_speakers"].split()),
        presuming_verbs=frozenset(data["presuming_verbs"].split()),
        silent_verbs=frozenset(data["silent_verbs"].split()),
        silent_nouns=frozenset(data["silent_nouns"].split()),
        inverting_verbs=frozenset(data["inverting_verbs"].split()),
        hosts=frozenset(data["hosts"].split()),
        speaking_pronouns=frozenset(data["speaking_pronouns"].split()),
        turn_labels=frozenset(data["turn_labels"].split()),
        remarks=frozenset(data["remarks"].split()),
        own_clause=own_clause | frozenset(data["own_clause"].split()),
        adjectives=_constructions(data["adjectives"]),
        carriers={w: _force(g) for g in data["carriers"] for w in g["words"].split()},
        adverbs={w: Force(g["force"]) for g in data["adverbs"] for w in g["words"].split()},
        light_verbs=frozenset(data["light_verbs"].split()),
        never=frozenset(data["never"]["words"].split()),
    )


def _force(group: Mapping[str, Any]) -> Force | None:
    return Force(group["force"]) if "force" in group else None


def _constructions(groups: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, Force]]:
    """Return word -> construction -> force; where groups overlap, a later group's force that is not `says` wins."""
    found: dict[str, dict[str, Force]] = {}
    for group in groups:
        force = Force(group["force"])
        for word in group["words"].split():
            takes = found.setdefault(word, {})
            for construction in group["takes"]:
                if construction not in takes or force is not Force.SAYS:
                    takes[construction] = force
    return found
