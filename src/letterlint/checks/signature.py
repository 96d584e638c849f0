"""The signature: position and name without slash, «За», «Зам.», «И.о.» (standard, 2.5.9.5)."""

import re
from collections.abc import Iterator, Sequence

from letterlint.checks.quotes import is_quoted
from letterlint.checks.signatories import missing_parts
from letterlint.checks.signatureblock import Line, lines
from letterlint.lazy import pattern
from letterlint.letter import Letter
from letterlint.model import Match, Severity, Span, TextEdit
from letterlint.russian import names, positions
from letterlint.russian.phrases import is_among

_FOR = pattern(r"[\s_/]*(?P<word>за) {1,9}(?=[Ё-ё])", re.IGNORECASE)
_DEPUTY = pattern(
    r"(?<![\w-])(?:(?P<dotted>зам\.)(?= {0,3}[а-ё])|(?P<bare>зам)(?= {1,3}[а-ё])"
    r"|(?P<joined>зам-?(?=(?:директор|начальник|глав|руководител|председател|министр|прокурор|мэр|губернатор|ректор|декан"
    r"|заведующ|зав|командир|управляющ|редактор|президент|бухгалтер)[а-ё]{0,6}(?!\w))[а-ё]{3,20}))",
    re.IGNORECASE,
)
#: After these a deputy stands in the genitive: «И.о. заместителя директора».
_STANDS_FOR = pattern(
    r"(?:и\.? ?о\.?|врио|врип|обязанности|полномочия|помощник|советник|секретарь|референт|(?<!\w)за) {0,9}$",
    re.IGNORECASE,
)
_ACTING = pattern(
    r"(?<![\w.])(?:(?P<long>(?:временно {1,9})?исполняющ[а-ё]{2,3} {1,9}(?:обязанности|полномочия)"
    r"|временно {1,9}исполняющ[а-ё]{2,3}|исп\. ?об(?:яз)?\.)"
    r"|(?P<short>врио|врип|вр\.? ?и\.? ?о\.?)"
    r"|(?P<initials>и\. ?о\.?|ио|и/о))(?![^\W_])",
    re.IGNORECASE,
)
_NEXT_WORD = pattern(r" {0,9}(?P<word>[Ё-ё][Ё-ё-]*)")
_PAIR = pattern(r"/(?P<inside>[^/\n]{1,60})/")
_BLANK_PAIR = pattern(r"/[^/\n]{0,60}/")
_SLASH = pattern(r"/")
#: Slashes that belong to a word, an address or a number: «р/с», «п/п», «12/5», «сайт/раздел».
_WORD_SLASH = pattern(r"(?<=\w)/(?=\w)")
_BLANKS = " \t"


def signature_complete(letter: Letter) -> Iterator[Match]:
    """One match at each signature line that lacks the position or the name.

    ``variant`` is ``position``, ``name`` or ``both``. An entrepreneur or a citizen needs no position, nor does who
    signs on a form that bears his position; the owner in the stamp of an electronic signature is a name.
    """
    for paragraph, what in missing_parts(letter):
        yield Match(paragraph=paragraph.index, variant=what)


def signature_slash(letter: Letter) -> Iterator[Match]:
    """A slash beside the position or the name; a pair around the printed name is an old custom, an advice.

    One match a line; its edit takes the slashes out.
    """
    for line in lines(letter):
        pair = _pair_around_name(line.text)
        if pair is not None:
            start, stop = pair
            edits = (
                _cut(line, start, _after_blanks(line.text, start + 1)),
                _cut(line, _before_blanks(line.text, stop - 1), stop),
            )
            yield Match(_span(line, start, stop), edits=edits, variant="pair", severity=Severity.INFO)
            continue
        single = next((slash for slash in _SLASH.finditer(line.text) if _is_offence(line.text, slash.start())), None)
        if single is not None:
            at = single.start()
            begin, end = _before_blanks(line.text, at), _after_blanks(line.text, at + 1)
            inside = line.text[:begin].strip(_BLANKS) and line.text[end:].strip(_BLANKS)
            gap = "" if not inside else " " if line.text[begin - 1] == "_" else "\t"
            yield Match(_span(line, at, at + 1), edits=(TextEdit(_span(line, begin, end), gap),))


def signature_for(letter: Letter) -> Iterator[Match]:
    """«За» before a position. The edit leaves the position alone, in the nominative."""
    for line in lines(letter):
        found = _FOR.match(line.text)
        if found is None:
            continue
        position = positions.find_position(line.text[found.end() :])
        if position is None or position.start > 0:
            continue
        nominative = positions.to_nominative(position.text) or position.text
        first = nominative[0].upper() if found["word"][0].isupper() else nominative[0]
        span = _span(line, found.start("word"), found.end() + position.stop)
        edit = TextEdit(span, first + nominative[1:])
        words = {"position": line.text[found.end() : found.end() + position.stop]}
        yield Match(_span(line, *found.span("word")), edits=(edit,), words=words)


