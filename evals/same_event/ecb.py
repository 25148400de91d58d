"""ECB+: given mentions of events in the sentences that its table lists, with their clusters within a topic."""

from __future__ import annotations

import csv
import xml.etree.ElementTree as ElementTree
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from dragoman.weigh.given import Given

ABOUT = ("NOUN", "PROPN", "VERB", "ADJ", "NUM")
CONTENT = ("PROPN", "NOUN", "NUM", "VERB", "ADJ")
EVENT_TAGS = ("ACTION", "NEG_ACTION")


@dataclass(frozen=True, slots=True)
class GoldMention:
    """Tokens `tokens` (positions) of a file tell of `cluster`."""

    topic: str
    file: str
    tokens: tuple[int, ...]
    cluster: str


@dataclass(frozen=True, slots=True)
class File:
    """The tokens of a file by sentence, with the mentions in the sentences that count."""

    topic: str
    name: str
    sentences: tuple[tuple[str, ...], ...]
    mentions: tuple[GoldMention, ...]


def read_files(folder: Path) -> Iterator[File]:
    """Yield the files of which the table lists sentences, topic by topic."""
    listed: dict[tuple[str, str], set[int]] = defaultdict(set)
    (table,) = folder.glob("*.csv")
    with table.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            listed[row["Topic"], row["File"]].add(int(row["Sentence Number"]))
    for (topic, name), numbers in sorted(listed.items(), key=lambda item: (int(item[0][0]), item[0][1])):
        path = folder / "ECB+" / topic / f"{topic}_{name}.xml"
        if path.exists():
            yield read_file(path, topic, numbers)


def read_file(path: Path, topic: str, listed: set[int]) -> File:
    """Return one file; a mention counts where all its tokens stand in a listed sentence."""
    root = ElementTree.parse(path).getroot()
    sentences: dict[int, list[str]] = defaultdict(list)
    position: dict[str, int] = {}
    sentence_of: dict[str, int] = {}
    for number, token in enumerate(root.iter("token")):
        sentence = int(token.attrib["sentence"])
        sentences[sentence].append((token.text or "_").strip() or "_")
        position[token.attrib["t_id"]] = number
        sentence_of[token.attrib["t_id"]] = sentence
    clusters = clusters_of_file(root, path.stem)
    mentions = []
    for element in root.find("Markables") or ():
        anchors = [a.attrib["t_id"] for a in element.iter("token_anchor")]
        if anchors and element.tag.startswith(EVENT_TAGS) and all(sentence_of[a] in listed for a in anchors):
            key = element.attrib["m_id"]
            cluster = clusters.get(key, f"{path.stem}:{key}")
            mentions.append(GoldMention(topic, path.stem, tuple(sorted(position[a] for a in anchors)), cluster))
    return File(topic, path.stem, tuple(tuple(sentences[n]) for n in sorted(sentences)), tuple(mentions))


def clusters_of_file(root: ElementTree.Element, name: str) -> dict[str, str]:
    """Return the cluster of each mention: the note that files share, else the relation within the file."""
    clusters: dict[str, str] = {}
    for relation in root.find("Relations") or ():
        label = relation.attrib.get("note") or f"{name}:{relation.attrib['r_id']}"
        if relation.tag == "INTRA_DOC_COREF":
            label = f"{name}:{label}"
        for source in relation.iter("source"):
            clusters[source.attrib["m_id"]] = label
    return clusters


def parse_file(file: File, nlp: Language) -> Doc:
    """Return the parse of a file with its own tokens and sentences."""
    words = [word for sentence in file.sentences for word in sentence]
    starts = [i == 0 for sentence in file.sentences for i in range(len(sentence))]
    return nlp(Doc(nlp.vocab, words=words, sent_starts=starts))


def head_of(mention: GoldMention, doc: Doc) -> Token:
    """Return the syntactic head of the mention's tokens."""
    tokens = [doc[i] for i in mention.tokens]
    span: Span = doc[mention.tokens[0] : mention.tokens[-1] + 1]
    return span.root if span.root in tokens else tokens[0]


def given_of(mention: GoldMention, doc: Doc) -> Given:
    """Return the mention as weighing takes it: the head with its particle, its doers, the words of its sentence."""
    head = head_of(mention, doc)
    particle = next((child.lower_ for child in head.children if child.dep_ == "prt"), "")
    doers = {
        token.lemma_.lower()
        for child in head.children
        if child.dep_ in ("nsubj", "poss", "csubj", "agent")
        for token in child.subtree
        if token.pos_ in ("PROPN", "NOUN", "NUM") and token.is_alpha
    }
    return Given(
        key=key_of(mention),
        document=mention.file,
        lemma=f"{head.lemma_.lower()} {particle}".strip(),
        doers=frozenset(doers),
        words=frozenset(t.lemma_.lower() for t in head.sent if t.pos_ in CONTENT and not t.is_stop and t.i != head.i),
    )


def key_of(mention: GoldMention) -> str:
    return f"{mention.file}:{'_'.join(map(str, mention.tokens))}"


def bag_of(doc: Doc) -> Counter[str]:
    """Return the words of a document that say what it is about."""
    return Counter(t.lemma_.lower() for t in doc if t.pos_ in ABOUT and t.is_alpha and not t.is_stop)
