"""Which orders of zones are offences: zones in tables, columns and boxes have none."""

import pytest

from letterlint import checks, zones
from letterlint.letter import Block, Container, Place, Source
from letterlint.model import Kind, Zone
from letterlint.zones import notation

WORDS = {
    "L": (Zone.LETTERHEAD, "ООО «Кувырок»"),
    "R": (Zone.REFERENCE, "05.06.2025 № 44"),
    "A": (Zone.ADDRESSEE, "Директору цирка Манежной Н.Н."),
    "S": (Zone.SUBJECT, "О репетиции"),
    "G": (Zone.SALUTATION, "Уважаемая Нина Ниловна!"),
    "T": (Zone.BODY, "Просим предоставить манеж 17 июня 2025 г. с 9:00."),
    "-": (Zone.BODY, "– прожектор для манежа;"),
    "N": (Zone.ATTACHMENTS, "Приложение: план на 1 л. в 1 экз."),
    "C": (Zone.COPY, "Копия: главному режиссёру"),
    "P": (Zone.SIGNATURE, "Тренер                   К.К. Сальто"),
    "p": (Zone.SIGNATURE, "С уважением,"),
    "X": (Zone.EXECUTOR, "Исп. Прыгунова Эмма Львовна, 8 (495) 000-12-34"),
    "+": (Zone.BODY, "P.S. Билеты для Вас оставлены в кассе цирка."),
}


def misplaced(pieces: list[tuple[Block, Zone]]) -> list[str]:
    letter = zones.build(Source(Kind.DOC, tuple(block for block, _ in pieces), formatted=True), "test", pieces)
    return [match.variant for match in checks.run("zone_order", letter, {})]


def plain(letters: str) -> list[tuple[Block, Zone]]:
    return [(Block(WORDS[sign][1], number), WORDS[sign][0]) for number, sign in enumerate(letters)]


@pytest.mark.parametrize(
    ("letters", "found"),
    [
        ("LRASGTTTpPX", []),
        ("LRSAGTTTPNX", []),
        ("ASLRGTTPR", []),
        ("ACSGTTNPCX", []),
        ("LAGTTpNPX", []),
        ("GTTP", []),
        ("TTP", []),
        ("LAGTT-PX", []),
        ("LAGTTPX+", []),
        ("AGTTXP", []),
        ("GATTP", ["salutation"]),
        ("GASTTP", ["salutation"]),
        ("AGSTTP", ["subject"]),
        ("ASTGTP", ["salutation"]),
        ("ASTTPG", ["salutation"]),
        ("SGTTPA", ["addressee"]),
        ("SGTATP", ["addressee"]),
        ("AGTSTP", ["subject"]),
        ("ASGPTTT", ["signature"]),
        ("ASGTTpPT", ["signature"]),
        ("ASGNTTP", ["attachments"]),
        ("ASGTTNTP", ["attachments"]),
        ("ASGTCTP", ["copy"]),
        ("GTTSAP", ["addressee", "subject"]),
        ("AGATTP", []),
        ("ASGTPTP", []),
    ],
)
def test_order_in_the_body(letters: str, found: list[str]) -> None:
    assert misplaced(plain(letters)) == found


def test_zones_of_one_table_have_no_order() -> None:
    cells = [
        (block._replace(container=Container.TABLE, place=Place(table=(0, 0, n), flow="table 0")), zone)
        for n, (block, zone) in enumerate(plain("GA"))
    ]
    assert misplaced([*cells, *plain("TTP")]) == []


def test_a_table_has_an_order_to_the_text() -> None:
    cell, zone = plain("A")[0]
    below = cell._replace(container=Container.TABLE, place=Place(table=(0, 0, 0), flow="table 0"))
    assert misplaced([*plain("GTTP"), (below, zone)]) == ["addressee"]


def test_boxes_and_columns_have_no_order() -> None:
    box, zone = plain("A")[0]
    boxed = box._replace(container=Container.TEXTBOX, place=Place(flow="box 0"))
    assert misplaced([*plain("GTTP"), (boxed, zone)]) == []
    left, right = ((block._replace(place=Place(column=n)), zone) for n, (block, zone) in enumerate(plain("GA")))
    assert misplaced([left, right, *plain("TTP")]) == []


def test_the_place_is_the_first_paragraph_of_the_zone() -> None:
    letter = notation.read(
        "salutation| Уважаемая Нина Ниловна!\n"
        "preamble| Просим предоставить манеж 17 июня 2025 г. с 9:00.\n"
        "signature| Тренер   К.К. Сальто\n"
        "addressee| Директору\n"
        "addressee| Манежной Н.Н.\n"
    )
    assert [match.paragraph for match in checks.run("zone_order", letter, {})] == [3]
