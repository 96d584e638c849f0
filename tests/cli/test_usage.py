from __future__ import annotations

import pytest

import letterlint


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["chek"], "Нет команды «chek» (возможно, «check»)."),
        (["--lang", "en", "chek"], "There is no command “chek” (did you mean “check”?)."),
        (["--verbose"], "Нет параметра «--verbose» (возможно, «--version»)."),
        (["check"], "Укажите хотя бы один файл или папку."),
        (["check", "--lang", "en"], "Name at least one file or folder."),
        (["check", "a.txt", "--selct", "SAL"], "Нет параметра «--selct» (возможно, «--select»)."),
        (["check", "a.txt", "-z"], "Нет параметра «-z»."),
        (["check", "a.txt", "-o"], "Параметру «-o» нужно значение."),
        (["check", "a.txt", "--strict=1"], "Параметр «--strict» употребляется без значения."),
        (
            ["check", "a.txt", "--fail-on", "warn"],
            "«--fail-on»: неизвестное значение «warn» (возможно, «warning»); есть error, warning, info.",
        ),
        (
            ["check", "a.txt", "--output-format", "xml", "--lang", "en"],
            "“--output-format”: unknown value “xml”; there are text, json, jsonl.",
        ),
        (["check", "a.txt", "--lang", "de"], "«--lang»: неизвестное значение «de»; есть ru, en."),
        (["check", "a.txt", "--select", "STR033"], "Неизвестное правило «STR033» (возможно, «STR003»)."),
        (
            ["check", "a.txt", "--stdin-filename", "b.txt"],
            "--stdin-filename имеет смысл только вместе с «-» (стандартный ввод).",
        ),
        (["parse", "a.txt", "b.txt"], "Укажите одно письмо."),
        (["parse"], "Укажите хотя бы один файл или папку."),
    ],
)
def test_wrong_usage_is_told_in_one_sentence(call, write, args, sentence):
    write("a.txt", "")
    write("b.txt", "")
    assert call(*args) == (2, "", sentence + "\n")


def test_an_unknown_language_in_the_environment(call, monkeypatch):
    monkeypatch.setenv("LETTERLINT_LANG", "fr")
    assert call("check", "a.txt") == (2, "", "«--lang»: неизвестное значение «fr»; есть ru, en.\n")


def test_after_two_dashes_there_are_only_paths(call, write):
    status, out, _ = call("check", "--", "--lang", "en")
    assert status == 2
    assert "--lang: не прочитано: файл не найден" in out


def test_no_arguments_show_the_help_as_wrong_usage(call):
    status, out, err = call()
    assert (status, out) == (2, "")
    assert err.startswith("Использование: letterlint [ПАРАМЕТРЫ] КОМАНДА …\n")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--help"], ["Использование: letterlint [ПАРАМЕТРЫ] КОМАНДА …", "Команды:", "Параметры:", "Код возврата"]),
        (["--lang", "en", "--help"], ["Usage: letterlint [OPTIONS] COMMAND …", "Commands:", "Options:", "Exit status"]),
        (["check", "--help"], ["Использование: letterlint check [ПАРАМЕТРЫ] ПУТЬ…", "--fail-on error|warning|info"]),
        (["check", "--lang=en", "--help"], ["Usage: letterlint check [OPTIONS] PATH…", "Show this help."]),
        (["parse", "--help"], ["Использование: letterlint parse [ПАРАМЕТРЫ] ПУТЬ", "Показать эту справку."]),
    ],
)
def test_help(call, args, words):
    status, out, err = call(*args)
    assert (status, err) == (0, "")
    assert [word for word in words if word not in out] == []
    english = any("en" in arg.split("=") for arg in args)
    assert all(
        foreign not in out for foreign in (["Параметры", "справку"] if english else ["Usage", "Options", "Show"])
    )


def test_version(call):
    assert call("--version") == (0, f"letterlint {letterlint.__version__}\n", "")


def test_a_broken_rule_page_is_told(call, write, monkeypatch):
    def broken():
        raise letterlint.RuleError("SAL005.toml: неизвестный ключ «severty».")

    monkeypatch.setattr("letterlint.packs.standard", broken)
    assert call("check", write("a.txt", "")) == (2, "", "SAL005.toml: неизвестный ключ «severty».\n")


def test_a_crash_is_status_2_because_1_would_mean_findings(call, write, monkeypatch):
    def crash():
        raise ZeroDivisionError

    monkeypatch.setattr("letterlint.packs.standard", crash)
    status, out, err = call("check", write("a.txt", ""))
    assert (status, out) == (2, "")
    assert err.endswith("Внутренняя ошибка letterlint (ZeroDivisionError): сообщите о ней разработчикам.\n")


def test_ctrl_c_is_quiet(call, write, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("letterlint.api.find_files", interrupt)
    status, out, err = call("check", write("a.txt", ""), "-o", "report.txt")
    assert (status, out, err.strip()) == (130, "", "")
