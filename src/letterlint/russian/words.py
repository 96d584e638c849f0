"""The words of a text with their places, and an index by which the patterns of a rule find the few that they want.

razdel cuts tokens more finely and takes three times as long (docs/why/clauses.md); of a word nothing is asked here but
its letters. Sentences, which are a question of language, are razdel's (:mod:`.sentences`).
"""

from __future__ import annotations

from array import array
from functools import cached_property

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
    def keys(self) -> dict[str, array[int]]:
        """Key -> numbers of the words that have it; see :func:`keys_of`."""
        found: dict[str, array[int]] = {}
        keys: dict[str, tuple[str, ...]] = {}
        for number, word in enumerate(self.norms):
            of_word = keys.get(word)
            if of_word is None:
                of_word = keys[word] = keys_of(word)
            for key in of_word:
                places = found.get(key)
                if places is None:
                    found[key] = array("L", (number,))
                else:
                    places.append(number)
        return found


def keys_of(word: str) -> tuple[str, ...]:
    """The keys by which a word may be found: the word, ``head…`` of a longer one, ``…tail``, digits as ``#``."""
    if word[0].isdigit():
        return ("#",) if word.isdigit() else ("#", "#" + word.lstrip("0123456789.,:"))
    head = (word,) if len(word) <= HEAD else (word, word[:HEAD] + "…")
    return (*head, "…" + word[-TAIL:])


def _clean(word: str) -> str:
    return word.replace("‑", "-") if word.isalpha() or word.isalnum() else word.translate(_IGNORED).replace("‑", "-")
