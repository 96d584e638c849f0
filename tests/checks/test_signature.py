"""Signatures as people write them (handbook of the field, 1.12 and 3.2), rule by rule."""

import pytest

from letterlint import checks
from letterlint.letter import Letter
from letterlint.model import Match, Severity, TextEdit
from letterlint.zones import notation


def signed(signature: str, head: str = "ООО «Свет»") -> Letter:
    """A letter with a signature; «|» begins a line, «||» a paragraph."""
    paragraphs = ["signature| " + "\n| ".join(part.split("|")) for part in signature.split("||")]
    top = [f"letterhead| {head}"] if head else []
    return notation.read("\n".join([*top, "preamble| Просим прислать акт.", *paragraphs]).replace("\t", "\\t"))


def run(kind: str, signature: str, head: str = "ООО «Свет»") -> tuple[Letter, list[Match]]:
    letter = signed(signature, head)
    return letter, list(checks.run(f"signature_{kind}", letter, {}))


def words(letter: Letter, matches: list[Match]) -> list[str]:
    return [letter.text[slice(*match.span)] for match in matches if match.span]


def fixed(letter: Letter, matches: list[Match]) -> str:
    text = letter.text
    edits = [edit for match in matches for edit in match.edits if isinstance(edit, TextEdit)]
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.stop :]
    return text.partition("акт.\u2029")[2]


FULL = [
    "Генеральный директор\tА.П. Смирнов",
    "Генеральный директор ООО «Свет»\t___________\tА.П. Смирнов",
    "Директор ______________ /А.П. Смирнов/",
    "Директор ____________ (Смирнов А.П.)",
    "Директор\tподпись\tСмирнов Андрей Петрович",
    "Генеральный директор|А.П.Смирнов",
    "Заместитель директора|по сбыту\tО.И. Петрова",
    "Начальник отдела\t[подпись]\tПетрова О.И.",
    "А.П. Смирнов, генеральный директор",
    "Смирнов А.П.|Генеральный директор",
    "Директор\tСмирнов",
    "Директор\tА.П. Смирнов|Гл. бухгалтер\tО.И. Петрова",
    "Директор ООО «А»\t\tДиректор ООО «Б»|А.П. Смирнов\t\tБ.Б. Белов",
    "Председатель комиссии\tА.П. Смирнов|Члены комиссии:\tБелов Б.Б.",
    "По доверенности № 5 от 01.02.2025\tО.И. Петрова",
    "Индивидуальный предприниматель\tА.П. Смирнова",
    "Директор____________Иванов",
    "Директор ________|(подпись)|А.П. Смирнов|М.П.",
    "Заместитель генерального директора –|директор департамента|сбыта     А.П. Смирнов",
    "Капитан\tЛи Вэй",
    "Домовой комитет\tА.П. Смирнов",
    "С уважением,||директор бюро «Слово/Word»\tЮ. Гёте",
    "Глава хозяйства||ДОКУМЕНТ ПОДПИСАН|ЭЛЕКТРОННОЙ ПОДПИСЬЮ|Владелец Шефер Артур Андреевич",
    "Директор\tИ.О. Фамилия",
]


@pytest.mark.parametrize("signature", FULL)
def test_complete(signature: str) -> None:
    assert run("complete", signature)[1] == []


@pytest.mark.parametrize(
    ("signature", "missing"),
    [
        ("Представитель по доверенности", "name"),
        ("Директор\t\t", "name"),
        ("Директор ___________/___________", "name"),
        ("управляющая сетью ______________________", "name"),
        ("Директор ________|(подпись)|М.П.", "name"),
        ("Директор _________ А.П. Смирнов|Главный бухгалтер _________", "name"),
        ("ООО «Свет»   А.П. Смирнов", "position"),
        ("________________________ Берёзкина С.Ю.", "position"),
        ("И.О. Петров", "position"),
        ("ДОКУМЕНТ ПОДПИСАН||Владелец: Шефер Артур Андреевич", "position"),
        ("С уважением,", "both"),
        ("С уважением,||М.П.", "both"),
    ],
)
def test_incomplete(signature: str, missing: str) -> None:
    assert [match.variant for match in run("complete", signature)[1]] == [missing]


