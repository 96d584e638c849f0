from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from letterlint.cli.streams import substitute_for
from letterlint.reports.cells import glyph
from letterlint.reports.quote import quote, underline

#: letters, a combining breve, a wide character, and blanks and invisible characters of every kind
ALPHABET = "абвя  Й-\u0306\u0301漢\u00a0\u00ad\u200b\t\n"


def under(line: str, marks: str) -> str:
    """What stands above the signs of ``marks``, judged by rich's widths: a combining sign belongs to its letter."""
    shown, column, own = [], 0, False
    for char in line:
        size = get_character_cell_size(char)
        if size:
            own = "^" in marks[column : column + size]
            column += size
        if own:
            shown.append(char)
    return "".join(shown)


@st.composite
def offences(draw):
    text = draw(st.text(st.sampled_from(ALPHABET), min_size=1, max_size=120))
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, min(len(text), start + 12)))
    return text, start, end


def whole_letters(text: str, start: int, end: int) -> tuple[int, int]:
    """The place widened to whole letters: a sign on a letter is underlined with it."""
    while start and glyph(text[start]).width == 0:
        start -= 1
    while end < len(text) and glyph(text[end]).width == 0:
        end += 1
    return start, end


@given(offences(), st.integers(40, 100))
def test_the_underlined_cells_are_those_of_the_offence(offence, width):
    text, start, end = offence
    assume(glyph(text[0]).width)  # a sign at the very beginning has no letter to stand on
    line, marked = quote(text, start, end, width)
    assert cell_len(line) <= width
    start, end = whole_letters(text, start, end)
    assert under(line, underline(marked, "^")) == "".join(glyph(char).text for char in text[start:end])


@given(offences(), st.integers(40, 100))
def test_on_a_console_that_lacks_characters_too(offence, width):
    text, start, end = offence
    shown = substitute_for("cp866")
    assume(all(glyph(char, shown).width for char in text[start:end]))
    line, marked = quote(text, start, end, width, shown)
    line.encode("cp866")
    assert len(line) <= width
    assert "".join(line[cell] for cell in marked) == "".join(glyph(char, shown).text for char in text[start:end])


@given(st.text(st.sampled_from(ALPHABET), max_size=200), st.integers(20, 60))
def test_any_place_gives_a_line_that_fits(text, width):
    for start in range(0, len(text) + 1, 7):
        line, marked = quote(text, start, start, width)
        assert cell_len(line) <= width
        assert 0 <= marked[0] <= width


def test_a_long_paragraph_is_shortened_at_words():
    text = "Сообщаем, что работы по замене стояков начаты и просим принять меры к допуску рабочих в квартиры дома."
    start = text.index("принять меры")
    line, marked = quote(text, start, start + 12, 50)
    assert line == "…и просим принять меры к допуску рабочих в…"
    assert underline(marked, "~") == " " * line.index("принять") + "~" * 12


def test_an_offence_longer_than_the_line_is_shown_from_its_beginning():
    text = "Начало " + "очень длинное нарушение " * 9
    line, marked = quote(text, 7, len(text), 40)
    assert line.startswith("…очень длинное")
    assert line.endswith("…")
    assert (marked[0], len(line) <= 40) == (1, True)


def test_a_combining_offence_is_marked_on_its_letter():
    line, marked = quote("Уважаемыи\u0306 друг", 9, 10, 40)
    assert line == "Уважаемыи\u0306 друг"
    assert marked == [8]


def test_a_cut_never_parts_a_letter_from_its_sign():
    text = "д" * 50 + "и\u0306" + "ж" * 100
    line, marked = quote(text, 51, len(text), 40)
    assert line.startswith("…и\u0306ж")
    assert marked[0] == 1
