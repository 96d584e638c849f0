"""Executor marks as people write them (handbook of the field, 1.13), rule by rule."""

from collections.abc import Sequence

import pytest

from letterlint import checks, zones
from letterlint.letter import (
    Alignment,
    Block,
    Container,
    Letter,
    PageStart,
    ParagraphStyle,
    Place,
    Run,
    Sheet,
    Shown,
    Source,
)
from letterlint.model import DeleteParagraph, InsertParagraph, Kind, Match, Severity, StyleEdit, Zone
from letterlint.zones import notation

TEXT = "Просим прислать акт сверки до 16 июня 2025 года."
MARK = "Исп. Прыгунова Эмма Львовна, 8 (495) 000-12-34"


def run(kind: str, mark: str, **settings: object) -> tuple[Letter, list[Match]]:
    letter = notation.skeleton(Zone.EXECUTOR, mark)
    return letter, list(checks.run(f"executor_{kind}", letter, settings))


def build(pieces: Sequence[tuple[Zone, Block]], *, formatted: bool = True, pages: int | None = None) -> Letter:
    blocks = [(block._replace(source=number), zone) for number, (zone, block) in enumerate(pieces)]
    source = Source(Kind.DOC, tuple(block for block, _ in blocks), formatted, Sheet(pages=pages))
    return zones.build(source, "test", blocks)


@pytest.mark.parametrize(
    "mark",
    [
        "Иванова Мария Петровна\n8 (495) 000-12-34",
        "Исп.: Иванова Мария Петровна, тел. 8 (495) 000-12-34 доб. 123",
        "Иванова Мария Петровна, ведущий специалист ОРК,\n+7 (495) 000-12-34, ivanova@example.ru",
        "Подготовил: Иванова Мария Петровна",
        "Хисамова Лиана Маратовна, 8 (34739) 000-24",
        "Исп. Столяров Фёдор Макарович",
        "Отп. 2 экз.\nИсп. Мария Петровна Иванова",
        "Тер-Петросян Карина Арамовна",
        "Нгуен Тхи Лан",
        "Ли Вэй",
        "Мамедов Рашид Али оглы",
        "Исп. Фамилия Имя Отчество",
        "Исполнитель: [ФИО]",
    ],
)
def test_full_names(mark: str) -> None:
    assert run("name", mark)[1] == []


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        ("Исп. Иванова М.П.", "Иванова М.П."),
        ("Исп. М.П. Иванова\nт. 000-12-34", "М.П. Иванова"),
        ("Исполнитель: Иванова М. П.", "Иванова М. П."),
        ("Исп. Чуйкова Е. тел. 8 (47345) 000-52", "Чуйкова Е."),
        ("Мария Иванова", "Мария Иванова"),
        ("Исп. Мария Иванова, 8 (495) 000-12-34", "Мария Иванова"),
        ("Иванова\n12345", "Иванова"),
        ("Мария Петровна, 8 (495) 000-12-34", "Мария Петровна"),
    ],
)
def test_names_not_in_full(mark: str, name: str) -> None:
    letter, matches = run("name", mark)
    assert [letter.text[slice(*match.span)] for match in matches if match.span] == [name]


@pytest.mark.parametrize(
    "mark", ["Исполнитель: ____________", "8 (495) 000-12-34", "Исп. отдел сбыта, 8 (495) 000-12-34"]
)
def test_no_name(mark: str) -> None:
    assert [match.variant for match in run("name", mark)[1]] == ["missing"]


@pytest.mark.parametrize(
    ("number", "has_code"),
    [
        ("8 (495) 000-12-34", True),
        ("+7 495 000 12 34", True),
        ("+74950001234", True),
        ("8-495-000-12-34", True),
        ("8(495)0001234", True),
        ("(495) 000-12-34, 000-12-35", True),
        ("8 800 000-00-00, доб. 5-12", True),
        ("8 (495) 000-12-34 (вн. 1234)", True),
        ("8 (34377) 000-18-42", True),
        ("моб. 8-900-000-45-67", True),
        ("тел. 000-12-34", False),
        ("вн. 12-34", False),
        ("12345", False),
        ("00-12-34", False),
    ],
)
def test_area_code(number: str, *, has_code: bool) -> None:
    mark = f"Иванова Мария Петровна, {number}"
    assert run("phone", mark, want="number")[1] == []
    assert (run("phone", mark, want="code")[1] == []) is has_code