@pytest.mark.parametrize(
    ("head", "silent"),
    [
        ("ИП Смирнов А.П.", True),
        ("от Смирнова Андрея Петровича", True),
        ("ДИРЕКТОР", True),
        ("Детская поликлиника № 4", False),
        ("ООО «Смирнов и сын»", False),
        ("", False),
    ],
)
def test_who_needs_no_position(head: str, silent: bool) -> None:
    assert (run("complete", "_________ А.П. Смирнов", head)[1] == []) is silent


@pytest.mark.parametrize(
    ("signature", "right"),
    [
        ("/ Директор\tА.П. Смирнов", "Директор\tА.П. Смирнов"),
        ("Директор /\tА.П. Смирнов", "Директор\tА.П. Смирнов"),
        ("Директор / А.П. Смирнов", "Директор\tА.П. Смирнов"),
        ("Заведующая архивом / Ю.С. Миронова", "Заведующая архивом\tЮ.С. Миронова"),
        ("Директор/А.П. Смирнов", "Директор\tА.П. Смирнов"),
        ("Директор ________/А.П. Смирнов", "Директор ________ А.П. Смирнов"),
    ],
)
def test_single_slash(signature: str, right: str) -> None:
    letter, matches = run("slash", signature)
    assert (words(letter, matches), matches[0].severity) == (["/"], None)
    assert fixed(letter, matches) == right


@pytest.mark.parametrize("pair", ["/А.П. Смирнов/", "/ А.П. Смирнов /", "/Смирнов А.П./", "/Ли Вэй/"])
def test_pair_of_slashes_is_an_advice(pair: str) -> None:
    letter, matches = run("slash", f"Директор ________ {pair}")
    assert (words(letter, matches), matches[0].severity) == ([pair], Severity.INFO)
    assert "/" not in fixed(letter, matches)


@pytest.mark.parametrize(
    "signature",
    [
        "Директор /________/ А.П. Смирнов",
        "Директор /подпись/ А.П. Смирнов",
        "Директор ___________/___________ А.П. Смирнов",
        "Директор бюро «Слово/Word»\tЮ. Гёте",
        "Директор/главный бухгалтер\tА.П. Смирнов",
        "Директор\tА.П. Смирнов|(подпись / расшифровка подписи)",
        "Директор\tА.П. Смирнов|05/06/2025, п/п, дом 5/2, р/с",
        "Директор\tА.П. Смирнов|тел. 8 (495) 000-12-34 / 000-12-35",
    ],
)
def test_innocent_slashes(signature: str) -> None:
    assert run("slash", signature)[1] == []


@pytest.mark.parametrize(
    ("signature", "right"),
    [
        ("За директора\tО.И. Петрова", "Директор\tО.И. Петрова"),
        ("за начальника отдела О.И. Петрова", "начальник отдела О.И. Петрова"),
        ("За Генерального директора _____ О.И. Петрова", "Генеральный директор _____ О.И. Петрова"),
    ],
)
def test_preposition(signature: str, right: str) -> None:
    letter, matches = run("for", signature)
    assert [word.lower() for word in words(letter, matches)] == ["за"]
    assert fixed(letter, matches) == right


@pytest.mark.parametrize(
    "signature",
    [
        "Ответственный за электрохозяйство\tА.П. Белов",
        "Директор ООО «За рубежом»\tА.П. Белов",
        "Заведующий складом\tА.П. За",
        "За Родину!",
        "Замдиректора\tА.П. Белов",
        *FULL,
    ],
)
def test_no_preposition(signature: str) -> None:
    assert run("for", signature)[1] == []


