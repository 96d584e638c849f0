"""Addressee blocks of practice, each with what is wrong with it."""

import pytest

from letterlint import checks
from letterlint.model import Safety, Severity, Zone
from letterlint.zones import notation

COMPLETE = [
    "Генеральному директору\nООО «Ромашка»\nСмирнову А.П.",
    "Генеральному директору\nООО «Ромашка»\nА.П. Смирнову",
    'Директору ООО "Ромашка" Смирнову Андрею Петровичу',
    "ООО «Ромашка»\nГлавному бухгалтеру\nВ.М. Котовой",
    "Руководителям управляющих организаций",
    "Директорам школ (по списку)",
    "Всем потребителям",
    "Родителям учеников 5 класса",
    "Жителям дома № 5",
    "Смирновой Анне Петровне\nул. Речная, д. 7, кв. 3,\nг. Энск, Энская обл., 100000",
    "Бойко Антонине Ивановне\nул. Ткачей, д. 18, кв. 5, г. Заволжск, 432011",
    "Гр. Сидорову П.П., проживающему по адресу: г. Энск, ул. Лесная, д. 2",
    "Потребителю по л/с 1234567890",
    "Собственнику помещения\nул. Лесная, д. 5, кв. 12",
    "ИП Кузнецову Д.В.",
    "Индивидуальному предпринимателю\nКузнецову Д.В.",
    "Председателю ТСЖ «Уют» Ковальчук Г.И.",
    "Начальнику отдела энергетики\nАдминистрации г. Энска\nБелых С.С.",
    "Директору Смирнову Андрею Петровичу и главному инженеру Белову И.И.",
    "Судье Арбитражного суда\nПриозёрной области\nЛаптевой Н.Г.",
    "Командиру части 00000\nполковнику Черных М.П.",
    "Ректору\nКазанского приборостроительного института\nпрофессору Гулиа М.А.",
    "Директору\nООО «Пекарня «Ржаной край»\nГончаренко В.П.",
    "И.о. директора\nООО «Вега»\nСмирнову А.П.",
    "Шеф-повару ресторана «Лес»\nПетрову И.И.",
    "Старосте деревни Лужки\nМухину П.П.",
    "Доценту кафедры физики Ли Вэю",
    "Генеральному директору ООО «За рубежом»\nМайер-Шульц Хельге",
    "Директору ООО «Приложение»\nПервому О.О.",
    "Епископу Энскому и Лесному Игнатию",
    "ГЕНЕРАЛЬНОМУ ДИРЕКТОРУ\nООО «ВЕГА»\nСМИРНОВУ А.П.",
]
INCOMPLETE = {
    "ООО «Костромской хор»\nАбрамовой Н.Л.": "position",
    "Администрация г. Энска\nСмирнову А.П.": "position",
    "Кому: Иванову И.И.": "position",
    "Смирнову А.П.\nsmirnov@example.ru": "position",
    "Смирнову А.П., Белову И.И., Юрьевой К.К.": "position",
    "Генеральный директор ООО «Ромашка»": "person",
    "Генеральному директору ООО «Ромашка»": "person",
    "Директору\nООО «Вега»\nСмирнову": "name",
    "Директору ООО «Вега»\nАндрею Петровичу": "name",
    "ООО «Вега»": "organisation",
    "АО «Вектор»\nОтдел закупок": "organisation",
    "ПАО «Банк», Службе безопасности": "organisation",
    "Администрация г. Энска": "organisation",
    "Редакция газеты «Энские вести»": "organisation",
    "В Управление Роспотребнадзора по Энской области": "organisation",
}
DATIVE = [
    *COMPLETE,
    *(block for block, variant in INCOMPLETE.items() if variant in {"position", "name", "organisation"}),
    "Директору ООО «Вега»\nШевчук О.И.",
    "Директору ООО «Вега»\nШевченко Олегу Ивановичу",
    "Заведующей детским садом № 5\nОрловой И.И.",
    "Директору\nООО «Вега»\nот Смирнова А.П.",
    "Директору музея «Смирнов А.П.»\nПетрову И.И.",
]


@pytest.mark.parametrize("block", COMPLETE)
def test_complete(block: str) -> None:
    assert list(checks.run("addressee_complete", notation.skeleton(Zone.ADDRESSEE, block), {})) == []


@pytest.mark.parametrize("block", INCOMPLETE)
def test_incomplete(block: str) -> None:
    letter = notation.skeleton(Zone.ADDRESSEE, block)
    [match] = checks.run("addressee_complete", letter, {})
    assert match.variant == INCOMPLETE[block]
    assert match.severity is (Severity.WARNING if match.variant == "organisation" else None)
    assert match.paragraph is not None
    assert letter.paragraphs[match.paragraph].zone is Zone.ADDRESSEE


@pytest.mark.parametrize("block", DATIVE)
def test_dative(block: str) -> None:
    assert list(checks.run("addressee_case", notation.skeleton(Zone.ADDRESSEE, block), {})) == []


@pytest.mark.parametrize(
    ("block", "words", "right", "safety"),
    [
        ("Директор ООО «Ромашка» Смирнов А.П.", "Директор", "Директору … Смирнову", None),
        ("Директор\nООО «Вега»\nСмирнову А.П.", "Директор", "Директору", None),
        ("Генеральный директор ООО «Ромашка»", "Генеральный директор", "Генеральному директору", None),
        ("Кому: Смирнов А.П.", "Смирнов", "Смирнову", None),
        ("Главному бухгалтеру\nПетрова Ольга Ильинична", "Петрова", "Петровой Ольге Ильиничне", None),
        ("Директору\nТолстой И.Л.", None, None, None),
        ("Директору\nКоваль Остап Юрьевич", "Коваль", "Ковалю Остапу Юрьевичу", Safety.HINT),
        ("Директору\nМамин-Сибиряк Пётр Ильич", "Мамин-Сибиряк", "Мамину-Сибиряку Петру Ильичу", Safety.HINT),
        ("Зам. директора\nСМИРНОВ А.П.", "СМИРНОВ", "СМИРНОВУ", None),
    ],
)
def test_nominative(block: str, words: str | None, right: str | None, safety: Safety | None) -> None:
    letter = notation.skeleton(Zone.ADDRESSEE, block)
    matches = list(checks.run("addressee_case", letter, {}))
    if words is None:
        assert matches == []
        return
    [match] = matches
    assert letter.text[slice(*match.span)] == words
    assert match.words["right"] == right
    assert match.safety is safety


def test_one_match_for_each_person() -> None:
    block = "Директор\nООО «Вега»\nСмирнов А.П.\nГлавный инженер\nБелов И.И."
    letter = notation.skeleton(Zone.ADDRESSEE, block)
    matches = list(checks.run("addressee_case", letter, {}))
    assert [letter.text[slice(*match.span)] for match in matches] == ["Директор", "Главный инженер"]


def test_doubtful_surname_is_left_beside_a_position() -> None:
    """The position is certain and is changed; «Шевчук» is left to people."""
    letter = notation.skeleton(Zone.ADDRESSEE, "Директор\nООО «Вега»\nШевчук Олег Иванович")
    [match] = checks.run("addressee_case", letter, {})
    assert [edit.text for edit in match.edits] == ["Директору"]
    assert match.words["right"] == "Директору … Шевчуку Олегу Ивановичу"


def test_no_block() -> None:
    letter = notation.read("preamble| Направляем акт.")
    for kind in ("addressee_complete", "addressee_case"):
        assert list(checks.run(kind, letter, {})) == []
