"""Measures zones and rules over labelled letters: recall, precision, false alarms on clean letters.

    python benchmarks/quality.py fixtures/quality/a            # open: prints every error
    python benchmarks/quality.py fixtures/quality/b --sealed   # sealed: prints counts, never text

Format of ``labels.json``: docs/quality.md.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

import letterlint
from letterlint import packs
from letterlint.model import Severity

#: Labelled and found words that share so many letters at an edge are the same offence.
_SHARED = 4
_BLANKS = re.compile(r"\s+")
#: What a batch without a list of its own was labelled for; findings of other rules are judged on clean letters only.
_LABELLED = frozenset(
    [f"ADR{n:03}" for n in range(1, 5)]
    + [f"SAL{n:03}" for n in range(1, 12)]
    + ["STR001", "STR002", "STR004", "STR005", "APP001", "LNG003", "LNG004", "ACC008"]
    + [f"SIG{n:03}" for n in (1, 2, 3, 4, 5, 6, 9)]
    + [f"EXM{n:03}" for n in range(1, 9)]
)


@dataclass
class Score:
    """Counts over a set of letters; ``lines`` says what went wrong, for open sets."""

    paragraphs: int = 0
    right: int = 0
    zones: Counter[str] = field(default_factory=Counter)
    hit: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    severity: Counter[str] = field(default_factory=Counter)
    clean: int = 0
    alarmed: int = 0
    lines: list[str] = field(default_factory=list)


def plain(text: str) -> str:
    """The text with every run of blanks as one."""
    return _BLANKS.sub(" ", text).strip()


def measure(folder: Path) -> Score:
    """The score of one folder of labelled letters."""
    score = Score()
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    for label in labels["letters"]:
        report = letterlint.check(folder / label["file"])
        _zones(score, label, report)
        _findings(score, label, report, frozenset(labels.get("labelled", _LABELLED)))
    return score


def measure_sentences(path: Path) -> Score:
    """The score of the single sentences of a folder: each is checked as the whole text of a letter."""
    score = Score()
    labels = json.loads(path.read_text(encoding="utf-8"))
    for item in labels["sentences"]:
        judged = frozenset(labels["labelled"]) - (frozenset(labels["letter_wide"]) - {item["aim"]})
        text = _LETTER.format(text=item["text"].replace(" ¶ ", "\n\n"))
        report = letterlint.check(text.encode(), name="sentence.txt", select=sorted(judged & _known()))
        label = {"file": item["aim"], "clean": not item["findings"], "paragraphs": [], "findings": []}
        label["findings"] = [wanted | {"paragraph": None} for wanted in item["findings"]]
        _findings(score, label, report, judged)
    return score


_LETTER = """Директору
ООО «Пример»
Смирнову А.П.

Уважаемый Андрей Петрович!

{text}

