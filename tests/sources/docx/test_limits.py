"""Every bound can be lowered, and says which one was passed."""

from __future__ import annotations

import pytest
from tests.docx_builder import docx, para, run

from letterlint.errors import ReadError
from letterlint.sources.docx.limits import Limits
from letterlint.sources.docx.reader import read_docx

LETTER = docx(para(run("а") + run("б") + run("в")) + para("г") * 200)


@pytest.mark.parametrize(
    ("limits", "word"),
    [
        (Limits(file_bytes=100), "файл больше"),
        (Limits(entries=3), "слишком много файлов"),
        (Limits(part_bytes=500), "слишком большая часть"),
        (Limits(xml_bytes=2_000), "в сумме"),
        (Limits(ratio=2, ratio_from=100), "сжатие"),
        (Limits(paragraphs=200), "слишком много абзацев"),
        (Limits(runs=2), "слишком сложный абзац"),
        (Limits(seconds=0, page_seconds=0), "слишком много времени"),
    ],
)
def test_bound(limits: Limits, word: str) -> None:
    with pytest.raises(ReadError) as refusal:
        read_docx(LETTER, limits)
    assert word in refusal.value.reason
    assert refusal.value.kind == "limit"


def test_long_texts_get_more_time() -> None:
    assert len(read_docx(LETTER, Limits(seconds=0, page_seconds=1e9)).blocks) == 201


def test_exactly_the_bound_is_allowed() -> None:
    assert len(read_docx(LETTER, Limits(paragraphs=201, runs=3, entries=5, file_bytes=len(LETTER))).blocks) == 201