@pytest.mark.parametrize(
    ("signature", "right"),
    [
        ("Зам. директора   О.И. Петрова", "Заместитель директора   О.И. Петрова"),
        ("зам директора О.И. Петрова", "заместитель директора О.И. Петрова"),
        ("Зам.ген.директора О.И. Петрова", "Заместитель ген.директора О.И. Петрова"),
        ("ЗАМ. ДИРЕКТОРА О.И. Петрова", "ЗАМЕСТИТЕЛЬ ДИРЕКТОРА О.И. Петрова"),
        ("Замначальника цеха О.И. Петрова", "Заместитель начальника цеха О.И. Петрова"),
        ("Первый зам. директора О.И. Петрова", "Первый заместитель директора О.И. Петрова"),
        ("И.о. зам. директора О.И. Петрова", "И.о. заместителя директора О.И. Петрова"),
        ("Помощник зам. директора О.И. Петрова", "Помощник заместителя директора О.И. Петрова"),
    ],
)
def test_deputy_is_written_out(signature: str, right: str) -> None:
    letter, matches = run("deputy", signature)
    assert fixed(letter, matches) == right


@pytest.mark.parametrize(
    "signature", ["Директор\tО.И. Замятина", "Замерщик\tО.И. Замов", "Заместитель директора\tЗ.А. Зам", *FULL]
)
def test_no_deputy(signature: str) -> None:
    assert run("deputy", signature)[1] == []


@pytest.mark.parametrize(
    ("signature", "acting"),
    [
        ("И.о. директора\tО.И. Петрова", "И.о."),
        ("И. о. директора\tО.И. Петрова", "И. о."),
        ("и.о. генерального директора\tО.И. Петрова", "и.о."),
        ("ИО директора\tО.И. Петрова", "ИО"),
        ("И.О. Директора\tО.И. Петрова", "И.О."),
        ("И.о Директора\tО.И. Петрова", "И.о"),
        ("Исп. обяз. директора\tО.И. Петрова", "Исп. обяз."),
        ("Исполняющий обязанности директора\tО.И. Петрова", "Исполняющий обязанности"),
        ("Исполняющая обязанности||главного врача\tО.И. Петрова", "Исполняющая обязанности"),
        ("Временно исполняющий полномочия главы\tО.И. Петрова", "Временно исполняющий полномочия"),
        ("Врио____________О.И. Петрова", "Врио"),
        ("ВрИО начальника\tО.И. Петрова", "ВрИО"),
        ("ВРИО Руководителя\tО.И. Петрова", "ВРИО"),
        ("Вр.и.о. директора\tО.И. Петрова", "Вр.и.о."),
        ("Вр. и. о. директора\tО.И. Петрова", "Вр. и. о."),
        ("Врип директора\tО.И. Петрова", "Врип"),
        ("Заместитель директора – исполняющий обязанности директора\tО.И. Петрова", "исполняющий обязанности"),
    ],
)
def test_acting(signature: str, acting: str) -> None:
    letter, matches = run("acting", signature)
    assert words(letter, matches) == [acting]


@pytest.mark.parametrize(
    "signature",
    [
        "Директор\tИ.О. Петров",
        "Директор\tИ. О. Генералов",
        "И.О. Мастер",
        "И.О. Фамилия",
        "Исполнительный директор\tИ.О. Кравец",
        "Директор\tВ.И. Орио",
        *FULL,
    ],
)
def test_not_acting(signature: str) -> None:
    assert run("acting", signature)[1] == []


@pytest.mark.parametrize(
    ("signature", "right"),
    [
        ("Директор\tСмирнов А.П.", "Директор\tА.П. Смирнов"),
        ("Директор ____ (Смирнов А. П.)", "Директор ____ (А. П. Смирнов)"),
        ("Директор\tСмирнов А.П", "Директор\tА.П. Смирнов"),
        ("Директор\tА.П. Смирнов|Гл. бухгалтер\tПетрова О.И.", "Директор\tА.П. Смирнов\nГл. бухгалтер\tО.И. Петрова"),
    ],
)
def test_initials_stand_first(signature: str, right: str) -> None:
    letter, matches = run("name_order", signature)
    assert fixed(letter, matches) == right


@pytest.mark.parametrize(
    "signature",
    [
        "Директор\tСмирнов Андрей Петрович",
        "Директор\tА.-М. Леруа",
        "ИП Смирнова А.П.",
        "Директор\tСмирнов",
        "Директор\tА.П. Смирнов||Владелец Шефер А.А.",
    ],
)
def test_order_of_names_is_right(signature: str) -> None:
    assert run("name_order", signature)[1] == []
