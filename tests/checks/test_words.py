"""Words typed twice and words in two alphabets, sentence by sentence."""

import pytest

from letterlint import checks
from letterlint.letter import Letter
from letterlint.model import Match, Safety, TextEdit, Zone
from letterlint.zones import notation


def run(kind: str, sentence: str, zone: Zone = Zone.BODY) -> tuple[Letter, list[Match]]:
    letter = notation.skeleton(zone, sentence)
    return letter, list(checks.run(kind, letter, {}))


def fixed(letter: Letter, matches: list[Match], zone: Zone = Zone.BODY) -> str:
    text, shift = letter.text, 0
    for edit in sorted((e for m in matches for e in m.edits if isinstance(e, TextEdit)), key=lambda edit: edit.span):
        start, stop = edit.span.start + shift, edit.span.stop + shift
        text = text[:start] + edit.text + text[stop:]
        shift += len(edit.text) - (stop - start)
    place = next(letter.zone(zone)).span
    return text[place.start : place.stop + shift]


@pytest.mark.parametrize(
    ("sentence", "right", "safe"),
    [
        ("Просим просим прислать акт.", "Просим прислать акт.", True),
        ("Оплатить долг до до 9 февраля.", "Оплатить долг до 9 февраля.", True),
        ("Отчёты для  для смены.", "Отчёты для смены.", True),
        ("В в связи с этим.", "В связи с этим.", True),
        ("Акт и и счёт.", "Акт и счёт.", False),
        ("Сообщаем, что что акт готов.", "Сообщаем, что акт готов.", False),
        ("Долг просим оплатить до\nдо 9 февраля.", "Долг просим оплатить\nдо 9 февраля.", True),
        ("Просим\nпросим ответить.", "Просим ответить.", True),
        ("Передать передать передать акт.", "Передать акт.", True),
        ("Он он пришёл.", "Он пришёл.", False),
        ("Для ООО ООО «Свет».", "Для ООО «Свет».", False),
        ("Просим Вас вас ответить.", "Просим Вас ответить.", False),
        ("На складе нет нашего нашего груза.", "На складе нет нашего груза.", None),
    ],
)
def test_repeated(sentence: str, right: str, *, safe: bool | None) -> None:
    letter, matches = run("repeated_word", sentence)
    assert len(matches) == 1
    assert fixed(letter, matches) == right
    if safe is not None:
        assert (matches[0].safety is not Safety.HINT) is safe


@pytest.mark.parametrize(
    "sentence",
    [
        "Просим. Просим ещё раз.",
        "Сроки, сроки и сроки.",
        "Так как как раз идёт проверка, ждём.",
        "По ПО вопросов нет.",
        "Собрание в корпусе В в 10 часов.",
        "Собрание в корпусе в в 10 часов.",
        "Подпункт в в редакции от 5 мая.",
        "Чуть чуть лучше, да да, еле еле.",
        "Подписал Иванов Иванов Иванович.",
        "Отель «Бора Бора» и фильм «Танго танго».",
        "Лишить его его доли нельзя.",
        "Если то то исправить, всё получится.",
        "Поставки стали стали дороже.",
        "Отгружено 15 15-килограммовых мешков.",
        "Как бы то ни было было решено ждать.",
        "Акт подписали мы и И. Петров.",
        "Пункт а а) читать иначе.",
        "Груз доставлен с с. Заречное.",
        "Кто-то то и сделал.",
        "Мама мамам не звонила.",
        "Работы за за\u00adявленный срок.",
        "Том XX XX века.",
        "Мероприятие «Мира миру» прошло.",
    ],
)
def test_innocent_doubles(sentence: str) -> None:
    assert run("repeated_word", sentence)[1] == []


def test_lines_of_a_list_may_begin_alike() -> None:
    assert run("repeated_word", "Приложение: акт\nАкт сверки на 2 л.", Zone.ATTACHMENTS)[1] == []
    assert run("repeated_word", "Смирнов\nСмирнов А.П.", Zone.ADDRESSEE)[1] == []


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("Cмирнов", "Смирнов"),
        ("канализaции", "канализации"),
        ("дoгoвору", "договору"),
        ("рocт", "рост"),
        ("ёлкa", "ёлка"),
        ("eгo", "его"),
        ("кBт", "кВт"),
        ("ОOO", "ООО"),
        ("TОО", "ТОО"),
        ("ХX", "XX"),
        ("ХVI", "XVI"),
        ("Goоgle", "Google"),
        ("IТ", "IT"),
        ("A.П. Смирнов", "А.П. Смирнов"),
    ],
)
def test_mixed(written: str, right: str) -> None:
    letter, matches = run("mixed_script", f"Пишем слово {written} в тексте.")
    assert len(matches) == 1
    assert fixed(letter, matches) == f"Пишем слово {right} в тексте."


@pytest.mark.parametrize(
    "words",
    [
        "e-mail'ом и IT-отдел",
        "сталь 09Г2С, Х12МФ, 12Х18Н10Т",
        "формат А4, 1С, В2В",
        "насос НB-15, код КЛ-18/22C",
        "zakaz@свeт.example",
        "www.свeт.example/каtалог",
        "файл Отчeт.xlsx",
        "emailом, вебsite, Mиcrosoft",
        "Раздел iconВ продолжение",  # a blank was lost
        "рост и Google",
        "XX век, СПб, TOO",
        "Wi-Fi-роутер",
        "J.R. Смит",
        "№ А12345ВC",
    ],
)
def test_not_mixed(words: str) -> None:
    assert run("mixed_script", f"Пишем слова {words} в тексте.")[1] == []
