"""Letters torn apart and put together at random: places stay exact, no rule crashes, reading again gives the same."""

from __future__ import annotations

from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

import letterlint
from letterlint.letter import PARAGRAPH_SEPARATOR

LETTERS = Path(__file__).resolve().parent.parent / "fixtures" / "letters"
LINES = sorted(
    {
        line.strip()
        for path in LETTERS.glob("*/letter.*")
        for paragraph in letterlint.parse(path).written
        for line in paragraph.text.split("\n")
        if line.strip()
    }
)
JOINTS = st.sampled_from(["\n", "\n\n", " ", "\t", "          ", ". ", "\n\n\n", "\u00a0", "______"])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(LINES), JOINTS), min_size=1, max_size=14))
def test_places_stay_exact(pieces: list[tuple[str, str]]) -> None:
    text = "".join(words + joint for words, joint in pieces)
    report = letterlint.check(text.encode(), name="letter.txt")
    letter = report.letter
    assert letter is not None
    assert not report.failures
    assert letter.text == PARAGRAPH_SEPARATOR.join(paragraph.text for paragraph in letter.paragraphs)
    for paragraph in letter.paragraphs:
        assert letter.text[slice(*paragraph.span)] == paragraph.text
    for finding in report.findings:
        if finding.span is not None:
            paragraph = letter.at(finding.span.start)
            assert paragraph.span.start <= finding.span.start < finding.span.stop <= paragraph.span.stop
            assert letter.text[slice(*finding.span)].strip()
    assert letterlint.check(text.encode(), name="letter.txt").findings == report.findings


@settings(max_examples=60, deadline=None)
@example("A\U00017000")  # a letter without a name in Unicode
@example("Уважаемый " + "Ы" * 500 + "!")
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=400))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        report = letterlint.check(text.encode(), name="letter.txt")
    except letterlint.ReadError:
        return
    assert not report.failures
