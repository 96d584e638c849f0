from __future__ import annotations

import re

from tests.reports.make import SALUTATION, finding, letter, spot

from letterlint.cli.streams import substitute_for
from letterlint.letter import Report
from letterlint.model import Failure, Severity, Zone
from letterlint.reports.look import Look
from letterlint.reports.tally import Tally
from letterlint.reports.text import document, letter_text, summary

OFFENCE = finding(SALUTATION, spot(SALUTATION, "г-н"))
ADVICE = finding(
    SALUTATION,
    spot(SALUTATION, " "),
    code="TYP003",
    severity=Severity.INFO,
    clauses=("etiquette",),
    message="Дефис вместо тире.",
)


def report(*findings, **parts):
    return Report("почта/ответ.docx", SALUTATION, findings=findings, **parts)


def test_a_finding_in_full():
    assert letter_text(report(OFFENCE), Look()) == (
        "почта/ответ.docx\n"
        "  обращение · SAL005 · ошибка · п. 2.5.9.1\n"
        "  Слово «господин» сокращено.\n"
        "    Уважаемый г-н Смирнов!\n"
        "              ^^^\n"
        "  → Напишите его полностью.\n"
        "\n"
    )


def test_in_english():
    english = OFFENCE._replace(message="“г-н” is an abbreviation.", suggestion="Write it in full.")
    assert document([report(english)], Look(lang="en")) == (
        "почта/ответ.docx\n"
        "  salutation · SAL005 · error · clause 2.5.9.1\n"
        "  “г-н” is an abbreviation.\n"
        "    Уважаемый г-н Смирнов!\n"
        "              ^^^\n"
        "  → Write it in full.\n"
        "\n"
        "Checked 1 letter: 1 error.\n"
    )


def test_a_warning_is_underlined_otherwise():
    assert "    Уважаемый г-н Смирнов!\n              ~~~\n" in letter_text(
        report(OFFENCE._replace(severity=Severity.WARNING)), Look()
    )


def test_something_missing_shows_the_paragraph_without_underline():
    text = letter_text(report(finding(SALUTATION, paragraph=3, message="Нет должности.")), Look())
    assert "    место: Директор И.И. Иванов\n" in text
    assert "^" not in text
    assert "~" not in text


def test_the_whole_letter_shows_no_paragraph():
    text = letter_text(report(finding(suggestion="")), Look())
    assert (
        text == "почта/ответ.docx\n  письмо в целом · SAL005 · ошибка · п. 2.5.9.1\n  Слово «господин» сокращено.\n\n"
    )


def test_headers_and_attachments_are_named():
    text = letter_text(report(finding(header="Subject"), finding(attachment="счёт\x1b.pdf")), Look())
    assert "поле Subject · SAL005" in text
    assert "вложение счёт·.pdf · SAL005" in text


def test_advice_is_folded_to_a_line_per_rule():
    advice = [ADVICE] * 23 + [ADVICE._replace(code="TON008", message="Сокращение не раскрыто.")]
    text = document([report(OFFENCE, *advice)], Look())
    assert "\n\n  совет · TON008 × 1 · Сокращение не раскрыто.\n  совет · TYP003 × 23 · Дефис вместо тире.\n\n" in text
    assert text.endswith("1 ошибка, 24 совета.\nСоветы показаны строкой на правило; полностью: --show info.\n")


def test_advice_is_listed_on_request():
    text = document([report(ADVICE, ADVICE)], Look(show_info=True))
    assert text.count("TYP003 · совет · деловой этикет") == 2
    assert "×" not in text
    assert "--show" not in text


def test_clean_letters_are_silent():
    assert letter_text(report(), Look()) == ""
    assert document([report()] * 2, Look()) == "Проверено 2 письма. Замечаний нет.\n"


def test_an_unreadable_file_has_a_reason_and_a_next_step():
    text = document([Report("x.docx", None, failures=(Failure("unreadable", "файл повреждён"),))], Look(width=100))
    assert text == (
        "x.docx: не прочитано: файл повреждён\n"
        "  → Проверьте имя и вид файла; если он открывается в Word, сохраните его заново как .docx.\n"
        "\n"
        "Ни одно письмо не проверено. Не прочитано: 1 файл.\n"
    )


def test_failures_and_notes_stand_under_their_letter():
    failures = (Failure("part", "колонтитул не прочитан", where="word/header1.xml"), Failure("rule", "правило упало"))
    text = document([report(failures=failures, notes=(Failure("note", "кодировка угадана"),))], Look())
    assert text == (
        "почта/ответ.docx\n"
        "  проверено не полностью: word/header1.xml: колонтитул не прочитан\n"
        "  → Проверьте эту часть письма сами.\n"
        "\n"
        "  проверено не полностью: правило упало\n"
        "  → Это ошибка letterlint, а не письма: сообщите о ней разработчикам.\n"
        "\n"
        "  к сведению: кодировка угадана\n"
        "\n"
        "Проверено 1 письмо. Замечаний нет. Проверено не полностью: 1 письмо.\n"
    )


def test_the_summary_counts_in_right_russian():
    tally = Tally()
    for severity, times in ((Severity.ERROR, 2), (Severity.WARNING, 1), (Severity.INFO, 4)):
        for _ in range(times):
            tally.add(report(OFFENCE._replace(severity=severity)))
    tally.files = 3
    assert summary(tally, Look(show_info=True)) == "Проверено 3 письма: 2 ошибки, 1 замечание, 4 совета.\n"


def test_nothing_is_wider_than_the_terminal():
    long = letter((Zone.BODY, "Просим принять меры к допуску рабочих в квартиры дома. " * 9))
    found = finding(
        long, spot(long, "принять меры", 4), message="Слишком общая просьба. " * 6, suggestion="Уточните. " * 9
    )
    for width in (40, 60, 80):
        lines = letter_text(
            Report("x.docx", long, findings=(found, found._replace(severity=Severity.INFO))), Look(width=width)
        )
        assert max(map(len, lines.splitlines())) <= width


def test_colours_only_when_asked_and_only_around_the_words():
    parts = {"failures": (Failure("part", "…"),), "notes": (Failure("note", "…"),)}
    plain = document([report(OFFENCE, ADVICE, **parts)], Look())
    coloured = document([report(OFFENCE, ADVICE, **parts)], Look(colour=True))
    assert "\x1b" not in plain
    assert "\x1b[31m^^^\x1b[0m" in coloured.replace(" ", "")
    assert re.sub(r"\x1b\[\d+m", "", coloured) == plain


def test_a_letter_cannot_command_the_terminal():
    evil = letter((Zone.BODY, "\x1b]0;title\x07 г-н \x1b[2J"), name="x.docx")
    found = finding(evil, spot(evil, "г-н"), message="Слово \x1b[31m.", suggestion="\x1b[0m")
    text = letter_text(Report("\x1b[1m.docx", evil, findings=(found,)), Look())
    assert "\x1b" not in text
    assert "\x07" not in text


def test_a_poor_console_is_served():
    look = Look(substitute=substitute_for("cp866"))
    text = document([report(OFFENCE, ADVICE, ADVICE)], look)
    text.encode("cp866")
    assert '  Слово "господин" сокращено.' in text
    assert "TYP003 x 2" in text
    assert "  -> Напишите" in text
