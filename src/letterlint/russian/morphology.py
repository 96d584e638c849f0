"""The forms of words: the only door to pymorphy3.

Grammemes are OpenCorpora's (``NOUN``, ``datv``, ``femn``, ``Surn``…). Soft hyphens (U+00AD) in a word are ignored.
"""

from functools import cache, lru_cache
from typing import Any, NamedTuple

_CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})
_GENDERS = frozenset({"masc", "femn", "neut"})
#: pymorphy3's finer cases, by the case that a letter tells apart.
_FINER = {"gen1": "gent", "gen2": "gent", "acc2": "accs", "loc1": "loct", "loc2": "loct", "voct": "nomn"}
#: Longer runs of letters are no words; guessing at them would cost their length squared.
_LONGEST_WORD = 60


class Parse(NamedTuple):
    """One reading of a word: its dictionary form, its grammemes and how likely the reading is (0 to 1)."""

    lemma: str
    grammemes: frozenset[str]
    score: float
    raw: Any

    @property
    def case(self) -> str | None:
        """``nomn``, ``gent``, ``datv``, ``accs``, ``ablt``, ``loct``, or None for a word without case."""
        for grammeme in self.grammemes:
            if grammeme in _CASES:
                return grammeme
            if grammeme in _FINER:
                return _FINER[grammeme]
        return None

    @property
    def gender(self) -> str | None:
        """``masc``, ``femn``, ``neut``, or None (plural, common gender, no gender)."""
        return next(iter(self.grammemes & _GENDERS), None)

    def has(self, *grammemes: str) -> bool:
        """Whether the reading has all of ``grammemes``."""
        return self.grammemes.issuperset(grammemes)

    def inflect(self, *grammemes: str) -> str | None:
        """The reading put into ``grammemes``, in small letters; None where it has no such form."""
        return _inflected(self.raw, frozenset(grammemes))

    def forms(self) -> frozenset[str]:
        """All forms of the dictionary word that this reading belongs to."""
        return frozenset(form.word for form in self.raw.lexeme)


@lru_cache(maxsize=20_000)
def parses(word: str) -> tuple[Parse, ...]:
    """All readings of ``word``, the likeliest first; guesses by ending for a word that is not in the dictionary.

    Empty for a run of more than 60 letters.
    """
    return _parses(word.replace("\u00ad", "").lower())


def is_known(word: str) -> bool:
    """Whether the dictionary has ``word`` in this form."""
    word = word.replace("\u00ad", "").lower()
    return len(word) <= _LONGEST_WORD and bool(_analyzer().word_is_known(word))


def lemmas(word: str) -> frozenset[str]:
    """The dictionary forms that ``word`` may belong to."""
    return frozenset(parse.lemma for parse in parses(word))


def has(word: str, *grammemes: str) -> bool:
    """Whether some reading of ``word`` has all of ``grammemes``."""
    return any(parse.grammemes.issuperset(grammemes) for parse in parses(word))


def inflect(word: str, *grammemes: str, like: str | None = None) -> str | None:
    """``word`` put into ``grammemes``, with its capitals kept; None where there is no such form.

    ``like`` chooses the reading: grammemes, separated by blanks, that the word has as it stands (``"NOUN anim"``).
    Without it the likeliest reading that has the form is taken.
    """
    wanted = frozenset(like.split()) if like else frozenset()
    for parse in parses(word):
        if parse.grammemes >= wanted:
            form = parse.inflect(*grammemes)
            if form is not None:
                return with_capitals_of(word, form)
    return None


def with_capitals_of(pattern: str, word: str) -> str:
    """``word`` written with the capitals of ``pattern``: all, the first of each hyphenated part, or none."""
    pattern = pattern.replace("\u00ad", "")
    if len(pattern) > 1 and pattern.isupper():
        return word.upper()
    heads = pattern.split("-")
    pieces = word.split("-")
    if len(heads) != len(pieces):
        heads = heads[:1] * len(pieces) if len(pieces) == 1 else [heads[0], *([""] * (len(pieces) - 1))]
    return "-".join(
        piece[:1].upper() + piece[1:] if head[:1].isupper() else piece
        for head, piece in zip(heads, pieces, strict=True)
    )


@lru_cache(maxsize=20_000)
def _parses(word: str) -> tuple[Parse, ...]:
    if len(word) > _LONGEST_WORD:
        return ()
    try:
        found = _analyzer().parse(word)
    except ValueError:
        return ()  # pymorphy3 asks for the Unicode name of every letter, and some letters («𗀀», Tangut) have none
    return tuple(Parse(parse.normal_form, parse.tag.grammemes, parse.score, parse) for parse in found)


@lru_cache(maxsize=5_000)
def _inflected(raw: Any, grammemes: frozenset[str]) -> str | None:
    form = raw.inflect(grammemes)
    return str(form.word) if form is not None and grammemes <= form.tag.grammemes else None


@cache
def _analyzer() -> Any:
    import pymorphy3  # noqa: PLC0415  (heavy: only when a word is looked at)
    import pymorphy3_dicts_ru  # noqa: PLC0415

    # By its path: asked by language alone, pymorphy3 searches the entry points of all installed packages, which takes
    # 30 ms of the 70 ms that it needs to load.
    return pymorphy3.MorphAnalyzer(path=pymorphy3_dicts_ru.get_path(), lang="ru")
