"""Every hostile file is refused with its reason, or read; in a process of bounded memory where the system has that."""

from __future__ import annotations

import resource
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fixtures.hostile import CASES, Case

from letterlint.errors import ReadError
from letterlint.sources.docx.reader import read_docx

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Address space for one reading, beyond what the process has already.
ROOM = 400 * 1024 * 1024
STATUS = Path("/proc/self/statm")


@contextmanager
def bounded() -> Iterator[None]:
    """Keep one reading within its memory: a bomb that goes off ends as MemoryError, not as a dead machine."""
    if not STATUS.exists():  # only Linux tells
        yield
        return
    used = int(STATUS.read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (used + ROOM, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Case) -> None:
    data = case.build()
    if case.expect == "read":
        with bounded():
            source = read_docx(data)
        assert any("Уважаемый" in block.text for block in source.blocks)
        notes = [note.message for note in source.notes]
        assert any(case.word in message for message in notes) if case.word else notes == []
    else:
        with pytest.raises(ReadError) as refusal, bounded():
            read_docx(data)
        assert case.word in refusal.value.reason
        assert refusal.value.kind == case.kind
        assert refusal.value.reason_en
        assert not isinstance(refusal.value.__cause__, MemoryError)


def test_names_are_unique() -> None:
    assert len({case.name for case in CASES}) == len(CASES)
