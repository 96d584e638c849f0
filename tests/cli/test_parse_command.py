from __future__ import annotations

import json

LETTER = "Уважаемый г-н Смирнов!\nНаправляем копию.\n"


def test_text(call, write):
    assert call("parse", write("a.txt", LETTER)) == (
        0,
        "основной текст  Уважаемый г-н Смирнов!\n                Направляем копию.\n",
        "",
    )
    assert call("parse", "a.txt", "--lang", "en")[1].startswith("body  Уважаемый")


def test_json(call, write):
    status, out, err = call("parse", write("a.txt", LETTER), "--output-format", "json")
    assert (status, err) == (0, "")
    assert [row["zone"] for row in json.loads(out)["paragraphs"]] == ["body", "body"]
    assert json.loads(out)["path"] == "a.txt"


def test_an_unreadable_letter(call, write):
    status, out, err = call("parse", write("a.txt", "BROKEN"), "--output-format", "json")
    assert (status, out) == (2, "")
    assert err.startswith("a.txt: не прочитано: файл повреждён\n")
    assert call("parse", "missing.txt", "--lang", "en")[2].startswith("missing.txt: not read: file not found\n")


def test_a_letter_read_in_part_is_shown_and_is_status_2(call, write):
    status, out, err = call("parse", write("a.txt", LETTER + "PART\n"), "--output-format", "json")
    assert status == 2
    assert len(json.loads(out)["paragraphs"]) == 3
    assert "header1.xml: колонтитул не прочитан" in err


def test_notes_change_nothing(call, write):
    assert call("parse", write("a.txt", "NOTE\n"))[0] == 0
