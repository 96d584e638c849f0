"""Words typed twice, and words with letters of two alphabets (standard, 2.5.6)."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from letterlint import data
from letterlint.checks.quotes import quoted
from letterlint.checks.script import foreign_letters
from letterlint.lazy import pattern
from letterlint.letter import Container, Letter, Paragraph
from letterlint.model import TEXT_ZONES, Match, Safety, Span, TextEdit, Zone
from letterlint.russian import morphology
from letterlint.russian.phrases import is_among

_LETTERS = r"[^\W\d_]"
_BLANKS = r"[ \u00a0\u202f]"
_GAP = rf"(?:{_BLANKS}{{1,2}}\n?{_BLANKS}{{0,2}}|\n{_BLANKS}{{0,2}})"
#: A word goes on after a soft or no-break hyphen and a stress mark.
_IN_WORD = r"[\w\u00ad\u2011\u0300-\u036f-]"
_REPEATED = pattern(
    rf"(?<!{_IN_WORD})(?P<first>{_LETTERS}{{1,40}})(?:(?P<gap>{_GAP})(?P<second>(?P=first))(?!{_IN_WORD}))+",
    re.IGNORECASE,
)
_ROMAN = pattern(r"[IVXLCDM]+")
_WORD = pattern(rf"{_LETTERS}{{2,60}}")
#: Before these a letter names a thing: «в корпусе В в 10 часов», «подпункт в в редакции».
_LABELLED = pattern(
    r"(?<!\w)(?:пункт|подпункт|п|пп|подп|литер|буква|корпус|блок|секци|класс|групп|категори|форм|тип|зон|сектор|строени)[а-я]{0,3}\.?\s+$",
    re.IGNORECASE,
)
#: «так как как показала», «что бы ни было было»: the first belongs to the words before it.
_BOUND = pattern(
    r"(?<!\w)(?:так|тогда|потому|после того|перед тем|прежде|тех пор|оттого|затем|ни|не|всё|все)\s+$", re.IGNORECASE
)
_BEGINS = pattern(r"(?:^|[.!?…:;]\s+|[«\"(]\s*)$")
_WORDS_WITH_CHOICE = frozenset(["как", "что", "было", "была", "есть", "чем", "ли"])
#: Letters of headings, names and numbers repeat for other reasons.
_ZONES = (*TEXT_ZONES, Zone.SUBJECT, Zone.SALUTATION, Zone.ATTACHMENTS, Zone.COPY, Zone.APPENDIX)
_NAME = frozenset(["Name", "Surn", "Patr", "Geox", "Orgn"])
_CONTENT = frozenset(["NOUN", "VERB", "INFN", "ADJF", "ADJS", "PRTF", "PRTS", "GRND", "ADVB", "COMP", "NUMR"])
_SHORT_TITLE = 40
#: E-mail and web addresses, file names: their letters are as they are.
_ADDRESS = pattern(
    r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w.-]{1,80}|(?<![\w.])[\w-]{1,60}\.(?:[a-z]{2,10}|рф)(?:/\S*)?(?![\w.]*@)(?!\w)",
    re.IGNORECASE,
)
_INITIALS = pattern(r"(?<![\w.])[A-ZЁ-Я]\.[ \u00a0]?[A-ZЁ-Я]\.(?!\w\.)")
_CODE = pattern(r"[-/‑–]?\d")
_CODE_BEFORE = pattern(r"\d[-/‑–]")
_LONGEST_CODE = 4
_RUSSIAN = pattern(r"[Ё-ё]")


def repeated_word(letter: Letter, *, allowed: Sequence[str] = ()) -> Iterator[Match]:
    """A word that stands twice in a row, also across a line break; the edit takes one out.

    Not across a sentence end, not where a double is right («чуть чуть», «Нью Нью», «его его», and the ``allowed``
    words). The edit is safe for content words of four letters and more and for prepositions, else a hint.
    """
    for paragraph in letter.zone(*_ZONES):
        if paragraph.zone is Zone.APPENDIX and paragraph.block.container is Container.TABLE:
            continue
        text = paragraph.text
        for found in _REPEATED.finditer(text):
            if not _is_slip(text, found) or is_among(found["first"], allowed):
                continue
            safety = None if _is_safe(found["first"]) else Safety.HINT
            edits = (_without_one(paragraph, found),) if paragraph.block.editable else ()
            yield Match(_span(paragraph, *found.span()), edits=edits, words={"word": found["first"]}, safety=safety)


def mixed_script(letter: Letter, *, allowed: Sequence[str] = ()) -> Iterator[Match]:
    """A word in which letters of the other alphabet stand that look like those of its own; the edit changes them.

    Not where the odd letters look like no others («emailом»), not across hyphens and digits, not in addresses or codes.
    The ``allowed`` words raise nothing; they are compared letter by letter, not by their looks.
    """
    for paragraph in letter.written:
        if paragraph.zone is Zone.QUOTE:
            continue
        text = paragraph.text
        words = (*_WORD.finditer(text), *_INITIALS.finditer(text))
        mixed = [(word, odd) for word in words if (odd := foreign_letters(word[0], text))]
        addresses = [address.span() for address in _ADDRESS.finditer(text)] if mixed else []
        for word, odd in mixed:
            if (
                word[0] in allowed
                or _is_code(text, word)
                or any(a < word.end() and word.start() < b for a, b in addresses)
            ):
                continue
            at = word.start()
            edits = [TextEdit(_span(paragraph, at + n, at + n + 1), sign) for n, sign in odd]
            full = "".join(dict(odd).get(n, sign) for n, sign in enumerate(word[0]))
            yield Match(
                _span(paragraph, *word.span()),
                edits=tuple(edits) if paragraph.block.editable else (),
                words={"full": full, "letters": ", ".join(f"«{word[0][n]}»" for n, _ in odd)},
            )


def _span(paragraph: Paragraph, start: int, stop: int) -> Span:
    return Span(paragraph.span.start + start, paragraph.span.start + stop)


def _is_slip(text: str, found: re.Match[str]) -> bool:
    """Whether a word that stands twice is one too many."""
    first, second, gap = found["first"], found["second"], found["gap"]
    if first.lower() in _doubles() or _ROMAN.fullmatch(first) or _differ(first, second):
        return False
    if "\n" in gap and second[0].isupper() and not second.isupper():
        return False  # the next line of a list begins with the same word
    before = text[: found.start()]
    if len(first) == 1:
        return _is_slip_of_letter(before, text[found.end() :], first, second)
    if second[0].isupper() and _is_name(first):
        return False
    if first.lower() in _WORDS_WITH_CHOICE and _BOUND.search(before[-24:]):
        return False
    title = next((b - a for a, b in quoted(text) if a <= found.start() < b), None)
    return title is None or title > _SHORT_TITLE


def _is_slip_of_letter(before: str, after: str, first: str, second: str) -> bool:
    """«в в», «и и» and the like; not initials, not «в корпусе В в», not «п. а)»."""
    if not _RUSSIAN.fullmatch(first) or after[:1] in {".", ")"} or second.isupper():
        return False
    if first.isupper() and not _BEGINS.search(before):
        return False
    return not _LABELLED.search(before[-24:])


def _differ(first: str, second: str) -> bool:
    """«по ПО», «Мира мира»: a name or an abbreviation beside a word that sounds like it."""
    if len(first) > 1 and first.isupper() != second.isupper():
        return True
    return first[0].islower() and second[0].isupper() and not first.isupper()


def _is_name(word: str) -> bool:
    """Whether a capitalised word may be a name («Иванов Иванов», «Бора Бора»)."""
    if word.isupper():
        return False
    return not morphology.is_known(word) or any(parse.grammemes & _NAME for parse in morphology.parses(word))


def _is_safe(word: str) -> bool:
    likeliest = morphology.parses(word)[:1]
    if any(parse.has("PREP") for parse in likeliest):
        return True
    return len(word) >= 4 and any(parse.grammemes & _CONTENT for parse in likeliest)


def _without_one(paragraph: Paragraph, found: re.Match[str]) -> TextEdit:
    """Takes out the later word; at a line break the earlier one, so that the break stays."""
    start = found.start()
    if "\n" in found["gap"] and paragraph.text[start - 1 : start] in {" ", "\u00a0"}:
        return TextEdit(_span(paragraph, start - 1, start + len(found["first"])), "")
    return TextEdit(_span(paragraph, start + len(found["first"]), found.end()), "")


@cache
def _doubles() -> frozenset[str]:
    return frozenset(word.replace("ё", spelling) for word in data.words("doubles") for spelling in "ёе")


def _is_code(text: str, found: re.Match[str]) -> bool:
    """«А4», «09Г2С», «НВ-15»: letters beside a figure."""
    if text[found.start() - 1 : found.start()].isdigit() or text[found.end() : found.end() + 1].isdigit():
        return True
    if not found[0].isupper() or len(found[0]) > _LONGEST_CODE:
        return False
    before = text[max(0, found.start() - 2) : found.start()]
    return bool(_CODE.match(text, found.end()) or _CODE_BEFORE.fullmatch(before))
