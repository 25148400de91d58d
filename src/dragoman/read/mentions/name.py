"""A name in the text: the tokens that it holds, what sort of name it is, and what the world knows it for."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model import Form, FormUse

# What the name finder's labels are called here; its other labels name nobody.
LABELS = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "location",
    "LOC": "location",
    "FAC": "location",
    "NORP": "nationality",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """Tokens `start` to `end` are a name; `forms` are what the world knows it for, if it does."""

    start: int
    end: int
    head: int
    label: str
    forms: tuple[Form, ...] = ()

    @property
    def is_adjective(self) -> bool:
        """Say whether the name is a nationality word that modifies ("Russian" forces)."""
        return bool(self.forms) and self.forms[0].use is FormUse.ADJECTIVE
