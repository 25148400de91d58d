from __future__ import annotations

import pytest

from dragoman import relation_type


@pytest.mark.parametrize(
    ("text", "source", "target", "kind"),
    [
        ("The guards arrested the editor.", "guards", "editor", "COERCE"),
        ("The guards will arrest the editor.", "guards", "editor", "THREATEN"),
        ("The guards freed the editor.", "guards", "editor", "RETREAT"),
        ("The guards did not free the editor.", "guards", "editor", "REJECT"),
        ("The mayor said the guards must free the editor.", "mayor", "guards", "REQUEST"),
        ("The mayor met the guards and thanked the editor.", "mayor", "editor", "SUPPORT"),
        ("The mayor met the guards and thanked the editor.", "mayor", "guards", "CONSULT"),
        ("The mayor's speech was about the river.", "mayor", "river", None),
    ],
)
def test_relation_between_two_given_actors(text: str, source: str, target: str, kind: str | None) -> None:
    """Between two given spans the type is that of what the first does to the second, intent and refusal included."""
    spans = [(text.index(name), text.index(name) + len(name)) for name in (source, target)]
    assert relation_type(text, source=spans[0], target=spans[1]) == kind
