"""Whether the text has it that an event is so."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Token

from dragoman.model import Status
from dragoman.read.parse import load_parser
from dragoman.read.status.assess import Assessment, assess
from dragoman.read.status.polarity import within
from dragoman.read.status.signatures import load_status_words


@pytest.fixture(scope="module")
def nlp() -> Language:
    """Give the parser."""
    return load_parser()


def trigger(nlp: Language, text: str) -> Token:
    """Return the token between square brackets."""
    before, rest = text.split("[")
    word, after = rest.split("]")
    doc = nlp(before + word + after)
    return next(token for token in doc if token.idx == len(before))


def read(nlp: Language, text: str) -> Assessment:
    """Assess the token between square brackets."""
    return assess(trigger(nlp, text))


def label(found: Assessment) -> str:
    """Write status and outcome in one word."""
    return f"{found.status}/{found.outcome}" if found.outcome else str(found.status)


MODALS = [
    ("Egypt will [host] the summit.", "planned"),
    ("Egypt may [host] the summit.", "possible"),
    ("Egypt must [host] the summit.", "wanted"),
    ("Egypt would like to [host] the summit.", "wanted"),
    ("Egypt would [like] to host the summit.", "actual"),
    ("Egypt cannot [host] the summit.", "denied"),
    ("Egypt might not [host] the summit.", "possible"),
    ("Egypt would not [host] the summit.", "denied"),
    ("Egypt had to [host] the summit.", "actual"),
    ("Egypt has to [host] the summit.", "wanted"),
    ("Egypt was able to [host] the summit.", "actual"),
    ("Egypt is able to [host] the summit.", "possible"),
]

NEGATIONS = [
    ("The convoy never [crossed] the border.", "denied"),
    ("The convoy not only [crossed] the border but stayed.", "actual"),
    ("The convoy has never [been] larger.", "actual"),
    ("Neither convoy [crossed] the border.", "denied"),
    ("The convoy left without [crossing] the border.", "denied"),
    ("The convoy turned back instead of [crossing] the border.", "denied"),
    ("The convoy did not stop, nor did it [cross] the border.", "denied"),
    ("There is no doubt that the convoy [crossed] the border.", "actual"),
    ("The convoy hardly [moved].", "denied"),
]

EMBEDDED = [
    ("Norway forgot to [invite] Finland.", "denied"),
    ("Norway did not forget to [invite] Finland.", "actual"),
    ("Norway was forced to [invite] Finland.", "actual"),
    ("Norway asked Sweden to [invite] Finland.", "wanted"),
    ("Norway threatened to [expel] the envoy.", "possible"),
    ("Norway accused Sweden of [expelling] the envoy.", "possible"),
    ("Norway regrets [expelling] the envoy.", "actual"),
    ("Norway does not regret [expelling] the envoy.", "actual"),
    ("Norway may regret [expelling] the envoy.", "actual"),
    ("Norway might agree to [expel] the envoy.", "possible"),
    ("Norway denied that it wanted to [expel] the envoy.", "possible"),
    ("Norway stopped [training] the guards.", "denied/ended"),
    ("Norway was urged to stop [training] the guards.", "actual"),
    ("Norway tried to [train] the guards.", "actual/failed"),
    ("Norway failed to [train] the guards.", "denied/failed"),
]

NOUNS = [
    ("The [launch] failed.", "actual/failed"),
    ("A failed [launch] cost millions.", "actual/failed"),
    ("They called off the [launch].", "denied/cancelled"),
    ("They announced a [launch].", "planned"),
    ("They ruled out a [launch].", "denied"),
    ("They did not rule out a [launch].", "possible"),
    ("They dismissed the idea of a [launch].", "denied"),
    ("They welcomed the [launch].", "actual"),
    ("The [launch] is expected to take place in May.", "planned"),
    ("A [launch] would alarm the neighbours.", "possible"),
    ("The [launch] could alarm the neighbours.", "actual"),
    ("They rejected the [request].", "actual"),
    ("They discussed [sanctions].", "possible"),
    ("They discussed the [sanctions].", "actual"),
]


SCOPES = [
    ("Fiji did not [vote] alone.", "actual"),
    ("Fiji did not [vote].", "denied"),
    ("Fiji and Peru did not [buy] the same boats.", "actual"),
    ("Fiji and Peru did not [buy] the boats.", "denied"),
    ("The mayors did not [talk] in person.", "actual"),
    ("The mayors did not [talk] until June.", "actual"),
    ("The mayors will not [talk] until June.", "denied"),
    ("The bank lent money for roads, not [weapons].", "denied"),
    ("The bank [lent] money for roads, not weapons.", "actual"),
    ("Trade has never [been] freer.", "actual"),
    ("Trade has never [been] free.", "denied"),
    ("Fiji [sold] the boats, probably for scrap.", "actual"),
    ("Fiji probably [sold] the boats.", "possible"),
    ("Neither port is to [admit] the boats.", "possible"),
    ("Neither port [admitted] the boats.", "denied"),
    ("Fiji [blames] Peru for the fire; Peru denies it.", "actual"),
    ("The mayor rejected reports that Fiji had [sold] the boats.", "denied"),
    ("The mayor has no reports that Fiji [sold] the boats.", "possible"),
    ("Did Fiji [sell] the boats?", "possible"),
    ("Why did Fiji [sell] the boats?", "actual"),
    ("Whatever Fiji [sells], Peru will buy.", "possible"),
    ("Fiji acts as if it [owned] the bay.", "denied"),
    ("Fiji can hardly [pay] for the boats.", "denied"),
]


@pytest.mark.parametrize(("text", "expected"), SCOPES)
def test_scopes(nlp: Language, text: str, expected: str) -> None:
    """What is denied or doubted is the act, or only its manner, time, object or telling."""
    assert label(read(nlp, text)) == expected


@pytest.mark.parametrize(("text", "expected"), MODALS)
def test_modals(nlp: Language, text: str, expected: str) -> None:
    """Auxiliaries and their readings set the status of their clause."""
    assert label(read(nlp, text)) == expected


@pytest.mark.parametrize(("text", "expected"), NEGATIONS)
def test_negations(nlp: Language, text: str, expected: str) -> None:
    """A negation denies what lies in its scope and nothing else."""
    assert label(read(nlp, text)) == expected


@pytest.mark.parametrize(("text", "expected"), EMBEDDED)
def test_signatures(nlp: Language, text: str, expected: str) -> None:
    """An embedding word passes to its complement what its signature says."""
    assert label(read(nlp, text)) == expected


@pytest.mark.parametrize(("text", "expected"), NOUNS)
def test_nouns(nlp: Language, text: str, expected: str) -> None:
    """A noun gets its status from its adjectives and from the verb that governs it; something definite is there."""
    assert label(read(nlp, text)) == expected


CLASSES = [
    ("I think that both states should [compromise].", "wanted"),
    ("I think that both states might [compromise].", "possible"),
    ("We must, in general, double and [raise] aid to the poor.", "wanted"),
    ("I had no fears of [coming] to Bamako.", "possible"),
    ("The members do not all [agree] on the plan.", "denied"),
    ("At the [summit] slated for Friday, leaders will review trade.", "planned"),
    ("The [meeting], due in May, will discuss trade.", "planned"),
    ("The president leaves for Paris on Monday for key [talks].", "planned"),
    ("The two will meet at the end of a [visit] by the king.", "planned"),
    ("Anyone who [attacks] a ship will be punished.", "possible"),
    ("I would [urge] you to stay calm.", "actual"),
    ("I would urge you to [leave].", "wanted"),
    ("It is time to [withdraw] the troops.", "wanted"),
    ("It is up to Oman to [withdraw] its troops.", "wanted"),
]


@pytest.mark.parametrize(("text", "expected"), CLASSES)
def test_what_is_ahead_wished_or_a_rule_has_not_happened(nlp: Language, text: str, expected: str) -> None:
    """What should be, is to come, or would befall whoever does it is not told of as done."""
    assert label(read(nlp, text)) == expected


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Latvia will [respond] if it is attacked.", "attacked"),
        ("Latvia must [help] should Estonia be attacked.", "attacked"),
        ("Were Estonia to ask, Latvia would [help].", "ask"),
        ("Latvia will [respond] even if it is attacked.", None),
        ("Latvia will [respond] when it is ready.", None),
    ],
)
def test_condition(nlp: Language, text: str, condition: str | None) -> None:
    """What hangs on a condition names the head of the if-clause."""
    found = read(nlp, text)
    assert (found.condition.text if found.condition else None) == condition
    assert (found.status is Status.POSSIBLE) == (condition is not None)


def test_reasons_name_the_words(nlp: Language) -> None:
    """The reasons name the words that decided, from the widest in scope to the narrowest."""
    found = read(nlp, "Peru denied that it would [sell] the ships.")
    assert found.reasons == ("'denied' (denial): denied", "'would': denied")


def test_every_token_has_a_status(nlp: Language) -> None:
    """Any token of any sentence can be asked about, fragments and odd punctuation too."""
    doc = nlp('"Not so, no?" - if... Whether to; had he. Should either be? (Neither) and/or: "stop" rather than')
    assert all(isinstance(assess(token).status, Status) for token in doc)


@pytest.mark.parametrize("outer", list(Status))
@pytest.mark.parametrize("inner", list(Status))
def test_nothing_gets_firmer_by_embedding(outer: Status, inner: Status) -> None:
    """Only what is actual within something actual is actual."""
    assert (within(outer, inner) is Status.ACTUAL) == (outer is Status.ACTUAL and inner is Status.ACTUAL)


def test_vocabulary_has_known_slots_and_effects() -> None:
    """Every signature of the vocabulary file is reachable: its slot is one that the walk asks for."""
    words = load_status_words()
    slots = {"inf", "that", "that_subjunctive", "ing", "obj", "subj"}
    prepositions = {
        "of", "for", "to", "from", "on", "in", "at", "about", "over", "with", "against", "into", "upon", "by", "after",
        "toward", "towards", "as",
    }  # fmt: skip
    assert {slot for _, _, slot in words.signatures} <= slots | prepositions
    assert {part for part, _, _ in words.signatures} == {"verb", "noun", "adjective"}
