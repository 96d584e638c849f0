from __future__ import annotations

import pytest

from letterlint.model import Severity, Zone
from letterlint.reports import wording


@pytest.mark.parametrize(
    ("number", "letters", "errors"),
    [
        (0, "0 писем", "0 ошибок"),
        (1, "1 письмо", "1 ошибка"),
        (2, "2 письма", "2 ошибки"),
        (4, "4 письма", "4 ошибки"),
        (5, "5 писем", "5 ошибок"),
        (11, "11 писем", "11 ошибок"),
        (12, "12 писем", "12 ошибок"),
        (14, "14 писем", "14 ошибок"),
        (21, "21 письмо", "21 ошибка"),
        (22, "22 письма", "22 ошибки"),
        (111, "111 писем", "111 ошибок"),
        (112, "112 писем", "112 ошибок"),
        (1001, "1001 письмо", "1001 ошибка"),
    ],
)
def test_russian_numbers_govern_their_nouns(number, letters, errors):
    assert wording.count(number, "letter", "ru") == letters
    assert wording.count(number, Severity.ERROR, "ru") == errors


def test_english_numbers():
    assert [wording.count(n, "letter", "en") for n in (0, 1, 2)] == ["0 letters", "1 letter", "2 letters"]


@pytest.mark.parametrize(
    ("clauses", "russian", "english"),
    [
        (["2.5.9.1"], "п. 2.5.9.1", "clause 2.5.9.1"),
        (["2.5.9.3", "2.5.3"], "пп. 2.5.9.3, 2.5.3", "clauses 2.5.9.3, 2.5.3"),
        (["GOST"], "ГОСТ Р 7.0.97-2016", "GOST R 7.0.97-2016"),
        (["GOST 5.17"], "ГОСТ Р 7.0.97-2016, п. 5.17", "GOST R 7.0.97-2016, clause 5.17"),
        (["etiquette"], "деловой этикет", "business etiquette"),
        (["etiquette", "2.4.2"], "п. 2.4.2; деловой этикет", "clause 2.4.2; business etiquette"),
        ([], "", ""),
    ],
)
def test_clauses(clauses, russian, english):
    assert wording.clauses(clauses, "ru") == russian
    assert wording.clauses(clauses, "en") == english


def test_every_zone_and_severity_has_a_name_in_both_languages():
    for lang in ("ru", "en"):
        assert len({wording.zone(zone, lang) for zone in Zone}) == len(Zone)
        assert len({wording.severity(severity, lang) for severity in Severity}) == len(Severity)
