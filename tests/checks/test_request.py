"""Letters that ask, offer, decide and tell nothing, and those that do."""

from pathlib import Path

import pytest

from letterlint import checks, data, packs
from letterlint.model import Match
from letterlint.zones import notation

LETTERS = Path(__file__).with_name("request_letters.txt")
RULE = next(rule for rule in packs.load(data.root() / "standard") if rule.code == "STR003")


def letters(sign: str) -> list[str]:
    return [line[2:] for line in LETTERS.read_text(encoding="utf-8").splitlines() if line.startswith(f"{sign} ")]


def found(zones: str) -> list[Match]:
    return list(
        checks.run(RULE.check, notation.read(f"{zones}\nsignature| Директор   А.П. Смирнов"), dict(RULE.settings))
    )


def body(words: str) -> str:
    return "\n".join(f"body| {paragraph}" for paragraph in words.split(" ¶ "))


@pytest.mark.parametrize("words", letters("-"))
def test_says_nothing(words: str) -> None:
    assert [match.span for match in found(body(words))] == [None]


@pytest.mark.parametrize("words", letters("+"))
def test_says_something(words: str) -> None:
    assert not found(body(words))


def test_is_told_at_the_last_paragraph() -> None:
    zones = (
        "salutation| Уважаемый Глеб Яковлевич!\npreamble| Ситуация нас тревожит.\nconclusion| Надеемся на понимание."
    )
    assert [match.paragraph for match in found(zones)] == [2]


@pytest.mark.parametrize(
    "more",
    [
        "attachments| Приложение: акт на 1 л. в 1 экз.",
        "body| 1. Очереди стали нормой.",
        "body| Ситуация сложилась в пятницу.",
        "body| В доме № 5 ситуация хуже всего.",
        "body| Что Вы об этом думаете?",
    ],
)
def test_one_particular_is_enough(more: str) -> None:
    vague = "preamble| Ситуация нас тревожит.\nbody| Просим принять меры."
    assert found(vague)
    assert not found(f"{vague}\n{more}")


def test_a_letter_without_text_is_for_others() -> None:
    assert not found("salutation| Уважаемый Глеб Яковлевич!")
