"""«г-н», «гг.», «г.» and «господин» with initials, sentence by sentence."""

import pytest

from letterlint import checks
from letterlint.letter import Letter
from letterlint.model import Match, Safety, Severity, TextEdit, Zone
from letterlint.zones import notation

ZONES = ["salutation", "preamble", "body", "conclusion", "attachments"]


def found(kind: str, sentence: str, zone: Zone = Zone.BODY) -> tuple[Letter, list[Match]]:
    letter = notation.skeleton(zone, sentence)
    return letter, list(checks.run(kind, letter, {"zones": ZONES}))


def fixed(letter: Letter, matches: list[Match]) -> str:
    """The paragraph of the first match with all edits made."""
    paragraph = letter.at(matches[0].span.start)
    text = paragraph.text
    edits = [edit for match in matches for edit in match.edits if isinstance(edit, TextEdit)]
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        start, stop = (place - paragraph.span.start for place in edit.span)
        text = text[:start] + edit.text + text[stop:]
    return text


@pytest.mark.parametrize(
    ("sentence", "right"),
    [
        ("Договор подписал г-н Смирнов.", "Договор подписал господин Смирнов."),
        ("Просим передать акт г-ну Смирнову.", "Просим передать акт господину Смирнову."),
        ("Г-н Смирнов сообщил о готовности.", "Господин Смирнов сообщил о готовности."),
        ("Для г-жи Петровой есть пропуск.", "Для госпожи Петровой есть пропуск."),
        ("Встреча с г-ном Смирновым и г-жой Белой.", "Встреча с господином Смирновым и госпожой Белой."),
        ("Встреча с г-н Смирновым.", "Встреча с господином Смирновым."),
        ("Ввиду болезни г-на директора.", "Ввиду болезни господина директора."),
        ("Работы принял г‑н Коваль.", "Работы принял господин Коваль."),
        ("На встрече были гг. Иванов и Петров.", "На встрече были господа Иванов и Петров."),
        ("Приглашаем гг. Иванова и Петрова.", "Приглашаем господ Иванова и Петрова."),
        ("Вручить гг. Иванову, Петрову и Белову.", "Вручить господам Иванову, Петрову и Белову."),
        ("Договор с гг. Ивановым и Петровым.", "Договор с господами Ивановым и Петровым."),
        ("Г-да Иванов и Петров просят.", "Господа Иванов и Петров просят."),
        ("Письмо подписал г. А.П. Смирнов.", "Письмо подписал господин А.П. Смирнов."),
        ("Письмо передано г. Смирнову лично.", "Письмо передано господину Смирнову лично."),  # the addressee
    ],
)
def test_case_and_gender_are_kept(sentence: str, right: str) -> None:
    letter, matches = found("title_abbreviated", sentence)
    assert fixed(letter, matches) == right
    assert all(match.severity is Severity.WARNING for match in matches)


@pytest.mark.parametrize(
    "sentence",
    [
        "В 2023–2024 гг. Иванов работал в цехе.",
        "За 2020 и 2021 гг. Общество уплатило налог.",
        "В 1990-е гг. Петров и Белов работали вместе.",
        "В гг. Тверь и Псков открыты склады.",
        "Договор от 01.02.2024 г. Смирнов подписал.",
        "Склад находится в г. Смирнов.",
        "Он живёт в г. Чехов А.П. Смирнов это подтвердил.",
        "Из г. Киров Иванов приедет 5 мая.",
        "Доставка в г. Н. Новгород и в г. Пушкин.",
        "Поездка по г. Кирову и области.",
        "Груз 500 г. Смирнов проверил.",
        "Администрация г.о. Химки согласна.",
        "Г.Г. Иванов и Г. Петров подписали акт.",
        "В жалобе сказано: «г-н Смирнов обязан ответить».",
        "гр. Иванов обратился с заявлением.",
        "Заполните гр. 5 и гр. 6 формы.",
        "Глава г. Ковалёв И.И. Петров согласен.",
        "Вершина г. Белуха видна от нас.",
    ],
)
def test_years_towns_and_quotations_are_no_titles(sentence: str) -> None:
    assert found("title_abbreviated", sentence)[1] == []


