"""Measure which words tell of one event: python evals/same_event/run.py --data DIR [--predictions FILE].

DIR holds cases with marked events (YAML), or ECB+ (the table of sentences and the folder with the topics).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import Any

from ecb import File, bag_of, given_of, head_of, parse_file, read_files
from ecb import key_of as ecb_key
from marked import Case, Mark, load_cases, statement_at
from score import b3, ceaf, clusters_of, conll, muc
from spacy.tokens import Doc

from dragoman.model import Statement
from dragoman.pipeline import load_reader, read_document
from dragoman.read.parse import load_parser
from dragoman.settings import load_settings
from dragoman.weigh import weigh
from dragoman.weigh.given import cluster_given

Labels = dict[Hashable, Hashable]


def label_marks(case: Case, statements: Sequence[Statement]) -> Labels:
    """Return for each mark of the case the event that weighing gives it; words that were not read stand alone."""
    events = {s: e.id for e in weigh(statements, case.documents).events for s in e.statements}
    labels: Labels = {}
    for mark in case.marks:
        there = statement_at(mark, statements)
        labels[key_of(case, mark)] = (case.name, events[there.id]) if there else ("unread", key_of(case, mark))
    return labels


def key_of(case: Case, mark: Mark) -> Hashable:
    return case.name, mark.document, mark.span, mark.event


def measure_cases(cases: Sequence[Case], predictions: Path | None) -> dict[str, Any]:
    reader = load_reader(load_settings())
    gold: Labels = {key_of(case, mark): (case.name, mark.event) for case in cases for mark in case.marks}
    read: Labels = {}
    handmade: Labels = {}
    for case in cases:
        told = [s for document in case.documents for s in read_document(document, reader).statements]
        read |= label_marks(case, told)
        handmade |= label_marks(case, [mark.statement for mark in case.marks])
        for name, labels in (("read", read), ("made by hand", handmade)):
            report(case, labels, name)
    if predictions:
        predictions.write_text("".join(f"{m}\t{e}\n" for m, e in read.items()), encoding="utf-8")
    clusters = [clusters_of(labels) for labels in (gold, read, handmade)]
    precision, recall, f = b3(clusters[0], clusters[1])
    return {
        "b3_f1": round(f, 3),
        "b3_precision": round(precision, 3),
        "b3_recall": round(recall, 3),
        "conll_f1": round(conll(clusters[0], clusters[1]), 3),
        "handmade_b3_f1": round(b3(clusters[0], clusters[2])[2], 3),
        "unread": sum(label[0] == "unread" for label in read.values() if isinstance(label, tuple)),
        "n": len(gold),
    }


def measure_ecb(folder: Path, predictions: Path | None) -> dict[str, Any]:
    """Cluster the given mentions within each topic; the baseline joins mentions of one head lemma."""
    nlp = load_parser()
    topics: dict[str, list[tuple[File, Doc]]] = defaultdict(list)
    for file in read_files(folder):
        topics[file.topic].append((file, parse_file(file, nlp)))
    gold: Labels = {}
    found: Labels = {}
    lemma: Labels = {}
    for topic, rows in topics.items():
        mentions = [(mention, doc) for file, doc in rows for mention in file.mentions]
        events = cluster_given([given_of(m, doc) for m, doc in mentions], {f.name: bag_of(doc) for f, doc in rows})
        for mention, doc in mentions:
            gold[mention] = (topic, mention.cluster)
            lemma[mention] = (topic, head_of(mention, doc).lemma_.lower())
            found[mention] = (topic, events[ecb_key(mention)])
    if predictions:
        lines = [f"{m.file}\t{'_'.join(map(str, m.tokens))}\t{label}\n" for m, label in found.items()]
        predictions.write_text("".join(lines), encoding="utf-8")
    clusters = [clusters_of(labels) for labels in (gold, found, lemma)]
    reached, baseline = conll(clusters[0], clusters[1]), conll(clusters[0], clusters[2])
    return {
        "conll_f1": round(reached, 4),
        "conll_f1_over_lemma": round(reached - baseline, 4),
        "lemma_conll_f1": round(baseline, 4),
        "b3_f1": round(b3(clusters[0], clusters[1])[2], 4),
        "muc_f1": round(muc(clusters[0], clusters[1])[2], 4),
        "ceaf_f1": round(ceaf(clusters[0], clusters[1])[2], 4),
        "n": len(gold),
    }


def report(case: Case, labels: Labels, name: str) -> None:
    """Print what is joined or parted wrongly, for people to look at."""
    texts = {d.id: d.text for d in case.documents}
    for i, first in enumerate(case.marks):
        for second in case.marks[i + 1 :]:
            joined = labels[key_of(case, first)] == labels[key_of(case, second)]
            if joined != (first.event == second.event):
                words = [f"{m.document[-1]}:{texts[m.document][m.span.start : m.span.end]}" for m in (first, second)]
                print(f"{name}: {case.name}: {'joined' if joined else 'parted'}: {' '.join(words)}")


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--predictions", type=Path)
    options = parser.parse_args(arguments)
    if list(options.data.glob("*.csv")):
        figures = measure_ecb(options.data, options.predictions)
    else:
        figures = measure_cases(load_cases(options.data), options.predictions)
    print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
