"""Promises and their terms over a whole letter, where one sentence does not tell."""

import pytest

from letterlint import checks, packs, settings
from letterlint.letter import Letter
from letterlint.zones import notation

_RULES = {rule.code: rule for rule in packs.standard()}


def found(code: str, letter: Letter) -> list[str]:
    rule = _RULES[code]
    matches = checks.run(rule.check, letter, dict(rule.settings))
    return [letter.text[slice(*match.span)] for match in matches if match.span]


def letter(*paragraphs: str) -> Letter:
    preamble, *body = paragraphs
    return notation.read("\n".join([f"preamble| {preamble}", *(f"body| {words}" for words in body)]))


def test_only_the_first_promise_is_found() -> None:
    words = letter("Ваше письмо получено.", "Шов заделаем. Раму заменим.", "Деньги вернём.")
    assert found("ACC002", words) == ["заделаем"]


@pytest.mark.parametrize(
    "paragraphs",
    [
        # told in short, then at length
        ("Сообщаем, что стояк будет заменён.", "Бригада придёт 14 мая 2025 года с 10 до 13 часов."),
        # the same action elsewhere
        ("Ваше письмо получено.", "Гарантируем оплату партии.", "Оплата поступит до 16 августа 2025 года."),
        # a pass for the day of an event
        ("Приглашаем Вас на концерт 25 июня 2025 года.", "Ваш столик накроем у окна.", "Пропуск оставим на вахте."),
        # each has its own
        ("Ваше письмо получено.", "Шов заделаем 5 мая 2025 года.", "Деньги вернём через три дня."),
    ],
)
def test_the_letter_names_the_term(paragraphs: tuple[str, ...]) -> None:
    assert found("ACC002", letter(*paragraphs)) == []


@pytest.mark.parametrize(
    "paragraphs",
    [
        # dates of documents, of what is over and of what the reader is asked for
        ("На письмо от 5 мая 2025 года № 7 сообщаем о решении.", "Деньги вернём на карту."),
        ("Ваше письмо получено.", "Плату за период с 1 по 12 мая 2025 года пересчитаем."),
        ("Ваше письмо получено.", "Просим до 5 мая 2025 года прислать схему. Щит осмотрим вместе."),
        # the term of something else
        ("Ваше письмо получено.", "Ошибку исправим.", "Ящик привезёт курьер 16 июня 2025 года."),
    ],
)
def test_another_date_is_no_term(paragraphs: tuple[str, ...]) -> None:
    assert len(found("ACC002", letter(*paragraphs))) == 1


def test_a_vague_term_is_one_finding() -> None:
    words = letter("Ваше письмо получено.", "Ошибку исправим в ближайшее время.")
    assert found("ACC003", words) == ["в ближайшее время"]
    assert found("ACC002", words) == []


def test_a_user_adds_and_takes_away() -> None:
    rule = _RULES["ACC003"]
    words = letter("Ваше письмо получено.", "Ответим оперативно, а смету пришлём вскоре.")
    made = settings.made(rule.check, {"add": ['"оперативно"'], "remove": ['"вскоре"']}, rule.folder)
    matches = checks.run(rule.check, words, {**rule.settings, **made})
    assert [words.text[slice(*match.span)] for match in matches if match.span] == ["оперативно"]