def signature_deputy(letter: Letter) -> Iterator[Match]:
    """«Зам.», «зам», «замдиректора» for «заместитель»; the edit writes the word out."""
    for line in lines(letter):
        if "зам" not in line.text.lower():
            continue  # nearly every letter: the pattern need not be compiled
        for found in _DEPUTY.finditer(line.text):
            if is_quoted(line.text, found.start()):
                continue
            word = "заместителя" if _STANDS_FOR.search(line.text[: found.start()]) else "заместитель"
            written = found[0]
            if written[:3].isupper():
                word = word.upper()
            elif written[0].isupper():
                word = word.capitalize()
            rest = written[3:].lstrip("-") if found["joined"] else ""
            glued = bool(found["joined"]) or not line.text[found.end() : found.end() + 1].isspace()
            full = f"{word} {rest}" if glued else word
            span = _span(line, *found.span())
            yield Match(span, edits=(TextEdit(span, full),), words={"full": full.strip()})


def signature_acting(letter: Letter, *, allowed: Sequence[str] = ()) -> Iterator[Match]:
    """«И.о.», «врио», «исполняющий обязанности» before a position; initials («И.О. Петров») are none.

    The ``allowed`` forms raise nothing.
    """
    for line in lines(letter):
        for found in _ACTING.finditer(line.text):
            if is_among(found[0], allowed) or (found["initials"] and not _stands_in(line.text, found)):
                continue
            yield Match(_span(line, *found.span()))


def signature_name_order(letter: Letter) -> Iterator[Match]:
    """«Иванов И.И.» for «И.И. Иванов»; a name in full, and the name of a firm («ИП Иванов И.И.»), raise nothing."""
    for line in lines(letter):
        for name in names.find_names(line.text, expected_case="nomn"):
            places = {kind: (start, stop) for kind, start, stop in name.parts}
            if set(places) != {"surname", "initials"} or places["surname"] > places["initials"]:
                continue
            if line.text[: name.start].rstrip().endswith("ИП") and line.text[name.start - 1] != "\t":
                continue
            surname, initials = (letter.text[slice(*_span(line, *places[part]))] for part in ("surname", "initials"))
            written = initials if initials.endswith(".") else name.initials or initials
            span = _span(line, name.start, name.stop)
            full = f"{written} {surname}"
            yield Match(span, edits=(TextEdit(span, full),), words={"full": full})


def _span(line: Line, start: int, stop: int) -> Span:
    return Span(line.start + start, line.start + stop)


def _cut(line: Line, start: int, stop: int) -> TextEdit:
    return TextEdit(_span(line, start, stop), "")


def _before_blanks(text: str, at: int) -> int:
    while at > 0 and text[at - 1] in _BLANKS:
        at -= 1
    return at


def _after_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at] in _BLANKS:
        at += 1
    return at


def _stands_in(text: str, found: re.Match[str]) -> bool:
    """Whether «и.о.» stands before a position: a small word, or a capitalised one that is no name."""
    following = _NEXT_WORD.match(text, found.end())
    if following is None or following["word"].lower() in {"фамилия", "фамилии"}:
        return False
    if following["word"][0].islower():
        return True
    position = positions.find_position(text[following.start("word") :])
    if position is None or position.start > 0 or position.plural or position.case not in {"gent", None}:
        return False
    return not found[0].isupper() or text[following.end() :].strip(" \t_") != "" or text.isupper()


def _pair_around_name(text: str) -> tuple[int, int] | None:
    """The place of «/А.П. Смирнов/», slashes included."""
    for pair in _PAIR.finditer(text):
        inside = pair["inside"].strip(" \t().,")
        named = names.find_names(inside, expected_case="nomn", bare=True)
        whole = bool(named) and named[0].start == 0 and named[0].stop >= len(inside)
        if whole and positions.find_position(inside) is None and not is_quoted(text, pair.start()):
            return pair.span()
    return None


def _is_offence(text: str, at: int) -> bool:
    """Whether the slash at ``at`` stands beside the position or the name."""
    if is_quoted(text, at) or _in_blank_pair(text, at):
        return False
    after = text[at + 1 :].lstrip(_BLANKS)
    begins_name = any(name.start == 0 for name in names.find_names(after, expected_case="nomn", bare=True))
    if _WORD_SLASH.match(text, at):
        return begins_name and not text[at - 1].isdigit()
    position = positions.find_position(after)
    if begins_name or (position is not None and position.start == 0):
        return True
    return _ends_with_somebody(text[:at].rstrip(_BLANKS))


def _in_blank_pair(text: str, at: int) -> bool:
    """«/________/», «/подпись/»: a place to sign."""
    blank = (pair for pair in _BLANK_PAIR.finditer(text) if not any(map(str.isupper, pair[0])))
    return any(pair.start() <= at < pair.end() for pair in blank)


def _ends_with_somebody(text: str) -> bool:
    """Whether a position or a name ends where ``text`` ends."""
    position = positions.find_position(text)
    if position is not None and position.stop == len(text):
        return True
    return any(name.stop == len(text) for name in names.find_names(text, expected_case="nomn"))
