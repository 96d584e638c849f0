"""A template that nobody filled in: «{{name}}», «[ФИО]», «____», «Уважаемый(ая)» (standard, 2.5.3 and 2.5.10.5)."""

import re
from collections.abc import Iterable, Iterator, Sequence

from letterlint.checks.quotes import quoted
from letterlint.lazy import pattern
from letterlint.letter import Container, Letter, Paragraph
from letterlint.model import TEXT_ZONES, Match, Span, Zone
from letterlint.russian import positions
from letterlint.russian.evenness import even_dashes
from letterlint.russian.phrases import is_among, phrases

_MONTH = r"(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]{0,2}"
_EX = "[XХxх]"
#: Marks of a template engine, and words that stand nowhere else.
_TEMPLATE = pattern(
    r"\{\{[^{}\n]{1,60}\}\}|\$\{[^{}\n]{1,60}\}|\{%[^{}\n]{1,60}%\}|\{[A-Za-zЁ-ё_][^{}\n]{0,40}\}|<<[^<>\n]{1,60}>>"
    r"|(?<![\w%])%[A-Za-zЁ-ё_]{3,30}%(?!\w)|lorem ipsum|\(?(?:нужное подчеркнуть|ненужное зачеркнуть)\)?",
    re.IGNORECASE,
)
_BRACKETS = pattern(r"\[(?P<square>[^\[\]\n]{1,60})\]|<(?P<angle>[^<>\n@]{1,60})>|\*(?P<star>[Ё-ё]{3,12})\*")
_EITHER = pattern(
    r"(?<!\w)(?:уважаем(?:ый|ая|ые) ?[(/] ?-?(?:ая|ый|ые|ий)\)?|господин ?[(/] ?госпожа\)?|г-н ?[(/] ?г-жа\)?)",
    re.IGNORECASE,
)
_FIELD = pattern(r"(?<![\w.])[A-ZЁ-Я]{2,20}(?:_[A-ZЁ-Я0-9]{1,20}){1,4}(?!\w|\.\w)")
_FIELD_WORD = pattern(
    r"ФИО|НАИМ|НАЗВ|НОМЕР|ДАТ|СУММ|ИМЯ|ФАМИЛ|АДРЕС|ДОЛЖН|КЛИЕНТ|NAME|DATE|SUM|NUM|ADDR|COMP|ORG|CLIENT"
)
_PERSON = pattern(
    r"(?<![\w.])(?:И\. ?О\. ?Фамили[яи]|Фамили[яи] И\. ?О\.?|Фамилия Имя(?: Отчество)?|Имя Отчество(?: Фамилия)?)(?!\w)"
)
_FIO = pattern(r"(?<![\w(.])(?:ФИО|Ф\. ?И\. ?О\.)(?![\w:]| ?:)")
_MASKED = pattern(rf"(?<![\w-])(?:№ ?)?{_EX}{{3,20}}(?:[ .-]{_EX}{{2,20}}){{0,4}}(?![\w-])")
_DATE_OF_LETTERS = pattern(
    rf"(?<!\w)(?:{_EX}{{2}}\.(?:{_EX}{{2}}|\d\d)\.(?:(?:20)?{_EX}{{2,4}}|\d{{4}})|дд\.мм\.гг(?:гг)?)(?!\w)",
    re.IGNORECASE,
)
_FORMAT = pattern(r"формат[а-я]{0,3}\s+[«\"(]?$|вид[а-я]{0,2}\s+[«\"(]?$", re.IGNORECASE)
#: «XXX съезд», «XXX летние игры»: thirty.
_THIRTIETH = pattern(
    r" (?:век|столет|съезд|олимпи|юбил|конференц|сесси|летн|зимн|межд|всеросс|фестив|игр|чемпион|турнир|спартак"
    r"|форум|выпуск|научн|област|городск|регион|ежегод|конкурс|съёмоч|смотр)",
    re.IGNORECASE,
)
_BLANK = pattern(
    rf"[«\"“„] ?_{{1,12}} ?[»\"”] {{0,9}}(?:_{{2,30}}|{_MONTH})(?: {{0,9}}(?:20_{{1,4}}|20\d\d|_{{2,6}}))?"
    r"(?: ?(?:г\.|года))?"
    r"|(?<![\w.])(?:_{1,4}|\d{1,2})[./](?:_{1,4}|\d{1,2})[./](?:(?:20)?_{1,4}|\d{4}|\d\d)(?!\w)"
    r"|(?<!\w)20_{2,4}(?: ?(?:г\.|года))?"
    r"|(?:№+ ?)?_{2,200}"
    r"|(?<![\w.])(?:№+ ?)?(?:\.{6,200}|…{3,80})",
    re.IGNORECASE,
)
#: What may stand between two blanks of one place to fill in: «№ ___ от «__» ______ 20__ г.».
_JOINT = pattern(
    rf"[\s.,/«»\"“”„№-]{{0,6}}(?:(?:от|г|года|{_MONTH}|20\d\d)[\s.,/«»\"“”„№-]{{1,6}}){{0,3}}", re.IGNORECASE
)
_LONGEST_JOINT = 30
_FIGURE_BEFORE = pattern(r"[\d*][ -]?$")
_FIGURE_AFTER = pattern(r"[ -]?[\d*]")
_RULE_LINE = pattern(r"[\W_]*")
_LETTER = pattern(r"[^\W\d_]")
_BLANK_ZONES = TEXT_ZONES | {Zone.SUBJECT, Zone.SALUTATION, Zone.ATTACHMENTS, Zone.COPY, Zone.ADDRESSEE}
_PERSON_ZONES = _BLANK_ZONES | {Zone.SIGNATURE, Zone.EXECUTOR}
_FIO_ZONES = frozenset([Zone.ADDRESSEE, Zone.SALUTATION, Zone.SIGNATURE, Zone.EXECUTOR])

