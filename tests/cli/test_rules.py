"""``rules list``, ``rules test`` and ``explain`` over the shipped rules and over packs of one's own."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest

from letterlint import data
from letterlint.cli import run

PACK = data.root() / "standard"
TITLE = (PACK / "SAL005-title-abbreviated.toml").read_text(encoding="utf-8")


@pytest.fixture
def call(folder, capfdbinary):
    """Run the command line in this process, in an empty folder: status, output, errors."""

    def caller(*args: str) -> tuple[int, str, str]:
        capfdbinary.readouterr()
        status = run(list(args))
        sys.stdout.flush()
        captured = capfdbinary.readouterr()
        return status, captured.out.decode(), captured.err.decode()

    return caller


def codes(output: str) -> list[str]:
    return [rule["code"] for rule in json.loads(output)["rules"]]


@pytest.mark.parametrize("args", [["rules"], ["rules", "list"], ["--lang", "ru", "rules"], ["rules", "--lang=ru"]])
def test_the_list(call, args):
    status, out, err = call(*args)
    assert (status, err) == (0, "")
    assert "SAL005 · title-abbreviated · ошибка · п. 2.5.9.1 · есть правка\n  Обращение к человеку сокращено\n" in out
    assert re.search(r"\n\n\d+ правил[оа]?\n$", out)


def test_a_wide_terminal_has_a_table(call, monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")
    _, out, _ = call("rules", "--select", "EXM00", "--lang", "en")
    head, *rows = out.splitlines()
    assert head.split() == ["code", "name", "severity", "clause", "fix", "what", "it", "finds"]
    at = head.index("what")
    assert rows[0][at:] == "The letter has no executor mark"
    assert rows[-1] == "8 rules"


@pytest.mark.parametrize("columns", ["1", "20", "40", "79", "100", "200"])
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_no_line_is_wider_than_the_terminal(call, monkeypatch, columns, lang):
    monkeypatch.setenv("COLUMNS", columns)
    for args in (["rules"], ["explain", "EXM007"], ["rules", "test", str(PACK)]):
        status, out, _ = call(*args, "--lang", lang)
        assert status == 0
        assert [line for line in out.splitlines() if len(line) > max(int(columns), 30)] == []


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (["--select", "LNG003,LNG004"], ["LNG003", "LNG004"]),
        (["--select", "title-abbreviated"], ["SAL005"]),
        (["--select", "SAL00", "--ignore", "2.5.9.1", "--extend-select", "LNG003"], ["LNG003", "SAL009"]),
    ],
)
def test_rules_are_chosen_as_in_check(call, args, expected):
    status, out, _ = call("rules", "--output-format", "json", *args)
    assert (status, codes(out)) == (0, expected)


def test_the_json_of_the_list(call):
    _, out, _ = call("rules", "list", "--select", "SAL005", "--output-format", "json", "--lang", "en")
    [rule] = json.loads(out)["rules"]
    assert rule == {
        "code": "SAL005",
        "name": "title-abbreviated",
        "severity": "error",
        "clauses": ["2.5.9.1"],
        "kinds": ["doc", "mail"],
        "fixable": True,
        "fix": "safe",
        "message": "The title of a person is shortened",
        "why": rule["why"],
    }


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["rules", "tset"], "Нет команды «tset» (возможно, «test»)."),
        (["rules", "list", "SAL"], "Лишнее слово «SAL»: правила выбирает параметр --select"),
        (["rules", "--select", "SAL999"], "Неизвестное правило «SAL999» (возможно, «SAL"),
        (["rules", "test"], "Назовите одну папку со страницами правил."),
        (["rules", "test", "no"], "Нет папки «no»."),
        (["rules", "test", "."], "В папке «.» нет страниц правил"),
        (["explain"], "Назовите одно правило, например SAL005."),
        (["explain", "SAL999"], "Неизвестное правило «SAL999» (возможно, «SAL"),
        (["explain", "title-abreviated"], "Неизвестное правило «title-abreviated» (возможно, «title-abbreviated»)."),
        (
            ["explain", "SAL"],
            "«SAL» – это не одно правило (SAL001, SAL002, SAL003, SAL004, SAL005…). Список: letterlint",
        ),
        (["explain", "2.5.9", "--lang", "en"], "“2.5.9” is not one rule (ADR001, "),
    ],
)
def test_wrong_usage_is_told_in_one_sentence(call, args, sentence):
    status, out, err = call(*args)
    assert (status, out) == (2, "")
    assert err.startswith(sentence)
    assert err.count("\n") == 1


@pytest.mark.parametrize("word", ["SAL005", "sal005", "title-abbreviated"])
def test_explain(call, word):
    status, out, err = call("explain", word)
    assert (status, err) == (0, "")
    assert "Почему (п. 2.5.9.1)\n  Слово «господин» в обращении" in out
    assert "Безопасное. Сокращение заменяется" in out
    assert "Плохо (обращение)\n  Уважаемый г-н Смирнов!\n            ^^^\n" in out
    assert "Хорошо (обращение)\n  Уважаемый господин Смирнов!\n" in out
    assert "Не считается ошибкой\n  • Уважаемый господин Смирнов!\n" in out


def test_explain_in_english(call):
    _, out, _ = call("explain", "SAL005", "--lang", "en")
    for words in (
        "What it finds\n",
        "Why (clause 2.5.9.1)\n",
        "Safe. The short form is replaced",
        "Bad (salutation)\n",
    ):
        assert words in out


def test_a_rule_that_is_off_can_be_explained(call, write):
    write("letterlint.toml", 'ignore = ["SAL005"]\n')
    assert "SAL005" not in call("rules")[1]
    assert call("explain", "SAL005")[1].startswith("SAL005 · ")


def test_rules_of_a_pack_that_the_project_names(call, write):
    write("pyproject.toml", "")
    write("letterlint.toml", 'packs = ["./own"]\nlang = "en"\n')
    write("own/pack.toml", 'name = "own"\nversion = "1"\nru = "Свои"\nen = "Own"\n')
    write("own/TITLE001-own-title.toml", TITLE)
    assert "TITLE001 · own-title · error" in call("rules")[1]
    assert "Bad (salutation)" in call("explain", "TITLE001")[1]


def test_the_shipped_pack_passes(call):
    status, out, err = call("rules", "test", str(PACK))
    assert (status, err) == (0, "")
    assert out.startswith("Проверено: ")
    assert out.endswith(" Недочётов нет.\n")


@pytest.fixture
def failing(write):
    """A pack whose first example expects too much."""
    write("own/AB001-title.toml", TITLE.replace("[[г-н]] Смирнов!", "[[г-н Смирнов]]!", 1))
    return "own"


def test_a_failing_example_is_told(call, failing):
    status, out, err = call("rules", "test", failing)
    assert (status, err) == (1, "")
    page = os.path.join("own", "AB001-title.toml")  # noqa: PTH118 - as the system writes it
    assert out == (
        f"{page}: пример 1\n"
        "  нужно: «г-н Смирнов» (salutation, 10–21)\n"
        "  есть: «г-н» (salutation, 10–13)\n"
        "    Уважаемый [[г-н Смирнов]]!\n"
        "\n"
        "Проверено: 1 правило, 13 примеров. Найдено: 1 недочёт.\n"
    )


def test_the_json_of_a_proof(call, failing):
    status, out, _ = call("rules", "test", failing, "--output-format", "json", "--lang", "en")
    proof = json.loads(out)
    assert status == 1
    assert proof["summary"] == {"rules": 1, "examples": 13, "flaws": 1}
    [flaw] = proof["flaws"]
    assert {**flaw, "file": ""} == {
        "file": "",
        "code": "AB001",
        "name": "title",
        "example": 1,
        "expected": "«г-н Смирнов» (salutation, 10–21)",
        "found": "«г-н» (salutation, 10–13)",
        "text": "Уважаемый [[г-н Смирнов]]!",
    }


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("severity =", "severty =", "(возможно, «severity»)"),
        ('["2.5.9.1"]', '"2.5.9.1"', "«clauses» = '2.5.9.1': здесь нужно значение вида: список строк."),
        ('advice = "', 'advice = 5 # "', "«ru.advice» = 5: здесь нужно значение вида: строка."),
        ("[fix]", "[[fix]]", "здесь нужно значение вида: таблица."),
    ],
)
def test_a_page_that_is_wrong_is_status_2(call, write, old, new, told):
    write("own/AB001-title.toml", TITLE.replace(old, new, 1))
    status, out, err = call("rules", "test", "own")
    assert (status, out) == (2, "")
    assert told in err
    assert err.count("\n") == 1


def test_a_wrong_pack_toml_is_told_too(call, write, failing):
    write("own/pack.toml", 'name = "own"\n')
    assert call("rules", "test", failing)[0] == 2


@pytest.mark.parametrize("encoding", ["cp866:strict", "cp1251:strict", "ascii:strict", "utf-8"])
@pytest.mark.parametrize("args", [["rules"], ["explain", "SAL009"], ["rules", "test", "own"]])
def test_text_is_written_to_any_console(folder, failing, encoding, args):
    done = subprocess.run(
        [sys.executable, "-m", "letterlint", *args],
        env={**os.environ, "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (int("test" in args), b"")
    assert done.stdout.decode(encoding.partition(":")[0])