def test_unknown_case_gets_no_edit() -> None:
    """«Шевченко» and «Ткаченко» do not tell the case of «гг.»."""
    _, [match] = found("title_abbreviated", "Пропуск для гг. Шевченко и Ткаченко готов.")
    assert (match.edits, match.variant) == ((), "unknown")


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Приходил господин Смирнов А.П.", "А.П."),
        ("Документы вручены господину А.П. Смирнову.", "А.П."),
        ("Документы вручены госпоже Анне Петровне.", "госпоже Анне Петровне"),
        ("На встрече господин Андрей Смирнов выступил.", "Андрей"),
        ("Приходил г-н Смирнов А.П.", "А.П."),
    ],
)
def test_initials_in_text_are_a_hint(sentence: str, words: str) -> None:
    letter, [match] = found("title_with_initials", sentence)
    assert letter.text[slice(*match.span)] == words
    assert (match.severity, match.safety) == (Severity.WARNING, Safety.HINT)


@pytest.mark.parametrize(
    "sentence",
    [
        "Приходил господин Смирнов.",
        "Наш представитель – господин Ли Вэй.",
        "Наш гость – господин Джон Смит.",
        "Наш гость – господин Томас Мюллер.",
        "Наш гость – господин Дж. Смит.",
        "Встреча с господином директором А.П. Смирновым.",
        "«Господин Смирнов А.П. обязан», – сказано в жалобе.",
        "Спектакль «Господин А.П. Чехов» идёт 5 мая.",
        "Встреча с госпожой Белой и господином Ли.",
        "Смирнов А.П. и А.П. Петров – господа известные.",
    ],
)
def test_surname_foreigner_and_position_go_with_the_title(sentence: str) -> None:
    assert found("title_with_initials", sentence)[1] == []


@pytest.mark.parametrize("zone", [Zone.ADDRESSEE, Zone.SIGNATURE, Zone.EXECUTOR, Zone.APPENDIX, Zone.COPY])
def test_initials_are_right_outside_text(zone: Zone) -> None:
    assert found("title_with_initials", "господину Смирнову А.П.", zone)[1] == []


def test_both_rules_speak_and_their_edits_go_together() -> None:
    """«г-н Смирнов А.П.» breaks two rules (catalogue)."""
    letter, short = found("title_abbreviated", "Уважаемый г-н Смирнов А.П.!", Zone.SALUTATION)
    _, initials = found("title_with_initials", "Уважаемый г-н Смирнов А.П.!", Zone.SALUTATION)
    assert fixed(letter, [*short, *initials]) == "Уважаемый господин Смирнов!"
    assert short[0].severity is None


def test_salutation_in_the_text_is_an_error_too() -> None:
    letter = notation.read("addressee| Смирнову А.П.\npreamble| Уважаемый г-н Смирнов, направляем акт г-ну Белову.")
    matches = list(checks.run("title_abbreviated", letter, {"zones": ["salutation"]}))
    assert [letter.text[slice(*match.span)] for match in matches] == ["г-н"]
    assert matches[0].severity is None


@pytest.mark.parametrize(
    ("block", "right"),
    [
        ("г-ну Смирнову А.П.", "господину Смирнову А.П."),
        ("Г-же Петровой О.И.", "Госпоже Петровой О.И."),
        ("г-н Смирнову А.П.", "господину Смирнову А.П."),
        ("гр. Водолазову С.Н.", "гражданину Водолазову С.Н."),
        ("гр-ке Петровой О.И.", "гражданке Петровой О.И."),
        (
            "Гр. Сидорову П.П., проживающему по адресу: г. Энск",
            "Гражданину Сидорову П.П., проживающему по адресу: г. Энск",
        ),
    ],
)
def test_addressee_in_the_dative(block: str, right: str) -> None:
    letter = notation.skeleton(Zone.ADDRESSEE, block)
    matches = list(checks.run("title_abbreviated", letter, {"zones": ["addressee"], "dative": True}))
    assert fixed(letter, matches) == right
