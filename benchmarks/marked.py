"""Turns a hand-marked set (sentences.txt, letters.txt) into the JSON and letters that quality.py measures.

    python benchmarks/marked.py FOLDER_WITH_MARKS fixtures/quality/g

The notation of marks: docs/quality.md.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import Any

_MARK = re.compile(r"\[\[((?:[A-Z]{3}\d{3}(?::\w+)?\+?)+) ([^\[\]]+)\]\]")
_WITHOUT_WORDS = re.compile(r" *!([A-Z]{3}\d{3}) *$")
#: Judged only in sentences that are aimed at them: they are about the letter as a whole.
_LETTER_WIDE = ("TON006", "ACC002", "STR003")


def unmarked(text: str) -> str:
    """The text without its marks."""
    return _WITHOUT_WORDS.sub("", _MARK.sub(lambda mark: mark[2], text))


def findings(text: str, paragraph: int | None = None) -> list[dict[str, Any]]:
    """The marked offences of a text; ``at`` is their place in the text without marks."""
    found: list[dict[str, Any]] = []
    for mark in _MARK.finditer(text):
        for said in mark[1].split("+"):
            code, _, severity = said.partition(":")
            label: dict[str, Any] = {"code": code, "text": mark[2], "at": len(unmarked(text[: mark.start()]))}
            if severity:
                label["severity"] = severity
            if paragraph is not None:
                label["paragraph"] = paragraph
            found.append(label)
    missing = _WITHOUT_WORDS.search(text)
    return found + ([{"code": missing[1], "text": None}] if missing else [])


def sentences(lines: list[str]) -> list[dict[str, Any]]:
    """The items of sentences.txt."""
    items = []
    for line in filter(str.strip, lines):
        aim, trade, text = (part.strip() for part in line.split("|", 2))
        items.append({"aim": aim, "trade": trade, "text": unmarked(text), "findings": findings(text)})
    return items


def letters(lines: list[str]) -> list[dict[str, Any]]:
    """The letters of letters.txt, with their paragraphs still marked."""
    found: list[dict[str, Any]] = []
    for line in filter(str.strip, lines):
        if line.startswith("====="):
            slug, trade, state = (part.strip() for part in line.strip("= ").split("|"))
            found.append({"slug": slug, "trade": trade, "clean": state == "clean", "marked": [], "missing": []})
        elif line.startswith("!"):
            found[-1]["missing"].append(line[1:].strip())
        else:
            zone, _, text = line.partition("|")
            text = text.removeprefix(" ").rstrip()
            if zone.strip():
                found[-1]["marked"].append([zone.strip(), text])
            else:
                found[-1]["marked"][-1][1] += "\n" + text
    return found


def write(source: Path, target: Path) -> None:
    """Writes sentences.json, labels.json and the letters as text files."""
    target.mkdir(parents=True, exist_ok=True)
    items: list[dict[str, Any]] = []
    made: list[dict[str, Any]] = []
    for part in [source] if (source / "letters.txt").exists() else sorted(source.iterdir()):
        items += sentences((part / "sentences.txt").read_text(encoding="utf-8").splitlines())
        for letter in letters((part / "letters.txt").read_text(encoding="utf-8").splitlines()):
            name = f"{len(made) + 1:02}-{re.sub(r'^[0-9]+-', '', letter['slug'])}.txt"
            paragraphs = [{"zone": zone, "text": unmarked(text)} for zone, text in letter["marked"]]
            (target / name).write_text("\n\n".join(p["text"] for p in paragraphs) + "\n", encoding="utf-8")
            labels = [label for number, (_, text) in enumerate(letter["marked"]) for label in findings(text, number)]
            labels += [{"code": code, "paragraph": None, "text": None} for code in letter["missing"]]
            kept = {key: letter[key] for key in ("clean", "trade")}
            made.append({"file": name, **kept, "paragraphs": paragraphs, "findings": labels})
    head = {"format": 1, "labelled": sorted({item["aim"] for item in items})}
    _dump(target / "sentences.json", head | {"letter_wide": [*_LETTER_WIDE], "sentences": items})
    _dump(target / "labels.json", head | {"letters": made})


def _dump(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    options = parser.parse_args()
    write(options.source, options.target)


if __name__ == "__main__":
    main()
