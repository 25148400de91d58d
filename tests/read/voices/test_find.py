"""Who says what, from the parse alone."""

from __future__ import annotations

import pytest
from spacy.language import Language

from dragoman.model import Attribution, Document, Force, Span
from dragoman.read.parse import load_parser, parse
from dragoman.read.voices.cues import load_cues
from dragoman.read.voices.find import cue_head, find_attributions, outermost, source_head
from dragoman.read.voices.quotes import find_quotes


@pytest.fixture(scope="module")
def nlp() -> Language:
    """Return the parser."""
    return load_parser()


def read(text: str, nlp: Language) -> list[tuple[str, str, str]]:
    """Return (source, head of the cue, content) of each attribution; pieces are joined by a bar."""
    doc = parse(Document(id="t", name="t", uri="t", text=text), nlp)
    return [(joined(a.source, text), cue_head(doc, a).text, joined(a.content, text)) for a in find_attributions(doc)]


def joined(pieces: tuple[Span, ...], text: str) -> str:
    """Return the pieces joined by a bar."""
    return " | ".join(piece.of(text) for piece in pieces)


def attributions(text: str, nlp: Language) -> tuple[Attribution, ...]:
    """Return the attributions of the text."""
    return find_attributions(parse(Document(id="t", name="t", uri="t", text=text), nlp))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kirby said that the ship sank.", ("Kirby", "said", "that the ship sank")),
        ("The ship sank, Kirby said.", ("Kirby", "said", "The ship sank")),
        ("The talks, he said, were frank.", ("he", "said", "The talks | were frank")),
        ("As Reuters has reported, the talks failed.", ("Reuters", "reported", "the talks failed")),
        ("According to Seoul, the ship sank.", ("Seoul", "According", "the ship sank")),
        ("The plane is believed to have been shot down.", ("", "believed", "The plane | to have been shot down")),
        ("The minister called the deal a disgrace.", ("The minister", "called", "the deal a disgrace")),
        ("Officials accused Iran of supplying drones.", ("Officials", "accused", "Iran of supplying drones")),
        ("The envoy declined to say whether they met.", ("The envoy", "declined", "whether they met")),
        ("Moscow's claim that the ship was empty is false.", ("Moscow's", "claim", "that the ship was empty")),
        ("The general has reportedly left the country.", ("", "reportedly", "The general has | left the country")),
    ],
)
def test_each_construction_gives_speaker_cue_and_content(
    text: str, expected: tuple[str, str, str], nlp: Language
) -> None:
    """Each way of attributing gives its speaker, its cue and exactly what is said."""
    assert read(text, nlp) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The soldiers crossed the river to take the town.",
        "The new law means that the ships need a licence.",
        'The "hermit kingdom" opened its border in March.',
        "The fact that the ship was empty surprised nobody.",
    ],
)
def test_acts_and_quoted_names_attribute_nothing(text: str, nlp: Language) -> None:
    """Acts, facts and quoted names are nobody's words."""
    assert read(text, nlp) == []


def test_second_verb_of_a_speaker_is_not_part_of_the_first_content(nlp: Language) -> None:
    """What the sentence goes on with belongs to the speaker and not to what was said first."""
    text = "She said the talks had failed, and urged both sides to return, adding that it was late."
    assert [(s, c) for s, c, _ in read(text, nlp)] == [("She", "said"), ("She", "urged"), ("She", "adding")]
    assert read(text, nlp)[0][2] == "the talks had failed"


def test_the_writers_summing_up_is_not_said(nlp: Language) -> None:
    """A noun in apposition with which the writer judges what was said stands outside of it."""
    text = "Kirby said that Russia had bought the shells, a claim that Moscow denies."
    assert read(text, nlp)[0] == ("Kirby", "said", "that Russia had bought the shells")


def test_quotation_goes_on_after_its_cue_and_in_the_next_paragraph(nlp: Language) -> None:
    """One cue holds the quotations on both sides of it and those that run over a paragraph's end."""
    text = '"They took the grain," said the farmer. "They took the cows too.\n\n"And they burned the barn."'
    (found,) = attributions(text, nlp)
    assert found.quoted
    assert [piece.of(text) for piece in found.content] == [
        '"They took the grain,"',
        '"They took the cows too',
        '"And they burned the barn."',
    ]


def test_nested_attributions_lie_inside_the_content_of_the_outer(nlp: Language) -> None:
    """A voice in a voice is found too, and `outermost` leaves only the document's own."""
    text = "Kirby said officials believe that the ships carried shells."
    doc = parse(Document(id="t", name="t", uri="t", text=text), nlp)
    outer, inner = find_attributions(doc)
    assert any(piece.contains(inner.cue[0]) for piece in outer.content)
    assert outermost(doc, (outer, inner)) == (outer,)


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("Kirby said it sank.", Force.SAYS),
        ("Moscow claims it sank.", Force.CLAIMS),
        ("Seoul alleges that it sank.", Force.ALLEGES),
        ("Moscow denied that it sank.", Force.DENIES),
        ("Experts warn that it may sink.", Force.WARNS),
        ("The captain admitted that it sank.", Force.ADMITS),
        ("The envoy hinted that it sank.", Force.HINTS),
        ("The envoy refused to say whether it sank.", Force.DECLINES),
        ("Experts believe it sank.", Force.BELIEVES),
    ],
)
def test_force_follows_the_cue(text: str, force: Force, nlp: Language) -> None:
    """The force of a voice is that of its cue."""
    assert [a.force for a in attributions(text, nlp)] == [force]


def test_source_head_is_the_noun_of_the_speaker(nlp: Language) -> None:
    """The head of a long name phrase is its noun; without a speaker there is none."""
    doc = parse(Document(id="t", name="t", uri="t", text="A senior official of the bank said it was sound."), nlp)
    head = source_head(doc, find_attributions(doc)[0])
    assert head is not None and head.text == "official"
    doc = parse(Document(id="t", name="t", uri="t", text="It is alleged that the bank failed."), nlp)
    assert source_head(doc, find_attributions(doc)[0]) is None


def test_typographic_marks_quote_like_plain_ones(nlp: Language) -> None:
    """Curly marks open and close quotations as straight ones do."""
    for text in ('"We won," he said.', "“We won,” he said."):
        doc = parse(Document(id="t", name="t", uri="t", text=text), nlp)
        assert [(q.start, q.end) for q in find_quotes(doc)] == [(0, 5)]


def test_every_cue_word_has_a_force_and_constructions() -> None:
    """The vocabulary gives each word at least one construction, each with a force."""
    cues = load_cues()
    for words in (cues.verbs, cues.nouns, cues.adjectives):
        assert words
        for word, takes in words.items():
            assert word == word.lower() and takes
            assert all(isinstance(force, Force) for force in takes.values())


def test_empty_and_furniture_only_texts_say_nothing(nlp: Language) -> None:
    """A text without words has no attributions."""
    assert read("", nlp) == [] and read("\n\n", nlp) == []
