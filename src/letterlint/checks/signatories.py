"""Which signature lacks its position or its name."""

import re
from collections.abc import Iterator

from letterlint.checks.signatureblock import Line, lines, stamp_lines
from letterlint.lazy import pattern
from letterlint.letter import Letter, Paragraph
from letterlint.model import Zone
from letterlint.russian import names, organisations, positions

_UNDERLINE = pattern(r"_{3,}")
_GAP = pattern(r"[_\t]+|[ \u00a0]{2,}|\.{4,}")
_CAPITALISED = pattern(r"(?<![\w«\"])(?:[А-ЯЁ][а-ё]+|[A-Z][a-z]+|[А-ЯЁ]\.)")
_WORD = pattern(r"[Ё-ё]{3,}")
_PIECE = pattern(r"[,;:]\s*")
#: «И.О. Фамилия», «[ФИО]», «{{name}}»: a template that ACC008 speaks about.
_TEMPLATE = pattern(r"фамили[яи]|[\[<{$]|(?<!\w)ф\.?\s?и\.?\s?о\.?(?!\w)", re.IGNORECASE)
#: Words of a signature that are no position.
_NO_POSITION = frozenset(
    "подпись подписано подписан подписал подписала подлинник печать дата имени лица года".split()  # noqa: SIM905
)
_PRIVATE = pattern(
    r"(?<!\w)(?:ИП|индивидуальн\w{2,3} предпринимател\w{1,3}|самозанят\w{2,3}|плательщик НПД|адвокат|нотариус"
    r"|арбитражный управляющий|ученый|писатель|художник)(?!\w)",
    re.IGNORECASE,
)
_ONE_SPEAKS = pattern(
    r"(?<!\w)(?:я|мне|меня|мной|мною|мой|моя|моё|мое|мои|моего|моей|моих|моему|мою|прошу|обращаюсь|направляю|прилагаю"
    r"|уведомляю|требую|заявляю|благодарю)(?!\w)",
    re.IGNORECASE,
)


def missing_parts(letter: Letter) -> Iterator[tuple[Paragraph, str]]:
    """The paragraphs of the signature where something is missing, and what: ``position``, ``name`` or ``both``."""
    last = letter.last(Zone.SIGNATURE)
    if last is None:
        return
    matter = list(lines(letter))
    named = [line for line in matter if _names(line)]
    posted = [line for line in matter if _position(line)]
    stamped = any(person.name_span for person in letter.people.signatories) or any(
        names.find_names(line.text, expected_case="nomn") for line in stamp_lines(letter)
    )
    if not named and not stamped:
        yield (posted[-1].paragraph, "name") if posted else (last, "both")
        return
    signed = named[0].paragraph if named else last
    if not posted and not any(_position_in_stamp(line) for line in stamp_lines(letter)):
        if not _needs_no_position(letter):
            yield signed, "position"
        return
    if named:
        yield from _left_blank(matter)


def _left_blank(matter: list[Line]) -> Iterator[tuple[Paragraph, str]]:
    """Of several signatures, those with a line to sign on and no printed name. Columns are not told apart: silent."""
    if any(line.paragraph.block.place.table or line.paragraph.block.place.column is not None for line in matter):
        return
    waiting: Line | None = None
    for line in matter:
        if _names(line):
            waiting = None
        elif _position(line):
            if waiting is not None:
                yield waiting.paragraph, "name"
            waiting = line if _UNDERLINE.search(line.text) else None
    if waiting is not None:
        yield waiting.paragraph, "name"


def _names(line: Line) -> bool:
    """Whether a line names a person, if only as a template does, or with a name that no list knows."""
    if _TEMPLATE.search(line.text) or names.find_names(_flat(line.text), expected_case="nomn"):
        return True
    position = positions.find_position(_flat(line.text))
    rest = line.text[position.stop if position else 0 :]
    for start, stop in reversed(organisations.find_organisations(rest)):
        rest = rest[:start] + " " * (stop - start) + rest[stop:]
    pieces = _GAP.split(rest)
    return any(_CAPITALISED.match(piece.strip(" ,/()")) for piece in (pieces[1:] if position else pieces)) and not (
        position is None and _is_organisation(line.text)
    )


def _position(line: Line) -> bool:
    """Whether a line holds a position: one of the lists, or words that are neither a name nor an organisation."""
    text = _flat(line.text)
    if positions.find_position(text) is not None:
        return True
    taken = [(name.start, name.stop) for name in names.find_names(text, expected_case="nomn", bare=True)]
    taken += organisations.find_organisations(text)
    for start, stop in sorted(taken, reverse=True):
        text = text[:start] + " " * (stop - start) + text[stop:]
    return any(word.lower() not in _NO_POSITION for word in _WORD.findall(text))


def _position_in_stamp(line: Line) -> bool:
    """«Владелец: Смирнов А.П., генеральный директор»; the words of the stamp itself are no position."""
    return any(positions.find_position(piece) is not None for piece in _PIECE.split(line.text)[1:])


def _flat(text: str) -> str:
    return _GAP.sub(lambda gap: " " * len(gap[0]), text)


def _is_organisation(text: str) -> bool:
    found = organisations.find_organisations(text)
    return bool(found) and not _WORD.search(text[: found[0][0]] + text[found[-1][1] :])


def _needs_no_position(letter: Letter) -> bool:
    """Whether an entrepreneur or a citizen signs, or somebody whose form bears his position."""
    head = [p.text for p in letter.zone(Zone.LETTERHEAD)]
    signature = [p.text for p in letter.zone(Zone.SIGNATURE)]
    if any(_PRIVATE.search(text) for text in (*head, *signature)):
        return True
    if any(positions.find_position(line) is not None for text in head for line in text.splitlines()):
        return True
    if not head:
        return any(_ONE_SPEAKS.search(p.text) for p in letter.running_text)
    if any(organisations.find_organisations(text) for text in head):
        return False
    surnames = [person.surname for person in letter.people.signatories if person.surname]
    return any(surname[:-1] in text for surname in surnames if len(surname) > 3 for text in head)
