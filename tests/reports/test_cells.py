from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from letterlint.reports import cells


@pytest.mark.parametrize(
    ("char", "shown"),
    [
        ("\u00a0", " "),
        ("\u2009", " "),
        ("\t", " "),
        ("\n", " "),
        ("\u2029", " "),
        ("\u00ad", "¬"),
        ("\u200b", "·"),
        ("\u202e", "·"),
        ("\x1b", "·"),
        ("\x07", "·"),
        ("\uf0b7", "·"),
        ("\udc80", "·"),
    ],
)
def test_what_has_no_width_of_its_own_takes_one_cell(char, shown):
    assert cells.glyph(char) == (shown, 1)


def test_combining_and_wide_characters():
    assert cells.width("и\u0306") == 1
    assert cells.width("漢字") == 4
    assert cells.glyph("\ufe0f") == ("", 0)


def test_no_control_character_gets_through():
    assert cells.clean("a\x1b[31mb\x9b2Jc\rd") == "a·[31mb·2Jc·d"


def test_a_substitute_counts_with_its_own_width():
    assert cells.width("…x") == 2
    assert cells.width("…x", lambda char: "..." if char == "…" else char) == 4


@given(st.text(st.sampled_from("абвгд \u0301漢\u00a0-"), max_size=60), st.integers(4, 30))
def test_wrapped_lines_fit_and_lose_no_letter(text, width):
    lines = cells.wrap(text, width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == cells.clean(text).replace(" ", "")


def test_lines_break_at_blanks_but_not_at_no_break_spaces():
    assert cells.wrap("по п.\u00a02 договора", 9) == ["по п. 2", "договора"]
    assert cells.wrap("ab cd\u00a0ef", 7) == ["ab", "cd ef"]
    assert cells.wrap("", 10) == [""]
