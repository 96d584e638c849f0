"""The manual is what the rule pages say, and the stored one is fresh."""

from __future__ import annotations

from pathlib import Path

from letterlint import packs
from letterlint.reports import manual, ruleword
from letterlint.reports.explain import explain_text
from letterlint.reports.look import Look

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "rules"
PAGE = """
severity = "warning"
clauses = ["2.5.3", "GOST 5.1"]
kinds = ["mail"]

[ru]
message = "Абзацев: {count}"
message-few = "Абзацев мало: {count} <{minimum}>"
advice = "Нужно {minimum}_{maximum}."
why = "Так велит *стандарт*."

[en]
message = "Paragraphs: {count}"
why = "The standard says so."

[check]
kind = "text_length"
minimum = 2
maximum = 5

[settings.minimum]
ru = "Сколько абзацев нужно."
en = "Fewest paragraphs."

[[example]]
letter = true
formatted = true
bad = \"\"\"
preamble{size=12.5,align=center}| Просим [[принять
                                | меры]].
body{container=footer}| Да.
\"\"\"

[[example]]
zone = "body"
ok = "Один.\\n\\nДва."
"""
LETTER = """
преамбула, 12,5 пт, по центру      Просим принять
                                          ^^^^^^^
                                   меры.
                                   ^^^^
основной текст, нижний колонтитул  Да.
"""


def rule(tmp_path: Path) -> packs.Rule:
    (tmp_path / "TG001-own-length.toml").write_text(PAGE, encoding="utf-8")
    [made] = packs.load(tmp_path)
    return made


def test_the_stored_manual_is_fresh() -> None:
    made = manual.pages(packs.standard())
    stored = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    assert stored == made, "run: python -m letterlint.reports.manual"


def test_writing_removes_the_page_of_a_rule_that_is_gone(tmp_path: Path) -> None:
    (tmp_path / "SAL999.md").write_text("", encoding="utf-8")
    manual.write(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(manual.pages(packs.standard()))


def test_every_wording_example_and_setting_is_there(tmp_path: Path) -> None:
    text = manual.page(rule(tmp_path))
    for words in (
        "# TG001. Абзацев: …\n",
        "`own-length` · замечание · п. 2.5.3; ГОСТ Р 7.0.97-2016, п. 5.1. Письма по электронной почте.",
        "* Абзацев мало: … \\<2\\>\n",
        "* Нужно 2\\_5.",
        "Так велит \\*стандарт\\*.",
        "Правит автор письма.",
        LETTER,
        "```text\nОдин.\nДва.\n```",
        "| `minimum` | `2` | Сколько абзацев нужно. |",
    ):
        assert words in text


def test_the_index_lists_by_family_and_by_clause_in_order_of_number(tmp_path: Path) -> None:
    text = manual.index([*packs.standard(), rule(tmp_path)])
    assert "### TG\n" in text
    assert "### Обращение (SAL)\n" in text
    places = [text.index(f"\n| {clause} |") for clause in ("п. 2.5.3", "п. 2.5.9", "п. 2.5.9.7", "п. 2.5.10.5")]
    assert places == sorted(places)


def test_explain_tells_settings_and_marks_the_offence_whatever_the_width(tmp_path: Path) -> None:
    own = rule(tmp_path)
    assert "  minimum = 2: Fewest paragraphs.\n" in explain_text(own, Look("en"))
    for one in (*packs.standard(), own):
        for lang in ("ru", "en"):
            for cells in (30, 44, 80, 200):
                lines = explain_text(one, Look(lang, cells)).splitlines()
                assert [line for line in lines if len(line) > cells] == []
                assert "[[" not in "".join(lines)


def test_the_heading_of_a_rule_is_its_message_without_the_words_of_a_letter() -> None:
    heads = {one.code: ruleword.headline(one, "ru") for one in packs.standard()}
    assert heads["SAL005"] == "Обращение к человеку сокращено"
    assert not any("{" in head for head in heads.values())
