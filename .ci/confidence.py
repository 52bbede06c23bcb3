#!/usr/bin/env python3
"""Measure how often each rule is right on annotated articles, for transform/lexicon/confidence.tsv.

    newsledger export --format csv -o DATASET ARTICLES...
    .ci/confidence.py DATASET SET... >transform/lexicon/confidence.tsv

SET is a folder: NAME.json of an annotated article beside NAME.txt, its text; or gold.jsonl of many beside articles.jsonl, their texts by id. An
annotation has figures (span, low, best, high, bound, kind, unit, measure),
citations (content_spans, source) and events (trigger_span, type, status, assertion). Annotated articles are no part of the repository. A figure is
right when its bounds, kind and measure are; a citation when half of its words are in common and its source is; an event when its type, status
and assertion are. Events go by their group: single words are too rare to be measured.
"""
import csv
import json
import math
import pathlib
import re
import sys

csv.field_size_limit(1 << 30)
LEAST = 20  # cases from which a rule's precision is used


def table(directory, name):
    with open(directory / "csv" / f"{name}.csv", encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def place(text, gold, span):
    """The span of the gold text in the cleaned text, by the words around it; None where it is not there."""
    for around in (60, 30, 15, 0):
        start, end = max(0, span[0] - around), min(len(gold), span[1] + around)
        at = text.find(gold[start:end])
        if at >= 0 and (around > 0 or text.find(gold[start:end], at + 1) < 0):
            return at + span[0] - start, at + span[1] - start
    return None


def overlap(a, b):
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def words(name):
    return set(re.findall(r"\w+", (name or "").lower())) - {"the", "a", "an"}


def same_figure(gold, row):
    have = [float(row[f"value_{k}"] or "nan") for k in ("low", "best", "high")]
    want = [float("nan") if gold[k] is None else gold[k] for k in ("low", "best", "high")]
    numbers = all(math.isclose(a, b, rel_tol=1e-3) or math.isnan(a) and math.isnan(b) for a, b in zip(have, want))
    measure = row["measure"] in ("", gold.get("measure"))  # none is missing, not wrong
    return numbers and measure and (gold["bound"], gold["kind"]) == (row["bound"], row["unit_kind"])


def same_event(gold, row):
    return (gold["type"], gold["status"], gold["assertion"]) == (row["event_type"], row["status"], row["assertion"])


def same_source(gold, row, names):
    want, have = words(gold["source"]), words(names.get(row["source_actor_id"]) or row["source_text"])
    return not want and not have or bool(want and have and (want <= have or have <= want))


def figures(data, article, text, gold):
    wanted = [(place(text, gold["article"], g["span"]), g) for g in gold["figures"]]
    for row in data["figures"]:
        if row["article_id"] == article:
            at = int(row["span_start"]), int(row["span_end"])
            yield row["rule"], any(span and overlap(span, at) and same_figure(g, row) for span, g in wanted)


def citations(data, article, text, gold):
    wanted = [([s for s in (place(text, gold["article"], c) for c in g["content_spans"] if c) if s], g) for g in gold["citations"]]
    for row in data["citations"]:
        if row["article_id"] != article or row["kind"] not in ("direct", "mixed", "indirect"):
            continue
        pieces = [tuple(map(int, p.split("-"))) for p in row["pieces"].split(" | ") if p] or [(int(row["span_start"]), int(row["span_end"]))]
        size = sum(e - s for s, e in pieces)

        def alike(spans):
            shared = sum(overlap(a, b) for a in spans for b in pieces)
            return spans and 2 * shared >= size + sum(e - s for s, e in spans) - shared

        yield row["rule"], any(alike(spans) and same_source(g, row, data["names"]) for spans, g in wanted)


def events(data, article, text, gold):
    wanted = [(place(text, gold["article"], g["trigger_span"]), g) for g in gold["events"] if g.get("trigger_span")]
    by_id = {}
    for m in data["event_mentions"]:
        if m["article_id"] == article:
            by_id.setdefault(m["event_id"], []).append(m)
    for row in data["events"]:
        mentions = by_id.get(row["event_id"])
        anchor = [m for m in mentions or [] if m["mention_id"] == row["anchor_mention_id"]]
        if anchor:
            right = any(span and overlap(span, (int(m["trigger_start"]), int(m["trigger_end"]))) and same_event(g, row) for m in mentions for span, g in wanted)
            yield row["event_group"], right


def gold_articles(folders):
    for folder in map(pathlib.Path, folders):
        for path in sorted(folder.glob("*.json")):
            yield json.loads(path.read_text(encoding="utf-8")) | {"article": path.with_suffix(".txt").read_text(encoding="utf-8")}
        if (folder / "gold.jsonl").exists():
            lines = (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()
            texts = {a["id"]: a["text"] for a in map(json.loads, lines)}
            for gold in map(json.loads, (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()):
                yield gold | {"article": texts[gold["id"]]}


def main():
    directory = pathlib.Path(sys.argv[1])
    data = {name: table(directory, name) for name in ("articles", "figures", "citations", "events", "event_mentions", "actors")}
    data["names"] = {a["actor_id"]: a["name"] for a in data["actors"]}
    counts, found = {}, 0
    for gold in gold_articles(sys.argv[2:]):
        # The article of the dataset is the one whose text begins some line of the annotated text.
        best = max(data["articles"], key=lambda a: sum(line in gold["article"] for line in a["text"].split("\n") if len(line) > 40))
        if not any(line in gold["article"] for line in best["text"].split("\n") if len(line) > 40):
            sys.exit("an annotated article is none of the dataset: " + gold["article"][:60])
        found += 1
        for name, measured in (("figures", figures), ("citations", citations), ("events", events)):
            for rule, right in measured(data, best["article_id"], best["text"], gold):
                n = counts.setdefault((name, rule), [0, 0])
                n[0] += right
                n[1] += 1
    print(f"# How often rules are right: of the rows that they gave on {found} annotated news articles, how many were right (.ci/confidence.py).")
    print("# Source: measured by us, 2026-11-25, on articles that were read while rules were written; licence: Apache-2.0.")
    print("# rows: table and rule, of events their group. Only those of 20 cases and more.")
    print("# rows\tright\tcases")
    for (name, rule), (right, cases) in sorted(counts.items()):
        if cases >= LEAST:
            print(name + " " + rule, right, cases, sep="\t")


main()
