"""Small letters in partition notation: given to the parser without zones, they must come back with them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from letterlint import zones
from letterlint.letter import Block, Source
from letterlint.model import Kind

CASES = Path(__file__).resolve().parent.parent.parent / "fixtures" / "zones"
_LINE = re.compile(r"(?P<glued>\+?)(?P<zone>[a-z]*)\s*\| ?(?P<text>.*)")


def read(text: str) -> tuple[list[str], list[tuple[str, str]]]:
    """The source paragraphs, and the zones with their texts, of one case."""
    sources: list[str] = []
    parts: list[tuple[str, str]] = []
    for line in text.splitlines():
        match = _LINE.fullmatch(line.strip())
        if match is None:
            continue
        words = match["text"]
        if not match["zone"]:
            sources[-1] += f"\n{words}"
            parts[-1] = (parts[-1][0], f"{parts[-1][1]}\n{words}")
        elif match["glued"]:
            tab = parts[-1][1].endswith("\\t")
            before = parts[-1][1].removesuffix("\\t")
            parts[-1] = (parts[-1][0], before)
            sources[-1] = sources[-1].removesuffix("\\t") + ("\t" if tab else " ") + words
            parts.append((match["zone"], words))
        else:
            sources.append(words)
            parts.append((match["zone"], words))
    return sources, parts


def cases() -> list[tuple[str, str]]:
    return [
        (f"{path.stem}-{number}", text)
        for path in sorted(CASES.glob("*.txt"))
        for number, text in enumerate(path.read_text(encoding="utf-8").split("=====\n"))
    ]


#: «И.О. Директоров», a surname that is also «of the directors», is not seen as a name: the next name is taken for it.
KNOWN = {"look-alikes-0": pytest.mark.xfail(reason="a surname that is the plural of a position")}


@pytest.mark.parametrize(
    ("name", "text"), [pytest.param(*case, id=case[0], marks=KNOWN.get(case[0], ())) for case in cases()]
)
def test_zones_come_back(name: str, text: str) -> None:
    sources, parts = read(text)
    blocks = tuple(Block(words, number) for number, words in enumerate(sources))
    letter = zones.assemble(Source(Kind.DOC, blocks, formatted=False), name)
    assert [(p.zone.value, p.text.strip()) for p in letter.written] == [(z, t.strip()) for z, t in parts]
