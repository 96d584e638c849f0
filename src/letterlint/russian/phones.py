"""Telephone numbers as people write them in letterheads, signatures and executor marks."""

import re
from typing import TYPE_CHECKING, NamedTuple

from letterlint.lazy import pattern
from letterlint.russian.evenness import even_dashes

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLANK = "[ ]"
_DASH = "-"
#: Between two digits of one number: at most three signs and never a line break.
_SEP = "[ ()./-]{0,3}"
_NUMBER = pattern(
    rf"""(?<![\w+])(?<!\d[./:-])(?:
      (?P<abroad> \+ {_BLANK}? (?!7) \d{{1,3}} (?: [ ()-]{{0,2}} \d ){{7,10}} )
    | (?P<full> (?: \+ {_BLANK}? 7 | [87] ) (?: {_SEP} \d ){{10}} )
    | (?P<coded> \( {_BLANK}? (?: 8 {_BLANK}? {_DASH}? {_BLANK}? )? \d{{3,5}} {_BLANK}? \)
        {_BLANK}? {_DASH}? {_BLANK}? \d (?: [ .-]{{0,2}} \d ){{4,6}} )
    | (?P<grouped> \d{{3}} (?: {_BLANK} | {_DASH} ) \d{{3}} (?: {_BLANK} | {_DASH} ) \d\d (?: {_BLANK} | {_DASH} )? \d\d
      | \d{{4}} (?: {_BLANK} | {_DASH} ) \d\d (?: {_BLANK} | {_DASH} ) \d\d {_DASH} \d\d )
    | (?P<local> \d{{3}} {_DASH} \d\d {_DASH}? \d\d | \d\d {_DASH} \d\d {_DASH} \d\d )
    | (?P<plain> \d {_DASH} \d\d {_DASH} \d\d | \d\d {_DASH} \d\d | \d{{4,7}} | \d{{10}} )
    )(?!\w)(?![./:-]\d)""",
    re.VERBOSE,
)
_EXTENSION_NUMBER = rf"{_BLANK}?(?:№|тел\.?|номер|:)?{_BLANK}?(?P<number>\d(?:{_DASH}?\d){{0,5}})(?![\w./])"
_EXTENSION = pattern(
    rf"{_BLANK}?[,;(]?{_BLANK}?\(?(?:(?:доб|вн|внутр|ext)\.?|добавочный|внутренний|\*|#){_EXTENSION_NUMBER}\)?",
    re.IGNORECASE,
)
_INTERNAL = pattern(
    rf"(?<!\w)(?:(?:доб|вн|внутр|местн|мест)\.|(?:добавочный|внутренний|местный)(?:{_BLANK}номер)?)"
    rf"{_BLANK}?(?:тел\.?|телефон)?{_EXTENSION_NUMBER}",
    re.IGNORECASE,
)
_LABEL = pattern(
    r"(?:\bтел|\bтелеф|\bфакс|\bт|\bф|\bмоб|\bсот|\bраб|\bтел\./факс|\bтелефон\w{0,3}|\btel|\bphone|\bwhatsapp)"
    r"[.:№\s]*$",
    re.IGNORECASE,
)
_NO_PHONE = pattern(
    r"(?:[№#]|\b[Nn]o?\.?|\b(?:инн|кпп|огрн|огрнип|бик|окпо|оквэд|снилс|индекс|[лрк]/с|сч[её]т\w{0,3}|договор\w{0,3}|дог\.|"
    r"заказ\w{0,3}|исх\.?|вх\.?|рег\.|паспорт\w{0,3}|серия|серии|код\w{0,2}|арт\.|от|с|по|до|п\.|пп\.|ст\.))[\s:.№]*$",
    re.IGNORECASE,
)
_MONEY = pattern(rf"{_BLANK}*(?:руб|коп|р\.|₽|тыс|млн|кВт|Гкал|шт|экз|л\.|%|год)")
_LIST_GAP = pattern(r"\s*(?:,|;|/|и|или)\s*$")
_SURE = ("abroad", "full", "coded")
#: How far back a word may stand that says what a number is.
_CONTEXT = 24


