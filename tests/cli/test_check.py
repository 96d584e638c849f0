from __future__ import annotations

import json
from pathlib import Path

import pytest

CLEAN = "Уважаемый Андрей Петрович!\n"
ERROR = "Уважаемый г-н Смирнов!\n"
WARNING = "Просим принять меры.\n"
ADVICE = "Москва - столица.\n"


@pytest.mark.parametrize(
    ("text", "fail_on", "status"),
    [
        (CLEAN, "info", 0),
        (ADVICE, "info", 1),
        (ADVICE, "warning", 0),
        (ADVICE, "error", 0),
        (WARNING, "info", 1),
        (WARNING, "warning", 1),
        (WARNING, "error", 0),
        (ERROR, "error", 1),
        (ERROR + "BROKEN", "error", 2),
        (CLEAN + "PART", "error", 2),
        (ERROR + "PART", "error", 2),
        (CLEAN + "NOTE", "info", 0),
    ],
)
@pytest.mark.parametrize("output_format", ["text", "json", "jsonl"])
def test_exit_status(call, write, text, fail_on, status, output_format):
    name = write("letter.txt", text)
    assert call("check", name, "--fail-on", fail_on, "--output-format", output_format)[0] == status


def test_the_default_fails_on_warnings(call, write):
    assert call("check", write("a.txt", WARNING))[0] == 1
    assert call("check", write("b.txt", ADVICE))[0] == 0


def test_json_is_complete_whatever_the_status(call, write):
    names = [write("a.txt", ERROR), write("b.txt", "BROKEN"), write("c.txt", CLEAN + "PART"), "missing.txt"]
    status, out, err = call("check", *names, "--output-format", "json")
    document = json.loads(out)
    assert (status, err) == (2, "")
    assert [file["path"] for file in document["files"]] == ["a.txt", "c.txt"]
    assert [(error["path"], error["kind"]) for error in document["errors"]] == [
        ("b.txt", "unreadable"),
        ("c.txt", "part"),
        ("missing.txt", "unreadable"),
    ]
    assert document["summary"]["files"] == 2


def test_all_severities_are_in_json_whatever_fails(call, write):
    _, out, _ = call("check", write("a.txt", ERROR + WARNING + ADVICE), "--fail-on", "error", "--output-format", "json")
    assert json.loads(out)["summary"] == {
        "files": 1,
        "error": 1,
        "warning": 1,
        "info": 1,
        "fixable": 3,
        "unsafe_fixable": 0,
    }


def test_jsonl(call, write):
    names = [write("a.txt", ERROR), write("b.txt", "BROKEN"), write("c.txt", CLEAN + "PART")]
    status, out, _ = call("check", *names, "--output-format", "jsonl")
    lines = [json.loads(line) for line in out.splitlines()]
    assert status == 2
    assert [next(iter(line)) for line in lines] == ["file", "error", "file", "error", "summary"]
    assert lines[-1]["summary"]["files"] == 2


def test_strict_makes_errors_of_notes(call, write):
    name = write("a.txt", CLEAN + "NOTE")
    status, out, _ = call("check", name, "--strict", "--output-format", "json")
    document = json.loads(out)
    assert status == 2
    assert document["files"][0]["notes"] == []
    assert [(error["kind"], error["message"]) for error in document["errors"]] == [("part", "рисунок не прочитан")]
    document = json.loads(call("check", name, "--output-format", "json")[1])
    assert [note["kind"] for note in document["files"][0]["notes"]] == ["note"]
    assert document["errors"] == []


def test_folders_are_walked_and_each_letter_is_checked_once(call, write, folder):
    write("letters/a.txt", ERROR)
    write("letters/old/b.txt", ERROR)
    paths = ["letters/a.txt", "letters", "./letters/old/../a.txt", "letters/a.txt", str(folder / "letters/a.txt")]
    _, out, _ = call("check", *paths, "--output-format", "json")
    assert [file["path"] for file in json.loads(out)["files"]] == [
        "letters/a.txt",
        str(Path("letters/old/b.txt")),
    ]


def test_a_folder_without_letters_does_not_stop_the_others(call, write, folder):
    (folder / "empty").mkdir()
    status, out, _ = call("check", "empty", write("a.txt", CLEAN))
    assert status == 2
    assert out.startswith("empty: не прочитано: в папке «empty» нет писем\n")
    assert "Проверено 1 письмо. Замечаний нет. Не прочитано: 1 файл.\n" in out


def test_a_crash_while_reading_does_not_stop_the_others(call, write):
    status, out, _ = call("check", write("a.txt", "CRASH"), write("b.txt", ERROR), "--output-format", "json")
    document = json.loads(out)
    assert status == 2
    assert [(error["path"], error["kind"]) for error in document["errors"]] == [("a.txt", "limit")]
    assert [file["path"] for file in document["files"]] == ["b.txt"]


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        ((), ["SAL005", "STR003", "TYP003"]),
        (("--select", "SAL"), ["SAL005"]),
        (("--select", "SAL,TYP003"), ["SAL005", "TYP003"]),
        (("--select", "SAL", "--select", "dash"), ["SAL005", "TYP003"]),
        (("--ignore", "2.5.9"), ["STR003", "TYP003"]),
        (("--select", "SAL", "--extend-select", "etiquette"), ["SAL005", "TYP003"]),
    ],
)
def test_choice_of_rules(call, write, options, codes):
    _, out, _ = call("check", write("a.txt", ERROR + WARNING + ADVICE), "--output-format", "json", *options)
    assert [finding["code"] for finding in json.loads(out)["files"][0]["findings"]] == codes


def test_text_in_russian(call, write):
    status, out, err = call("check", write("a.txt", ERROR + ADVICE), write("b.txt", CLEAN))
    assert (status, err) == (1, "")
    assert out == (
        "a.txt\n"
        "  основной текст · SAL005 · ошибка · п. 2.5.9.1\n"
        "  «г-н» – № 1…\n"
        "    Уважаемый г-н Смирнов!\n"
        "              ^^^\n"
        "  → Исправьте.\n"
        "\n"
        "  совет · TYP003 × 1 · « - » – № 1…\n"
        "\n"
        "Проверено 2 письма: 1 ошибка, 1 совет.\n"
        "Советы показаны строкой на правило; полностью: --show info.\n"
    )


def test_text_in_english_by_option_and_by_environment(call, write, monkeypatch):
    name = write("a.txt", ERROR)
    expected = "  body · SAL005 · error · clause 2.5.9.1\n"
    assert expected in call("check", name, "--lang", "en")[1]
    assert expected in call("--lang", "en", "check", name)[1]
    monkeypatch.setenv("LETTERLINT_LANG", "en")
    assert expected in call("check", name)[1]
    assert expected not in call("check", name, "--lang=ru")[1]


def test_show_info(call, write):
    out = call("check", write("a.txt", ADVICE), "--show", "info")[1]
    assert "    Москва - столица.\n          ~~~\n" in out


def test_colour(call, write, monkeypatch):
    name = write("a.txt", ERROR)
    assert "\x1b[" not in call("check", name)[1]
    assert "\x1b[31m" in call("check", name, "--color", "always")[1]
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[31m" in call("check", name, "--color=always")[1]


def test_width_of_the_terminal(call, write, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    out = call("check", write("a.txt", "Просим сообщить. " * 9 + WARNING))[1]
    assert max(map(len, out.splitlines())) <= 40
