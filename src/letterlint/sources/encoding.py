"""Bytes of a text file to text: Unicode by its marks and structure, the Russian 8-bit charsets by their letters.

Every decoding here is exact: encoding the text again gives the same bytes (after the byte order mark). Why the
statistics are our own is told, with figures, in docs/why/encodings.md.
"""

from __future__ import annotations

import codecs
import re
from functools import lru_cache
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from letterlint.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Iterable


class Decoded(NamedTuple):
    """``text`` without a byte order mark; ``encoding`` as people call it; ``guessed`` True for an 8-bit charset.

    ``bytes == mark + text.encode(codec)``, where ``codec`` is Python's name and ``mark`` the byte order mark.
    """

    text: str
    encoding: str
    guessed: bool
    codec: str
    mark: bytes = b""


_MARKS = (
    (codecs.BOM_UTF8, "UTF-8", "utf-8"),
    (codecs.BOM_UTF16_LE, "UTF-16 LE", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "UTF-16 BE", "utf-16-be"),
)

#: The three 8-bit charsets of Russian text, the likeliest first: it wins where nothing tells them apart.
_CHARSETS = (("windows-1251", "cp1251"), ("KOI8-R", "koi8_r"), ("IBM866", "cp866"))

#: Control characters that have no place in text; tab, line ends, form feed, escape and the end of a DOS file have.
_CONTROLS = bytes((*range(9), *range(0x0E, 0x1A), *range(0x1C, 0x20), 0x7F))
_HIGH = bytes(range(0x80, 0x100))
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_REPEATED = re.compile(rb"(.)\1{2,}", re.DOTALL)

#: So many runs of high bytes (mostly words) are looked at, and so much of each.
_RUNS, _RUN = 3000, 40


def decode(data: bytes) -> Decoded:
    """The text of ``data``. Raises ``ReadError`` where it is no text, or Unicode with broken bytes."""
    for mark, name, codec in _MARKS:
        if data.startswith(mark):
            return _checked(Decoded(_strict(data[len(mark) :], codec, name), name, False, codec, mark))
    evident = _unmarked_utf16(data)
    if evident is not None:
        return _checked(evident)
    if b"\0" in data:
        raise _not_text()
    try:
        return _checked(Decoded(data.decode("utf-8"), "UTF-8", False, "utf-8"))
    except UnicodeDecodeError as error:
        if _is_mostly_utf8(data):
            raise _broken("UTF-8", error.start) from error
    name, codec = _guess(data)
    return _checked(Decoded(data.decode(codec), name, True, codec))


def _strict(data: bytes, codec: str, name: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise _broken(name, error.start) from error


def _checked(decoded: Decoded) -> Decoded:
    """``decoded`` itself, unless control characters show that it is no text: more than one in 200 bytes."""
    raw = decoded.text.encode()
    controls = len(raw) - len(raw.translate(None, _CONTROLS))
    if b"\0" in raw or controls > 2 + len(raw) // 200:
        raise _not_text()
    return decoded


def _not_text() -> ReadError:
    return ReadError("это не текст: в файле двоичные данные", "this is not text: the file holds binary data")


def _broken(name: str, place: int) -> ReadError:
    return ReadError(
        f"текст в кодировке {name} повреждён: байт {place + 1} не читается; сохраните файл заново",
        f"broken {name} text: byte {place + 1} cannot be decoded; save the file again",
    )


def _unmarked_utf16(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: the high byte of nearly every unit is 0 (Latin), 4 (Cyrillic) or 20, 21 hex (signs)."""
    if len(data) < 4 or len(data) % 2:
        return None
    sample = data[:65536]
    for high, name, codec in ((1, "UTF-16 LE", "utf-16-le"), (0, "UTF-16 BE", "utf-16-be")):
        highs, lows = sample[high::2], sample[1 - high :: 2]
        usual = len(highs) - len(highs.translate(None, b"\x00\x04\x20\x21"))
        if highs.count(0) == 0 or usual < 0.95 * len(highs) or 2 * lows.count(0) > highs.count(0):
            continue
        try:
            return Decoded(data.decode(codec), name, False, codec)
        except UnicodeDecodeError:
            continue
    return None


def _is_mostly_utf8(data: bytes) -> bool:
    """True where nearly all high bytes form right UTF-8 sequences, which no Russian 8-bit text does."""
    high = len(data) - len(data.translate(None, _HIGH))
    read = data.decode("utf-8", errors="ignore")
    right = len(read.encode("utf-8")) - (len(data) - high)
    return right >= 0.8 * high


def _guess(data: bytes) -> tuple[str, str]:
    """Name and codec of the 8-bit charset in which the words of ``data`` look most Russian."""
    runs = [_REPEATED.sub(rb"\1\1", run.group()[:_RUN]) for run in islice(_HIGH_RUN.finditer(data), _RUNS)]
    best = max(_CHARSETS, key=lambda charset: _likeness(runs, charset[1]) - (1e9 if _is_alien(data, charset[1]) else 0))
    if _is_alien(data, best[1]):
        raise _not_text()
    return best


def _is_alien(data: bytes, codec: str) -> bool:
    """True where the charset has no character for a byte: 98 hex in windows-1251."""
    return codec == "cp1251" and b"\x98" in data


def _likeness(runs: Iterable[bytes], codec: str) -> float:
    return sum(_word_likeness(run.decode(codec, errors="replace")) for run in runs)


#: Letters from the commonest to the rarest (Russian National Corpus); ranks stand for -log frequency.
_LETTERS = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"
_COST = {letter: 1.0 + 0.12 * rank for rank, letter in enumerate(_LETTERS)}

#: The commonest pairs of letters inside words of business letters, together three quarters of all pairs.
_PAIRS = frozenset(
    pair
    for row in (
        "еннистпрнопорареовтьроваоснанеаттеитанобрииеертодооротзаталиетодемисво",
        "коолесимияелвемелоготитрныльтвлеинкавиедлаомжедеавилнтсоамасожмодапиал",
        "маогпеопаедисиизонминнслспоккиирекчеакрувыарьнктсябесказщетсойыйииивля",
        "чиклсьвличжацишежнвнейбоикнябрезадаядлсмажгаашиюмытырнийочплусдноочату",
    )
    for pair in map("".join, zip(row[::2], row[1::2], strict=True))
)

#: Signs of Russian typography, cheap in any charset, and what draws tables.
_SIGNS = frozenset("«»„“”–—№…§°·\xa0")
_BOX = frozenset(map(chr, range(0x2500, 0x25A1)))


@lru_cache(maxsize=4096)
def _word_likeness(word: str) -> float:
    """How Russian a run of characters beyond ASCII looks: higher is likelier, one unit about one power of e."""
    score = 0.0
    for character in word:
        score -= _COST.get(character.lower()) or (2.0 if character in _SIGNS or character in _BOX else 8.0)
    for one, other in pairwise(word):
        score += _pair_likeness(one, other)
    return score


def _pair_likeness(one: str, other: str) -> float:
    letters = (one.lower() in _COST) + (other.lower() in _COST)
    if letters == 0:
        return 0.0
    if letters == 1:  # «и», №5 – a sign before or after a word; a frame never touches a letter
        return -4.0 if one in _BOX or other in _BOX else -0.5
    if one.islower() and other.isupper():
        return -5.0
    return 1.5 if (one + other).lower() in _PAIRS else -1.0
