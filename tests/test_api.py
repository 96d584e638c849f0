"""What programs call: paths, bytes, python-docx documents, letters; choices of rules; what fails and how."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

import letterlint
from letterlint import checks
from letterlint.model import Match

LETTERS = Path(__file__).resolve().parent.parent / "fixtures" / "letters"
WORD = LETTERS / "carpentry-reply" / "letter.docx"


def codes(report: letterlint.Report) -> list[str]:
    return [finding.code for finding in report.findings]


def test_every_kind_of_source_gives_the_same() -> None:
    by_path = letterlint.check(WORD)
    letter = letterlint.parse(WORD)
    assert codes(by_path) == ["ADR003", "SAL007", "EXM008"]
    for source in (str(WORD), WORD.read_bytes(), docx.Document(str(WORD)), letter):
        report = letterlint.check(source)
        assert codes(report) == codes(by_path)
        assert report.letter is not None
        assert report.letter.text == letter.text


def test_bytes_are_read_by_name_or_by_content() -> None:
    text = "Уважаемый г-н Смирнов!\n\nПросим направить акт сверки до 16 июня.\n"
    for data, name in ((text.encode("cp1251"), "letter.txt"), (text.encode(), None)):
        assert "SAL005" in codes(letterlint.check(data, name=name))


def test_a_document_is_checked_as_it_stands_now() -> None:
    document = docx.Document(str(WORD))
    for table in document.tables:
        for cell in table.columns[1].cells:
            for paragraph in cell.paragraphs:
                if paragraph.text.startswith("Управляющий"):
                    paragraph.runs[0].text = paragraph.runs[0].text.replace("Управляющий", "Управляющему")
    assert "Управляющему делами" in letterlint.parse(document).text


@pytest.mark.parametrize(
    ("select", "expected"),
    [
        (["SAL007"], ["SAL007"]),
        (["SAL"], ["SAL007"]),
        (["sal007,EXM"], ["SAL007", "EXM008"]),
        (["salutation-name-form"], ["SAL007"]),
        (["2.5.9"], ["SAL007", "EXM008"]),
        (["2.5.9.7"], ["EXM008"]),
        (["GOST"], ["ADR003"]),
        (["2.5.1"], None),
        (["SAL07"], None),
    ],
)
def test_rules_are_chosen(select: list[str], expected: list[str] | None) -> None:
    if expected is None:
        with pytest.raises(letterlint.ConfigError, match=select[0]):
            letterlint.check(WORD, select=select)
    else:
        assert codes(letterlint.check(WORD, select=select)) == expected


def test_an_unknown_rule_names_the_nearest() -> None:
    with pytest.raises(letterlint.ConfigError, match=r"«SAL070».*возможно, «SAL010»"):
        letterlint.check(WORD, select=["SAL070"])
    with pytest.raises(letterlint.ConfigError) as error:
        letterlint.check(WORD, ignore=["title-abreviated"])
    assert "perhaps “title-abbreviated”" in error.value.say("en")


def test_a_crashing_rule_hides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    original = checks.find

    def broken(kind: str) -> checks.Check:
        def crash(letter: letterlint.Letter, **settings: object) -> Iterator[Match]:
            raise ZeroDivisionError("nothing by nothing")

        return crash if kind == "salutation_name_form" else original(kind)

    monkeypatch.setattr(checks, "find", broken)
    report = letterlint.check(WORD)
    assert codes(report) == ["ADR003", "EXM008"]
    [failure] = report.failures
    assert (failure.kind, failure.rule) == ("rule", "SAL007")
    assert "ZeroDivisionError" in failure.message


def test_what_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(letterlint.ReadError, match="не найден"):
        letterlint.check(tmp_path / "nowhere.docx")
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    with pytest.raises(letterlint.ReadError, match="пуст") as error:
        letterlint.parse(empty)
    assert "empty" in error.value.reason_en


def test_words_in_english() -> None:
    report = letterlint.check(WORD, lang="en")
    assert not any("а" <= sign <= "я" for finding in report.findings for sign in finding.message.split("“")[0])


def test_the_library_looks_for_a_configuration_only_when_asked(tmp_path: Path) -> None:
    (tmp_path / "letterlint.toml").write_text('ignore = ["SAL"]\nlang = "en"\n', encoding="utf-8")
    letter = tmp_path / "letter.docx"
    letter.write_bytes(WORD.read_bytes())
    assert codes(letterlint.check(letter)) == ["ADR003", "SAL007", "EXM008"]
    for source, name in ((letter, None), (WORD.read_bytes(), str(letter))):
        report = letterlint.check(source, name=name, config="auto")
        assert codes(report) == ["ADR003", "EXM008"]
        assert "surname" in report.findings[0].message or "position" in report.findings[0].message
    own = tmp_path / "own.toml"
    own.write_text('select = ["EXM"]', encoding="utf-8")
    assert codes(letterlint.check(letter, config=own)) == ["EXM008"]
    assert codes(letterlint.check(letter, profile="gost2016", select=["EXM008"])) == ["EXM008"]


@pytest.mark.parametrize(
    ("settings", "letter", "silent"),
    [
        ({"LNG003": {"allowed": ["ПРОСИМ"]}}, "Просим просим прислать акт до 5 мая.", "LNG003"),
        ({"LNG004": {"allowed": ["Cмирнов"]}}, "Акт получил Cмирнов лично 5 мая 2025 года.", "LNG004"),
        ({"ACC008": {"allowed": ["[фио]"]}}, "Просим указать [ФИО] до 5 мая 2025 года.", "ACC008"),
        ({"STR001": {"add": ["рапортуем"]}}, "Рапортуем без слов и дат о делах наших в цехе.", "STR001"),
        ({"STR004": {"add": ["подписан~ обеими"]}}, "Направляем акт.\n\nАкт подписан обеими сторонами.", "STR004"),
        ({"SAL002": {"allowed": ["дорогой"]}}, "Дорогой Андрей Петрович!\n\nНаправляем акт сверки.", "SAL002"),
        (
            {"SIG006": {"allowed": ["врио"]}},
            "Уважаемый Андрей Петрович!\n\nНаправляем акт сверки.\n\nВрио директора      А.П. Смирнов",
            "SIG006",
        ),
    ],
)
def test_words_are_added_and_taken_out(
    tmp_path: Path, settings: dict[str, dict[str, list[str]]], letter: str, silent: str
) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        "".join(f"[rules.{code}]\n{key} = {words}\n" for code, set_ in settings.items() for key, words in set_.items()),
        encoding="utf-8",
    )
    before, after = (letterlint.check(letter.encode(), config=config) for config in (None, own))
    assert silent in codes(before)
    assert codes(after) == [code for code in codes(before) if code != silent]