@pytest.mark.parametrize(
    "mark", ["Иванова Мария Петровна", "Иванова Мария Петровна\n05.06.2025, 2 экз.", "Исп. Иванова, тел. ____"]
)
def test_no_phone(mark: str) -> None:
    letter, matches = run("phone", mark, want="number")
    assert [match.paragraph for match in matches] == [next(letter.zone(Zone.EXECUTOR)).index]
    assert run("phone", mark, want="code")[1] == []


def test_no_mark_is_an_advice_unless_it_is_required() -> None:
    letter = notation.read(f"preamble| {TEXT}\nsignature| Директор   А.П. Смирнов")
    assert [match.severity for match in checks.run("executor_missing", letter, {})] == [Severity.INFO]
    assert [match.severity for match in checks.run("executor_missing", letter, {"require": True})] == [None]
    for kind, settings in (("name", {}), ("phone", {"want": "number"}), ("position", {}), ("signatory", {})):
        assert not list(checks.run(f"executor_{kind}", letter, settings))


MAIN = Run(0, len(TEXT), "Times New Roman", 14.0)


def looks(*runs: Run, main: Run = MAIN, formatted: bool = True) -> Letter:
    text = Block(TEXT, 0, runs=(main,))
    mark = Block(MARK, 0, runs=runs)
    return build([(Zone.PREAMBLE, text), (Zone.EXECUTOR, mark)], formatted=formatted)


def test_only_the_runs_that_differ_are_changed() -> None:
    letter = looks(Run(0, 5, "Arial", 10.0), Run(5, len(MARK), "Times New Roman", 10.0))
    (match,) = checks.run("executor_font", letter, {})
    start = letter.paragraphs[1].span.start
    assert match.edits == (StyleEdit(1, "font", "Times New Roman", (start, start + 5)),)


@pytest.mark.parametrize(
    ("size", "right"),
    [(14.0, 11.0), (11.5, 11.0), (11.0, None), (10.95, None), (10.0, None), (9.5, 10.0), (8.0, 10.0)],
)
def test_sizes(size: float, right: float | None) -> None:
    letter = looks(Run(0, len(MARK), None, size))
    matches = list(checks.run("executor_size", letter, {"minimum": 3, "maximum": 4}))
    assert [edit for match in matches for edit in match.edits] == ([StyleEdit(1, "size", right)] if right else [])


def test_looks_that_are_not_known_say_nothing() -> None:
    sizes = {"minimum": 3, "maximum": 4}
    assert not list(checks.run("executor_size", looks(Run(0, len(MARK))), sizes))
    assert not list(checks.run("executor_font", looks(Run(0, len(MARK))), {}))
    assert not list(checks.run("executor_size", looks(Run(0, len(MARK), None, 14.0), formatted=False), sizes))
    assert not list(checks.run("executor_font", looks(Run(0, len(MARK), "Arial"), main=Run(0, len(TEXT))), {}))


def placed(mark: Block, *, after: Sequence[tuple[Zone, Block]] = (), pages: int | None = None) -> list[str]:
    letter = build(
        [
            (Zone.PREAMBLE, Block(TEXT, 0)),
            (Zone.SIGNATURE, Block("Директор   Л.Л. Трюк", 0)),
            *after,
            (Zone.EXECUTOR, mark),
        ],
        pages=pages,
    )
    return [match.variant for match in checks.run("executor_position", letter, {})]


@pytest.mark.parametrize(
    ("style", "found"),
    [
        (ParagraphStyle(), []),
        (ParagraphStyle(Alignment.JUSTIFY, first_line=12.5), []),
        (ParagraphStyle(Alignment.LEFT, left=20), []),
        (ParagraphStyle(Alignment.RIGHT), ["left"]),
        (ParagraphStyle(Alignment.CENTER), ["left"]),
        (ParagraphStyle(left=80), ["left"]),
    ],
)
def test_left(style: ParagraphStyle, found: list[str]) -> None:
    assert placed(Block(MARK, 0, style=style)) == found


