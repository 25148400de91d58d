"""Links between reports that share an event, drawn at random and written out for a person to judge.

    python evals/same_event/links.py --case CASE [--count 60] [--seed 1]

weighs the statements of a case and prints a sheet: each link with both statements in their surroundings, and why they
were joined. An event told by N stories has N - 1 links; reprints of one story count once. The draw takes every type and
every distance in time in proportion.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.case import open_case_file
from dragoman.model import Document, Event, Statement
from dragoman.weigh import weigh
from dragoman.weigh.origins import find_copies

# So much text (characters) is shown before and after the words that make a statement.
BEFORE, AFTER = 200, 120
# Distances between the reports (days), each a stratum of its own.
DISTANCES = (3, 60, 400)


@dataclass(frozen=True, slots=True)
class Link:
    """Two statements of different stories that weighing gives one event."""

    event: Event
    first: Statement
    second: Statement


def links_of(events: Iterable[Event], statements: Iterable[Statement], documents: Sequence[Document]) -> list[Link]:
    """Return for each event the links that tie its stories: each to one that came before it in an order by chance."""
    told = {s.id: s for s in statements}
    story = find_copies(documents)
    links = []
    for event in sorted(events, key=lambda e: e.id):
        stories: dict[str, list[str]] = defaultdict(list)
        for id_ in sorted(event.statements):
            stories[story[told[id_].document]].append(id_)
        chance = random.Random(event.id)
        names = sorted(stories)
        chance.shuffle(names)
        for number, name in enumerate(names[1:], 1):
            earlier = names[chance.randrange(number)]
            links.append(Link(event, told[chance.choice(stories[name])], told[chance.choice(stories[earlier])]))
    return links


def draw(links: Sequence[Link], documents: Mapping[str, Document], count: int, seed: int) -> list[Link]:
    """Return `count` of the links, of every type and distance in time in proportion."""
    chance = random.Random(seed)
    strata: dict[tuple[int, str], list[Link]] = defaultdict(list)
    for link in links:
        strata[distance(link, documents), link.event.type].append(link)
    ordered = [link for key in sorted(strata) for link in chance.sample(strata[key], len(strata[key]))]
    step = max(1.0, len(ordered) / max(1, count))
    start = chance.random() * step
    return [ordered[int(start + i * step)] for i in range(count) if start + i * step < len(ordered)]


def distance(link: Link, documents: Mapping[str, Document]) -> int:
    """Return the number of the stratum of days between the two reports."""
    days = [documents[s.document].published for s in (link.first, link.second)]
    if days[0] is None or days[1] is None:
        return len(DISTANCES) + 1
    gap = abs((days[0] - days[1]).days)
    return next((n for n, most in enumerate(DISTANCES) if gap <= most), len(DISTANCES))


def sheet(links: Iterable[Link], documents: Mapping[str, Document]) -> Iterator[str]:
    """Yield the lines of the sheet."""
    for number, link in enumerate(links, 1):
        yield f"\n{number}. {link.event.type}: {'; '.join(link.event.reasons)}"
        if link.event.doubt:
            yield f"   doubt: {link.event.doubt}"
        for statement in (link.first, link.second):
            yield from in_words(statement, documents[statement.document])


def in_words(statement: Statement, document: Document) -> Iterator[str]:
    """Yield what a statement says and where it says so, its trigger in brackets."""
    trigger, evidence = statement.evidence.trigger, statement.evidence
    agents, targets = ("+".join(a.code for a in refs) for refs in (statement.agents, statement.targets))
    theme = statement.theme.text if statement.theme else "-"
    days = f"{statement.time.start or ''}..{statement.time.end or ''}"
    told = f"{statement.type} {agents} > {targets} | {statement.status.value}"
    yield f"   {document.publisher} {document.published}: {told}"
    yield f"     {theme} | {days} | {statement.place.text if statement.place else '-'}"
    before = document.text[max(0, evidence.start - BEFORE) : trigger.start]
    after = document.text[trigger.end : evidence.end + AFTER]
    yield "     " + f"{before}[{document.text[trigger.start : trigger.end]}]{after}".replace("\n", " ")


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--case", type=Path, required=True)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    with open_case_file(options.case) as file:
        documents, statements = list(file.documents()), list(file.statements())
    by_id = {d.id: d for d in documents}
    links = links_of(weigh(statements, documents).events, statements, documents)
    print(f"{len(documents)} documents, {len(statements)} statements, {len(links)} links")
    for line in sheet(draw(links, by_id, options.count, options.seed), by_id):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
