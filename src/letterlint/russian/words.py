"""The words of a text with their places, and an index by which the patterns of a rule find the few that they want.

razdel cuts tokens more finely and takes three times as long (docs/why/clauses.md); of a word nothing is asked here but
its letters. Sentences, which are a question of language, are razdel's (:mod:`.sentences`).
"""

from __future__ import annotations

from array import array
from functools import cached_property, lru_cache

from letterlint.lazy import pattern
from letterlint.russian.phrases import normal

_WORD = pattern(r"\d+(?:[.,:]\d+)*(?:[-‑]?[^\W\d_]+)?|[^\W_]+(?:[-‑][^\W_]+)*")
#: The same where words hold soft hyphens or stress marks; four times as slow.
_MARKED_WORD = pattern(
    r"\d+(?:[.,:]\d+)*(?:[-‑]?[^\W\d_]+)?|[^\W_][^\W_\u00ad\u0300-\u036f]*(?:[\u00ad\u0300-\u036f-‑]+[^\W_]+)*"
)
_MARKS = pattern("[\u00ad\u0300-\u036f]")
_IGNORED = {0xAD: None, **dict.fromkeys(range(768, 880))}
#: Longer words are known by their first letters, shorter ones by all: «требов» stands for «требовать», «требование».
HEAD = 6
#: Grammatical endings are known by their last letters: «те» for imperatives, «ть» for infinitives.
TAIL = 2
#: What a number is made of.
DIGITS = "0123456789.,:"


class Words:
    """The words of ``text`` in order.

    ``starts`` and ``stops`` are places, ``norms`` the words in small letters, «е» for «ё», without soft hyphens and
    stress marks.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = array("L")
        self.stops = array("L")
        self.norms: list[str] = []
        known: dict[str, str] = {}
        for found in (_MARKED_WORD if _MARKS.search(text) else _WORD).finditer(normal(text)):
            word = found[0]
            self.starts.append(found.start())
            self.stops.append(found.end())
            self.norms.append(known.get(word) or known.setdefault(word, _clean(word)))

    def __len__(self) -> int:
        return len(self.norms)

    @cached_property
    def keys(self) -> dict[str, list[int]]:
        """Key -> numbers of the words that have it; see :func:`keys_of`."""
        found: dict[str, list[int]] = {}
        for number, word in enumerate(self.norms):
            for key in keys_of(word):
                places = found.get(key)
                if places is None:
                    found[key] = [number]
                else:
                    places.append(number)
        return found


@lru_cache(maxsize=20_000)
def keys_of(word: str) -> tuple[str, ...]:
    """The keys by which a word may be found: the word, ``head…`` of a longer one, ``…tail``, digits as ``#``.

    «10-ти» has the keys ``#``, ``#-ти`` and ``#-т…``.
    """
    if word[0].isdigit():
        ending = word.lstrip(DIGITS)
        return ("#", "#" + ending, "#" + ending[:2] + "…") if ending else ("#",)
    head = (word,) if len(word) <= HEAD else (word, word[:HEAD] + "…")
    return (*head, "…" + word[-TAIL:])


def _clean(word: str) -> str:
    return word.replace("‑", "-") if word.isalpha() or word.isalnum() else word.translate(_IGNORED).replace("‑", "-")


def is_number_with(word: str, ending: str, *, begins: bool = False) -> bool:
    """Whether ``word`` is digits and ``ending``, or ``begins`` so: «12-х» is with «-х» and with «2-х»."""
    if not word[:1].isdigit():
        return False
    if begins:
        return word.lstrip(DIGITS).startswith(ending)
    return word.endswith(ending) and not word[: len(word) - len(ending)].strip(DIGITS)
