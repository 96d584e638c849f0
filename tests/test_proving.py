"""What ``rules test`` tells an author: a page that is right is silent, each thing that is wrong is told once."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import pytest

from letterlint import packs, proving

PAGE = """
severity = "error"
clauses = ["2.5.9.1"]
kinds = ["doc", "mail"]

[ru]
message = "Обращение сокращено: «{text}»"
advice = "Напишите «{full}»."
advice-unknown = "Напишите слово полностью."
why = "Сокращать нельзя."

[en]
message = "Shortened: “{text}”"
advice = "Write “{full}”."
why = "It must not be shortened."

[check]
kind = "title_abbreviated"
zones = ["salutation", "body"]

[fix]
safety = "safe"
reason = "То же слово."

[[example]]
zone = "salutation"
bad = "Уважаемый [[г-н]] Смирнов!"
good = "Уважаемый господин Смирнов!"
severity = "error"

[[example]]
zone = "body"
ok = "Масса груза 500 г. Вершина Белуха видна."
"""


@pytest.fixture
def prove(tmp_path):
    """The flaws of the page above after replacements: number of the example, expected, found."""

    def prover(*changes: tuple[str, str], lang: str = "ru") -> list[tuple[int | None, str, str]]:
        page = PAGE
        for old, new in changes:
            assert old in page
            page = page.replace(old, new, 1)
        (tmp_path / "SAL005-title-abbreviated.toml").write_text(page, encoding="utf-8")
        proof = proving.prove(packs.load(tmp_path), lang)
        assert (proof.rules, proof.examples) == (1, 2)
        return [(flaw.example, flaw.expected, flaw.found) for flaw in proof.flaws]

    return prover


def test_a_page_that_is_right_is_silent(prove):
    assert prove() == []


@pytest.mark.parametrize(
    ("old", "new", "flaw"),
    [
        ("[[г-н]] С", "[[г-н С]]", (1, "«г-н С» (salutation, 10–15)", "«г-н» (salutation, 10–13)")),
        ("[[г-н]]", "г-н", (1, "ничего", "«г-н» (salutation, 10–13)")),
        ("[[г-н]]", "[[господин]]", (1, "«господин» (salutation, 10–18)", "ничего")),
        ('ok = "', 'ok = "Это г-н Белов. ', (2, "ничего", "«г-н» (body, 4–7)")),
        ('severity = "error"\n\n[[', 'severity = "warning"\n\n[[', (1, "степень warning", "степень error")),
        ('severity = "error"\n\n[[', "count = 2\n\n[[", (1, "находок: 2", "«г-н» (salutation, 10–13)")),
        (
            "Уважаемый господин",
            "Уважаемый товарищ",
            (1, "«Уважаемый товарищ Смирнов!»", "«Уважаемый господин Смирнов!»"),
        ),
        ('error"\nclauses', 'info"\nclauses', (1, "степень error", "степень info")),
        ('}»"\nadv', '}»."\nadv', (1, "сообщение без точки в конце", "Обращение сокращено: «г-н».")),
    ],
)
def test_an_example_that_fails(prove, old, new, flaw):
    assert prove((old, new)) == [flaw]


@pytest.mark.parametrize(
    ("old", "new", "expected", "found"),
    [
        ('zone = "body"\nok', "ok", "ровно один из ключей zone и letter = true", "ни одного"),
        ('zone = "body"\nok', 'zone = "body"\nletter = true\nok', "ровно один из ключей zone и letter = true", "оба"),
        ("ok = ", 'bad = "г-н"\nok = ', "ровно один из ключей bad и ok", "оба"),
        ("ok = ", "count = 1\nok = ", "ключ count только рядом с bad", "count рядом с ok"),
        ("ok = ", 'good = "Да."\nok = ', "ключ good только рядом с bad", "good рядом с ok"),
        ('"Масса', '"[[Масса]]', "пометки [[ ]] только в bad", "ok = «[[Масса]] груза 500 г. Вершина Белуха видна.»"),
        ("ok = ", "letter = 1\nok = ", "letter – true или false", "letter = 1"),
        ('zone = "body"\nok = "Масса', 'letter = true\nok = "greeting| Да', None, None),
        ('zone = "body"\nok = "Масса', 'letter = true\nok = "body{align=middle}| Да', None, None),
    ],
)
def test_keys_of_an_example_that_do_not_fit(prove, old, new, expected, found):
    [(number, told_expected, told_found)] = prove((old, new))
    assert number == 2
    if expected is None:
        assert told_expected == "письмо, разметка которого читается"
    else:
        assert (told_expected, told_found) == (expected, found)


def test_a_good_without_a_fix(prove):
    flaws = prove(('[fix]\nsafety = "safe"\nreason = "То же слово."\n', ""))
    assert flaws == [(1, "good только на странице с таблицей [fix]", "таблицы [fix] нет")]


def test_a_fix_that_no_example_shows(prove):
    flaws = prove(('good = "Уважаемый господин Смирнов!"\n', ""))
    assert flaws == [(None, "хотя бы один пример с good: на странице есть [fix]", "примеров с good нет")]


def test_a_fix_without_a_reason(prove):
    assert prove(('reason = "То же слово."\n', ""))[0][2] == "причина не названа"


def test_a_place_in_a_message_that_no_match_fills(prove):
    flaws = prove(("«{full}»", "«{word}»"))
    assert flaws[0] == (None, "ru.advice: слова для {word}", "проверка даёт только {full}, {text}")
    assert flaws[1][0] == 1  # the engine cannot speak either


def test_a_place_in_a_wording_that_no_example_shows(prove):
    flaws = prove(("слово полностью.", "«{whole}» полностью."))
    assert flaws == [(None, "ru.advice-unknown: слова для {whole}", "проверка даёт только {full}, {text}")]


def test_a_brace_without_its_pair(prove):
    assert prove(("сокращено: «{text}»", "сокращено: «{text»"))[0][1] == "ru.message: парные скобки { }"


def test_the_flaws_speak_english(prove):
    flaws = prove(("[[г-н]]", "г-н"), lang="en")
    assert flaws == [(1, "nothing", "«г-н» (salutation, 10–13)")]


def test_the_page_in_contributing_is_right(tmp_path):
    text = (Path(__file__).resolve().parent.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
    example, words, check = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    (tmp_path / "TON099-never-late.toml").write_text(dedent("   " + words + check + example), encoding="utf-8")
    assert proving.prove(packs.load(tmp_path)) == (1, 2, ())
