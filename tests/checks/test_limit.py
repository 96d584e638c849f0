"""How paragraphs of the body are counted."""

import pytest

from letterlint import checks, zones
from letterlint.letter import Block, Container, Letter, Place, Source
from letterlint.model import Kind, Severity, Zone
from letterlint.zones import notation

SHORT = "Работы выполнены в срок."


def few_or_many(letter: Letter) -> list[str]:
    return [
        f"{match.variant} {match.words['count']}"
        for match in checks.run("text_length", letter, {"minimum": 2, "maximum": 5})
    ]


def letter_of(*body: str) -> Letter:
    lines = [
        "preamble| Сообщаем о ремонте лифта.",
        *(f"body| {words}" for words in body),
        "conclusion| Рады были помочь.",
    ]
    return notation.read("\n".join(lines))


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ((), ["few 0"]),
        ((SHORT,), ["few 1"]),
        ((SHORT, SHORT), []),
        ((SHORT,) * 5, []),
        ((SHORT,) * 6, ["many 6"]),
        (("Нам нужны:", "– насос;", "– шланг."), ["few 1"]),
        (("Нам нужны:", "насос;", "шланг."), ["few 1"]),
        (("Нам нужны:", "насос;", "шланг.", SHORT), []),
        (("Нам нужны:", "1) насос;", "2) шланг.", "Их вывезем сами:", "а) в мае;", "б) в июне."), []),
        ((*(SHORT,) * 4, "Нам нужны:", "– насос;", "– шланг;", "– хомут."), []),
        (("Сроки", SHORT, "Цена", SHORT, "Гарантия", SHORT, "Обучение", SHORT), []),
        (("Сроки", SHORT), ["few 1"]),
        (("1. Сроки", SHORT, "2. Цена", SHORT), []),
        (("1. Сроки исполнены. Замечаний нет.", "2. Цена прежняя. Скидки нет."), []),
        (("Работы выполнены", "в срок и без замечаний."), ["few 1"]),
        (("1. Первый пункт исполнен.", "2. Второй пункт исполнен."), ["few 1"]),
    ],
)
def test_lists_headings_and_broken_lines(body: tuple[str, ...], found: list[str]) -> None:
    assert few_or_many(letter_of(*body)) == found


@pytest.mark.parametrize(("after", "found"), [((), ["few 1"]), (("Разница учтена в счёте за июнь.",), [])])
def test_rows_of_a_table_are_one_paragraph(after: tuple[str, ...], found: list[str]) -> None:
    pieces = [(Block("Сообщаем расчёт.", 0), Zone.PREAMBLE), (Block("Расход по месяцам:", 1), Zone.BODY)]
    for number in range(12):
        place = Place(table=(0, number // 2, number % 2), flow="table 0")
        pieces.append((Block(str(number), 2 + number, container=Container.TABLE, place=place), Zone.BODY))
    pieces += [(Block(words, 90), Zone.BODY) for words in after]
    pieces.append((Block("Рады были помочь.", 99), Zone.CONCLUSION))
    letter = zones.build(Source(Kind.DOC, tuple(block for block, _ in pieces), formatted=False), "test", pieces)
    assert few_or_many(letter) == found


@pytest.mark.parametrize(
    ("preamble", "body", "severity"),
    [
        ("Направляем акт сверки от 05.06.2025 № 17.", "Просим подписать его и вернуть.", Severity.INFO),
        ("Поздравляем Вас с юбилеем завода!", "Ваши насосы работают у нас тридцать лет.", Severity.INFO),
        ("Благодарим за помощь в уборке урожая.", "Без Ваших машин мы не успели бы.", Severity.INFO),
        ("Приглашаем Вас на выставку.", "Она откроется 5 мая 2025 г.", Severity.INFO),
        ("Направляем счёт от 05.06.2025 № 17.", "Просим оплатить его до 16 июня.", None),
        ("Сообщаем о переносе встречи.", "Она состоится 5 мая 2025 г.", None),
        ("Благодарим за обращение и сообщаем о замене насоса.", "Он заменён 5 мая.", None),
        ("Направляем предложение о поставке насосов.", "Цена насоса 5 000 руб.", None),
    ],
)
def test_a_letter_of_courtesy_or_a_cover_letter_may_be_short(
    preamble: str, body: str, severity: Severity | None
) -> None:
    letter = notation.read(f"preamble| {preamble}\nbody| {body}\nconclusion| Всего доброго.")
    assert [m.severity for m in checks.run("text_length", letter, {"minimum": 2, "maximum": 5})] == [severity]


def test_no_letter_no_finding() -> None:
    assert few_or_many(notation.read("letterhead| ООО «Свет»")) == []
    assert few_or_many(notation.read("salutation| Уважаемые коллеги!\nsignature| Директор   А.П. Смирнов")) == ["few 0"]