@pytest.mark.parametrize(
    ("place", "found"),
    [
        (Place(horizontal="left", flow="box 0"), []),
        (Place(horizontal="right", flow="box 0"), ["left"]),
        (Place(horizontal="left", vertical="top", flow="box 0"), ["left"]),
        (Place(flow="box 0"), []),
        (Place(table=(0, 0, 1), flow="table 0"), []),
    ],
)
def test_boxes_and_tables(place: Place, found: list[str]) -> None:
    container = Container.TABLE if place.table else Container.TEXTBOX
    assert placed(Block(MARK, 0, container=container, place=place)) == found


@pytest.mark.parametrize(
    ("shown", "pages", "appendix", "found"),
    [
        (Shown.EVERY_PAGE, None, False, []),
        (Shown.EVERY_PAGE, 1, False, []),
        (Shown.EVERY_PAGE, 2, False, ["footer"]),
        (Shown.EVERY_PAGE, None, True, ["footer"]),
        (Shown.FIRST_PAGE, 2, False, ["footer"]),
        (Shown.FIRST_PAGE, 2, True, []),
        (Shown.LAST_SECTION, 3, False, []),
        (Shown.LAST_SECTION, 3, True, []),
    ],
)
def test_footers(shown: Shown, pages: int | None, appendix: bool, found: list[str]) -> None:
    footer = Block(MARK, 0, container=Container.FOOTER, place=Place(shown=shown, flow="footer"))
    after = [(Zone.APPENDIX, Block("Приложение", 0, page_start=PageStart.HARD))] if appendix else []
    assert placed(footer, after=after, pages=pages) == found


def test_header() -> None:
    header = Block(MARK, 0, container=Container.HEADER, place=Place(shown=Shown.FIRST_PAGE, flow="header"))
    assert placed(header) == ["footer"]


def test_among_appendices_only_where_a_page_break_proves_it() -> None:
    for start, found in ((PageStart.HARD, ["sheet"]), (PageStart.NO, [])):
        after = [(Zone.APPENDIX, Block("Приложение", 0, page_start=start))]
        assert placed(Block(MARK, 0), after=after) == found


def test_between_two_signatures_nothing_is_sure() -> None:
    assert placed(Block(MARK, 0), after=[]) == []
    letter = build(
        [
            (Zone.PREAMBLE, Block(TEXT, 0)),
            (Zone.SIGNATURE, Block("Директор   Л.Л. Трюк", 0)),
            (Zone.EXECUTOR, Block(MARK, 0)),
            (Zone.SIGNATURE, Block("Главный бухгалтер   М.М. Тихий", 0)),
        ]
    )
    assert not list(checks.run("executor_position", letter, {}))


def test_the_mark_moves_below_the_signature() -> None:
    letter = notation.read(f"preamble| {TEXT}\nexecutor| {MARK}\nsignature| Директор   Л.Л. Трюк\ncopy| Копия: в дело")
    (match,) = checks.run("executor_position", letter, {})
    assert match.edits == (InsertParagraph(3, MARK, like=1), DeleteParagraph(1))


@pytest.mark.parametrize(
    ("signature", "mark", "same"),
    [
        ("Начальник отдела   М.П. Иванова", "Исп.: Иванова Мария Петровна, 8 (495) 000-12-34", True),
        ("Начальник отдела   Иванова М.П.", "Иванова М.П., 8 (495) 000-12-34", True),
        ("Начальник отдела   Иванова Мария Петровна", "Иванова Мария Петровна", True),
        ("ИП   Ф.М. Столяров", "Исп. Столяров Фёдор Макарович", True),
        ("Начальник отдела   М.П. Иванов", "Иванова Мария Петровна", False),
        ("Начальник отдела   М.П. Иванова", "Иванов Михаил Петрович", False),
        ("Начальник отдела   М.П. Иванова", "Иванова Анна Петровна", False),
        ("Начальник отдела   М.П. Иванова", "Петрова Мария Петровна", False),
        ("Начальник отдела   ________", "Петрова Мария Петровна", False),
    ],
)
def test_the_signatory_needs_no_mark(signature: str, mark: str, *, same: bool) -> None:
    letter = notation.read(f"preamble| {TEXT}\nsignature| {signature}\nexecutor| {mark}")
    assert bool(list(checks.run("executor_signatory", letter, {}))) is same
