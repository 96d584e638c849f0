"""The pack that the documents show: its examples hold, and it works from a configuration."""

from __future__ import annotations

from pathlib import Path

import letterlint
from letterlint import packs, proving
from letterlint.russian.clauses import Sentence

PACK = Path(__file__).parent.parent / "docs" / "example-pack"
LETTER = """Директору
ООО «Ромашка»
Смирнову А.П.

Уважаемый Андрей Петрович!

Гарантируем Вам доход 12 % годовых за вычетом налога.

Директор                    О.И. Петрова
"""


def test_its_examples_hold() -> None:
    assert not proving.prove(packs.load(PACK)).flaws


def test_a_configuration_switches_it_on(tmp_path: Path) -> None:
    config = tmp_path / "letterlint.toml"
    config.write_text(f'packs = ["{PACK.as_posix()}"]\n', encoding="utf-8")
    report = letterlint.check(LETTER.encode(), name="letter.txt", config=config)
    assert "BANK001" in {finding.code for finding in report.findings}


def test_a_long_letter_is_read_around_its_first_refusal() -> None:
    """Reasons are not looked for in a hundred pages: the sentences taken apart do not grow with the letter."""
    plain = "На складе стоят пять столов и шесть стульев, их привезли весной.\n\n"
    refusal = "В ответ на Вашу просьбу о выплате отказано.\n\n"

    def taken_apart(pages: int) -> int:
        made = 0
        kept = Sentence.__init__

        def count(self: Sentence, *given: object) -> None:
            nonlocal made
            made += 1
            kept(self, *given)  # type: ignore[arg-type]

        text = LETTER.replace("Гарантируем", refusal + plain * pages + "Гарантируем")
        Sentence.__init__ = count  # type: ignore[method-assign, assignment]
        try:
            letterlint.check(text.encode(), name="letter.txt", select=["TON006"])
        finally:
            Sentence.__init__ = kept  # type: ignore[method-assign]
        return made

    assert taken_apart(2_000) <= taken_apart(200) + 5
