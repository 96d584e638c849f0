from __future__ import annotations

import json

from tests.reports.make import SALUTATION, letter

from letterlint.letter import Container, PageStart, People, Person
from letterlint.model import Zone
from letterlint.reports.look import Look
from letterlint.reports.parse import zones_document, zones_text

SMIRNOV = Person(None, surname="Смирнов", initials="А.П.", gender="masc", case="datv", position="директор")
IVANOVA = Person(None, surname="Иванова", given="Инна", patronymic="Ильинична", gender="femn", case="nomn")


def test_the_shape_of_the_contract():
    document = json.loads(zones_document(SALUTATION._replace(people=People(addressees=(SMIRNOV,))), "a/letter.docx"))
    assert list(document) == ["version", "path", "kind", "paragraphs", "people"]
    assert (document["version"], document["path"], document["kind"]) == (1, "a/letter.docx", "doc")
    assert document["paragraphs"][0] == {
        "index": 0,
        "source": 10,
        "zone": "addressee",
        "text": "Директору ООО «Вега»\nСмирнову А.П.",
        "page_break_before": False,
        "container": "body",
    }
    assert document["people"] == {
        "addressees": [
            {
                "surname": "Смирнов",
                "given": None,
                "patronymic": None,
                "initials": "А.П.",
                "gender": "masc",
                "case": "datv",
                "position": "директор",
            }
        ],
        "greeted": [],
        "signatories": [],
        "executors": [],
    }


def test_page_breaks_and_containers():
    first, second = SALUTATION.paragraphs[:2]
    changed = (
        first._replace(block=first.block._replace(page_start=PageStart.HARD, container=Container.TABLE)),
        second._replace(block=second.block._replace(page_start=PageStart.PADDED)),
    )
    rows = json.loads(zones_document(SALUTATION._replace(paragraphs=changed), "x"))["paragraphs"]
    assert [(row["page_break_before"], row["container"]) for row in rows] == [(True, "table"), (False, "body")]


def test_empty_paragraphs_count_in_json_and_not_in_text():
    gappy = letter((Zone.SALUTATION, "Уважаемые коллеги!"), (Zone.OTHER, ""), (Zone.PREAMBLE, "Сообщаем."))
    assert [row["index"] for row in json.loads(zones_document(gappy, "x"))["paragraphs"]] == [0, 1, 2]
    assert zones_text(gappy, Look()) == "обращение  Уважаемые коллеги!\nпреамбула  Сообщаем.\n"


def test_text_for_people():
    people = People(addressees=(SMIRNOV,), signatories=(IVANOVA,), executors=(Person(None, surname="Ли"),))
    assert zones_text(SALUTATION._replace(people=people), Look(width=50)) == (
        "адресат      Директору ООО «Вега»\n"
        "             Смирнову А.П.\n"
        "обращение    Уважаемый г-н Смирнов!\n"
        "преамбула    Направляем копию договора.\n"
        "подпись      Директор И.И. Иванов\n"
        "\n"
        "Кому         Смирнов А.П., директор (мужской род,\n"
        "             дательный падеж)\n"
        "Подписал     Иванова Инна Ильинична (женский род,\n"
        "             именительный падеж)\n"
        "Исполнитель  Ли\n"
    )


def test_text_in_english():
    text = zones_text(SALUTATION._replace(people=People(addressees=(SMIRNOV, SMIRNOV))), Look(lang="en"))
    assert text.startswith("addressee   Директору ООО «Вега»\n            Смирнову А.П.\nsalutation  Уважаемый")
    assert text.endswith(
        "To          Смирнов А.П., директор (masculine, dative)\n" + " " * 12 + text.splitlines()[-1][12:] + "\n"
    )


def test_a_zone_is_named_once_for_paragraphs_in_a_row():
    text = zones_text(letter((Zone.BODY, "Первое."), (Zone.BODY, "Второе."), (Zone.CONCLUSION, "Третье.")), Look())
    assert text.splitlines() == ["основной текст  Первое.", "                Второе.", "заключение      Третье."]


def test_a_position_of_several_lines_is_shown_on_one():
    wide = SMIRNOV._replace(position="генеральный директор\nООО «Вега»")
    text = zones_text(SALUTATION._replace(people=People(addressees=(wide,))), Look(width=110))
    assert text.splitlines()[-1].startswith("Кому       Смирнов А.П., генеральный директор ООО «Вега» (")
