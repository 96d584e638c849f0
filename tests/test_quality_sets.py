"""The labelled sets: seals unbroken, places right, sizes as docs/quality.md says."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

QUALITY = Path(__file__).parent.parent / "fixtures" / "quality"


@pytest.mark.parametrize("seal", sorted(QUALITY.glob("*.sha256")), ids=lambda path: path.stem)
def test_seals_are_unbroken(seal: Path) -> None:
    for line in seal.read_text(encoding="utf-8").splitlines():
        wanted, name = line.split()
        assert hashlib.sha256((QUALITY / seal.stem / name).read_bytes()).hexdigest() == wanted, name


def load(batch: str, name: str) -> dict[str, Any]:
    return json.loads((QUALITY / batch / name).read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def test_sets_are_as_large_as_they_are_said_to_be() -> None:
    sentences = [load(batch, "sentences.json")["sentences"] for batch in "gh"]
    letters = [load(batch, "labels.json")["letters"] for batch in "gh"]
    assert sum(map(len, sentences)) >= 1_200
    assert sum(map(len, letters)) >= 120
    assert len(sentences[1]) >= 600
    assert len(letters[1]) >= 60
    for half in sentences:
        assert 2 * sum(not item["findings"] for item in half) >= len(half) - 4


@pytest.mark.parametrize("batch", ["g", "h"])
def test_labels_stand_where_they_say(batch: str) -> None:
    for item in load(batch, "sentences.json")["sentences"]:
        for label in item["findings"]:
            if label["text"] is not None:
                assert item["text"][label["at"] :].startswith(label["text"])
