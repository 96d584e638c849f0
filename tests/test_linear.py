"""A letter twice as long takes twice the work, counted in calls; time is measured by benchmarks/speed.py alone."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

import letterlint
from letterlint.checks.quotes import quotation_around, quoted
from letterlint.russian import analysis
from letterlint.russian.analysis import Analysis
from letterlint.zones import atoms, marks

HEAD = "Директору\nООО «Причал»\nСмирнову А.П.\n\nУважаемый Андрей Петрович!\n\n"
#: Something for every kind of rule: quotation marks, dates, blanks, doubled words, abbreviations, demands.
SENTENCES = (
    "По договору от 31.04.202{} № 4 «Поставка «Лесной» гавани» Вы обязаны оплатить счёт до {} марта.",
    "Г-н Белов И.О. сообщил, что ___ в «типовой форме ______ с подписью и печатью стороны» не не хватает {} листов.",
    "Если акт № {} не подписан, немедленно верните его на ул. Лесную, д. 4, и т. д., и т. п.",
    "Направляем копии писем, просим Вас рассмотреть их в срок {} дней!",
)
FOOT = "\n\nДиректор В.И. Кравец"


def letter(joint: str, sentences: int, seed: int = 0) -> bytes:
    text = joint.join(SENTENCES[n % len(SENTENCES)].replace("{}", str(seed + n)) for n in range(sentences))
    return (HEAD + text + FOOT).encode()


def calls(work: Callable[[], object]) -> int:
    """How many calls and resumptions of Python functions ``work`` takes."""
    count = 0

    def seen(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("joint", [" ", "\n\n"], ids=["one paragraph", "paragraphs"])
def test_calls_grow_as_the_letter(joint: str) -> None:
    letterlint.check(letter(joint, 240, seed=5000), name="letter.txt")  # words are looked up, patterns compiled
    once, twice = (calls(lambda n=n: letterlint.check(letter(joint, n, seed=n), name="letter.txt")) for n in (120, 240))
    assert twice < 2.1 * once


def test_the_end_of_a_zone_is_looked_for_in_short_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    ends_zone = marks.ends_zone
    monkeypatch.setattr(atoms.marks, "ends_zone", lambda text: seen.append(len(text)) or ends_zone(text))
    letterlint.parse(letter(" ", 200), name="letter.txt")
    assert len(seen) > 100
    assert max(seen) <= 250


def test_quotations_are_read_once_a_paragraph() -> None:
    text = "Акт «А» принят. " * 500
    quoted(text)
    assert calls(lambda: [quotation_around(text, place) for place in range(0, len(text), 40)]) < 8 * len(text) / 40


def test_every_rule_finds_the_sentences_that_another_took_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Просим Вас оплатить счёт. " * 40
    taken: list[int] = []
    take_apart = Analysis._taken_apart
    monkeypatch.setattr(
        Analysis, "_taken_apart", lambda self, *place: taken.append(place[0]) or take_apart(self, *place)
    )
    whole = Analysis(text, [(0, len(text))])
    for _ in range(5):
        assert len(whole.sentences(0, len(text))) == 40
    assert len(taken) == 40

    monkeypatch.setattr(analysis, "_KEPT", 30)  # of a longer letter the first ones are kept
    taken.clear()
    longer = Analysis(text, [(0, len(text))])
    for _ in range(5):
        assert len(longer.sentences(0, len(text))) == 40
    assert len(taken) == 40 + 4 * 10