_Places = list[tuple[int, int]]


def placeholder(letter: Letter, *, allowed: Sequence[str] = ()) -> Iterator[Match]:
    """A place of a template that was left unfilled, one match for each.

    Not an enclosed form (appendix), not the line for the handwritten signature, not the letter's own date and number
    before registration, not the blanks of visas and of the executor mark, of which other rules speak, and not what is
    ``allowed``.
    """
    last = letter.last(Zone.SIGNATURE)
    for paragraph in letter.written:
        if paragraph.zone in {Zone.APPENDIX, Zone.QUOTE}:
            continue
        found = [*_templates(paragraph), *_names(paragraph), *_masks(paragraph)]
        torn_off = last is not None and paragraph.index > last.index and paragraph.zone in TEXT_ZONES
        if paragraph.zone in _BLANK_ZONES and not torn_off:
            found += _blanks(paragraph)
        for start, stop in _without_overlaps(found):
            if not is_among(paragraph.text[start:stop], allowed):
                yield Match(Span(paragraph.span.start + start, paragraph.span.start + stop))


def _templates(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    text = even_dashes(paragraph.text)
    if _holds(text, "{$<%") or _holds(text.lower(), ("lorem", "черкнуть")):
        yield from (found.span() for found in _TEMPLATE.finditer(text))
    if _holds(text, "(/"):
        yield from (found.span() for found in _EITHER.finditer(text))
    if _holds(text, "[<*"):
        yield from (found.span() for found in _BRACKETS.finditer(text) if _is_field_in_brackets(text, found))
    if "_" in text:
        yield from (found.span() for found in _FIELD.finditer(text) if _FIELD_WORD.search(found[0]))


def _holds(text: str, signs: Iterable[str]) -> bool:
    """Whether a sign without which a pattern finds nothing is there: most letters need none of these compiled."""
    return any(sign in text for sign in signs)


def _is_field_in_brackets(text: str, found: re.Match[str]) -> bool:
    """«[ФИО]», «<дата>», «*номер*», «<…>» outside quotations."""
    if found["star"] is not None:
        return phrases("placeholders").is_whole(found["star"])
    inside: str = found["square"] or found["angle"]
    if phrases("placeholders").at_start(inside) is not None:
        return True
    return found["angle"] is not None and inside.strip() in {"…", "..."} and not _is_cited(text, found.start())


def _names(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """«И.О. Фамилия», «Фамилия Имя Отчество», «ФИО» where a person is due; not as a caption, not in a table."""
    text = even_dashes(paragraph.text)
    if paragraph.zone not in _PERSON_ZONES:
        return
    if paragraph.zone in TEXT_ZONES and paragraph.block.container is Container.TABLE:
        return
    for found in _PERSON.finditer(text):
        before = text[: found.start()].rstrip()
        if before.endswith("(") or (paragraph.zone in TEXT_ZONES and not found[0].startswith("И.")):
            continue
        yield found.span()
    if paragraph.zone in _FIO_ZONES:
        yield from (found.span() for found in _FIO.finditer(text))


def _masks(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """«XXX», «ХХ.ХХ.2025», «дд.мм.гггг»; not the number thirty, not a masked card number, not a format told."""
    text = even_dashes(paragraph.text)
    if not _holds(text.lower(), ("xx", "хх", "xх", "хx", "дд.мм.гг")):
        return
    for found in _DATE_OF_LETTERS.finditer(text):
        if not _FORMAT.search(text[max(0, found.start() - 24) : found.start()]):
            yield found.span()
    for found in _MASKED.finditer(text):
        masked = _FIGURE_BEFORE.search(text[: found.start()]) or _FIGURE_AFTER.match(text, found.end())
        thirty = found[0].isupper() and len(found[0]) == 3 and _THIRTIETH.match(text, found.end())
        if not masked and not thirty:
            yield found.span()


def _blanks(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """The blanks to be filled in, those of one date or number together."""
    text = even_dashes(paragraph.text)
    if "_" not in text and "......" not in text and "………" not in text:
        return
    if _RULE_LINE.fullmatch(text) or _is_line_to_sign(text):
        return
    groups: _Places = []
    for found in _BLANK.finditer(text):
        if not _is_blank(text, found):
            continue
        start, stop = found.span()
        if groups:
            between = text[groups[-1][1] : start]
            if len(between) <= _LONGEST_JOINT and _JOINT.fullmatch(between):
                groups[-1] = (groups[-1][0], stop)
                continue
        groups.append((start, stop))
    yield from (group for group in groups if not _is_cited(text, group[0]))


def _is_blank(text: str, found: re.Match[str]) -> bool:
    """Whether a blank is one: not part of a name such as «file__name»."""
    if "_" not in found[0]:
        return "......" in found[0] or "………" in found[0]
    if found[0].strip("№ _"):
        return True
    near = text[max(0, found.start() - 1) : found.start()] + text[found.end() : found.end() + 1]
    return found[0].count("_") >= 4 or not (_LETTER.search(near) or any(sign.isdigit() for sign in near))


def _is_line_to_sign(text: str) -> bool:
    """«Директор ______________ А.П. Смирнов», though it stands in the text."""
    return len(text) <= 160 and "_____" in text and positions.find_position(text) is not None


def _is_cited(text: str, start: int) -> bool:
    """Whether a place stands in «…» with other words: somebody else's form is quoted."""
    return any(left < start < right and len(_LETTER.findall(text[left:right])) > 20 for left, right in quoted(text))


def _without_overlaps(places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The places in order; of two that overlap the one that begins first, the longer of those that begin together."""
    end = -1
    for start, stop in sorted(places, key=lambda place: (place[0], -place[1])):
        if start >= end:
            yield start, stop
            end = stop
