from __future__ import annotations

import pytest

from dragoman import Span, relation_type
from dragoman.errors import BadValue

TEXT = "The guards arrested the editor."


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
        ("Norway praised Chile on Monday.", "Norway", "Chile", "SUPPORT"),
        ("Norway praised Chile on Monday.", "Chile", "Norway", None),
        ("The guards freed the editor.", "editor", "guards", None),
        ("Norway's envoy met Chile's envoy.", "Chile's envoy", "Norway's envoy", "CONSULT"),
    ],
)
def test_relation_between_two_given_actors(text: str, source: str, target: str, kind: str | None) -> None:
    """Between two given spans the type is that of what the first does to the second, intent and refusal included."""
    spans = [(text.index(name), text.index(name) + len(name)) for name in (source, target)]
    assert relation_type(text, source=spans[0], target=spans[1]) == kind


def test_spans_as_records() -> None:
    """A span may be given as the record that mentions carry."""
    assert relation_type(TEXT, source=Span(4, 10), target=Span(24, 30)) == "COERCE"


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ((4, 10), (24, 99), "the target (24 to 99) holds no words of the text"),
        ((-4, 10), (24, 30), "the source (-4 to 10) holds no words"),
        ((10, 4), (24, 30), "the source (10 to 4) holds no words"),
        ((10, 11), (24, 30), "the source (10 to 11) holds no words"),
        ((4, 10), Span(4, 10), "one span (4 to 10)"),
    ],
)
def test_spans_that_name_no_two_actors(source: tuple[int, int], target: tuple[int, int], message: str) -> None:
    """What holds no words of the text, or the same words twice, is refused."""
    with pytest.raises(BadValue) as raised:
        relation_type(TEXT, source=source, target=target)
    assert message in str(raised.value)