class Phone(NamedTuple):
    """A telephone number and its place, extension included.

    ``digits`` are those of the number as written, without the extension. ``has_area_code`` is True for a code of a
    city, 9xx and 800, or a country, and for a number listed after one that has it. ``internal`` is True for a number
    that only works inside the house («вн. 12-34»): its digits are ``digits`` and ``extension``.
    """

    start: int
    stop: int
    digits: str
    has_area_code: bool
    extension: str | None = None
    internal: bool = False


def find_phones(text: str, *, bare: bool = False) -> "list[Phone]":
    """The phone numbers in ``text``, from left to right.

    ``bare`` says that a number is due here (an executor mark): then four to seven digits, or ten, are taken
    without «тел.» before them.
    """
    text = even_dashes(text)
    phones: list[Phone] = []
    for phone in _numbers(text, bare):
        previous = phones[-1] if phones else None
        if previous and previous.has_area_code and not phone.has_area_code and not phone.internal:
            listed = _LIST_GAP.match(text, previous.stop, phone.start)
            if listed:
                phone = Phone(phone.start, phone.stop, phone.digits, True, phone.extension)  # noqa: PLW2901
        phones.append(phone)
    taken = [(phone.start, phone.stop) for phone in phones]
    for match in _INTERNAL.finditer(text):
        if not any(start < match.end() and match.start() < stop for start, stop in taken):
            digits = _digits(match["number"])
            phones.append(Phone(match.start(), match.end(), digits, False, digits, internal=True))
    return sorted(phones, key=lambda phone: phone.start)


def _numbers(text: str, bare: bool) -> "Iterator[Phone]":
    at = 0
    while match := _NUMBER.search(text, at):
        kind = match.lastgroup or ""
        before = text[max(0, match.start() - _CONTEXT) : match.start()]
        listed = (
            bool(_LIST_GAP.search(before))
            and at > 0
            and text[at : match.start()].strip() in {",", ";", "/", "и", "или"}
        )
        if not _is_phone(match, kind, before, bare=bare or listed) or _MONEY.match(text, match.end()):
            at = match.start() + 1
            continue
        stop, extension = match.end(), None
        tail = _EXTENSION.match(text, stop)
        if tail:
            stop, extension = tail.end() - (tail[0].endswith(")") and "(" not in tail[0]), _digits(tail["number"])
        yield Phone(match.start(), stop, _digits(match[0]), kind not in {"local", "plain"} or _is_ten(match), extension)
        at = stop


def _is_phone(match: re.Match[str], kind: str, before: str, *, bare: bool) -> bool:
    """Whether the figures of ``match`` are grouped as those of a phone and nothing before them says otherwise."""
    labelled = bool(_LABEL.search(before))
    if _INTERNAL.search(before + match[0]) or (
        kind not in {"abroad", "coded"} and not labelled and _denied(match, before)
    ):
        return False
    groups = re.findall(r"\d+", match[0])
    if kind == "full":
        return _is_full(groups, match[0])
    if kind == "coded":
        return len(_digits(match[0])) in {10, 11}
    if kind == "local":
        return labelled or bare or not _is_date(groups)
    if kind == "plain":
        return labelled or bare
    return kind == "abroad" or labelled or "-" in match[0] or len(groups) == 4


def _denied(match: re.Match[str], before: str) -> bool:
    return not match[0].startswith("+") and bool(_NO_PHONE.search(before))


def _is_full(groups: list[str], written: str) -> bool:
    """Eleven figures are a phone by their grouping: «8 495…», «8495 …», «8495…», not «80 000 000 000»."""
    if written.startswith("+"):
        return True
    first = groups[0]
    if len(first) == 1:
        return 3 <= len(groups[1]) <= 5 or len(groups[1]) == 10
    return len(first) in {4, 5, 11} and first[1] in "3489"


def _is_date(groups: list[str]) -> bool:
    return len(groups) == 3 and len(groups[0]) == 2 and 1 <= int(groups[0]) <= 31 and 1 <= int(groups[1]) <= 12


def _is_ten(match: re.Match[str]) -> bool:
    return len(_digits(match[0])) == 10


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