Директор                    О.И. Петрова
"""


@cache
def _known() -> frozenset[str]:
    return frozenset(rule.code for rule in packs.standard())


def _zones(score: Score, label: dict[str, Any], report: letterlint.Report) -> None:
    letter = report.letter
    if letter is None:
        raise SystemExit(f"{label['file']}: not read")
    wanted = [(plain(p["text"]), p["zone"]) for p in label["paragraphs"]]
    found = [(plain(p.text), p.zone.value) for p in letter.written]
    right: set[int] = set()
    matcher = SequenceMatcher(None, [text for text, _ in wanted], [text for text, _ in found], autojunk=False)
    for block in matcher.get_matching_blocks():
        for step in range(block.size):
            text, zone = wanted[block.a + step]
            got = found[block.b + step][1]
            if got == zone:
                right.add(block.a + step)
            else:
                score.lines.append(f"{label['file']}: zone {zone} taken for {got}: {text[:90]}")
                right.add(-block.a - step - 1)
    score.paragraphs += len(wanted)
    score.right += sum(1 for number in right if number >= 0)
    for number, (text, zone) in enumerate(wanted):
        if number not in right:
            score.zones[zone] += 1
            if -number - 1 not in right:
                score.lines.append(f"{label['file']}: cut otherwise ({zone}): {text[:90]}")


def _findings(score: Score, label: dict[str, Any], report: letterlint.Report, labelled: frozenset[str]) -> None:
    letter = report.letter
    if letter is None:
        return
    open_labels = list(label["findings"])
    loud = False
    for finding in report.findings:
        if finding.code not in labelled:
            if label["clean"] and finding.severity is not Severity.INFO:
                loud = True
                score.lines.append(f"{label['file']}: alarm {finding.code}: {finding.message}")
            continue
        words = plain(letter.text[slice(*finding.span)]) if finding.span else None
        near = plain(letter.paragraphs[finding.paragraph].text) if finding.paragraph is not None else None
        twin = next((w for w in open_labels if w["code"] == finding.code and _same(label, w, words, near)), None)
        if twin is not None:
            open_labels.remove(twin)
            score.hit[finding.code] += 1
            if twin.get("severity", finding.severity.value) != finding.severity.value:
                score.severity[finding.code] += 1
                score.lines.append(f"{label['file']}: severity {finding.severity} of {finding.code}: {twin['text']!r}")
        else:
            score.false[finding.code] += 1
            loud = loud or finding.severity is not Severity.INFO
            score.lines.append(f"{label['file']}: false {finding.code}: {words!r} in {(near or '')[:70]!r}")
    for wanted in open_labels:
        score.missed[wanted["code"]] += 1
        score.lines.append(f"{label['file']}: missed {wanted['code']}: {wanted['text']!r}")
    if label["clean"]:
        score.clean += 1
        score.alarmed += loud


def _same(label: dict[str, Any], wanted: dict[str, Any], words: str | None, near: str | None) -> bool:
    """Whether a finding is the labelled one: overlapping words, or the same paragraph, or neither has a place."""
    text = plain(wanted["text"]) if wanted["text"] else None
    if text and words:
        return text in words or words in text or len(_overlap(text, words)) >= _SHARED
    if wanted["paragraph"] is None or near is None:
        return True
    labelled = plain(label["paragraphs"][wanted["paragraph"]]["text"])
    return not words or not text or labelled == near


def _overlap(text: str, words: str) -> str:
    """The longest words that end the one and begin the other."""
    pairs = ((text, words), (words, text))
    common = [
        left[-size:]
        for left, right in pairs
        for size in range(1, min(len(left), len(right)))
        if left[-size:] == right[:size]
    ]
    return max(common, key=len, default="")


def show(name: str, score: Score, *, sealed: bool) -> None:
    """Prints a score; the text of a sealed set is never shown."""
    print(name)
    if score.paragraphs:
        print(f"  zones {score.right}/{score.paragraphs} = {score.right / score.paragraphs:.4f}")
        print("  wrong by zone:", dict(score.zones.most_common()))
    for code in sorted(set(score.hit) | set(score.missed) | set(score.false)):
        hit, missed, false = score.hit[code], score.missed[code], score.false[code]
        print(
            f"  {code}: right {hit:3} missed {missed:3} false {false:3} severity {score.severity[code]:2}"
            f"   recall {hit / max(1, hit + missed):.3f} precision {hit / max(1, hit + false):.3f}"
        )
    hit, missed, false = (sum(counts.values()) for counts in (score.hit, score.missed, score.false))
    print(f"  all rules: recall {hit / max(1, hit + missed):.3f} precision {hit / max(1, hit + false):.3f}")
    print(f"  clean ones with an error or warning: {score.alarmed}/{score.clean}")
    if not sealed:
        print("\n".join(f"  - {line}" for line in score.lines))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--sealed", action="store_true", help="print counts only")
    options = parser.parse_args()
    for folder in options.folders:
        if (folder / "labels.json").exists():
            show(f"{folder.name}: letters", measure(folder), sealed=options.sealed)
        if (folder / "sentences.json").exists():
            show(f"{folder.name}: sentences", measure_sentences(folder / "sentences.json"), sealed=options.sealed)


if __name__ == "__main__":
    main()
