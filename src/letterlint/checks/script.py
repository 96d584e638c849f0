"""Which letters of a word belong to the wrong one of two alphabets, Cyrillic and Latin."""

from functools import lru_cache

from letterlint.lazy import pattern

_CYRILLIC = "АВЕКМНОРСТУХЅІЈаеорсухкіјѕёЁ"
_LATIN = "ABEKMHOPCTYXSIJaeopcyxkijsëË"
_TO_LATIN = dict(zip(_CYRILLIC, _LATIN, strict=True))
#: Russian letters only: a Latin «i», «s», «j» in a Russian word is no look-alike of any of them.
_TO_CYRILLIC = {latin: cyrillic for cyrillic, latin in _TO_LATIN.items() if cyrillic not in "ЅІЈіјѕ"}
_IS_CYRILLIC = pattern(r"[\u0400-\u04ff]")
_IS_LATIN = pattern(r"[A-Za-z\u00c0-\u024f]")
#: «ХХ век» with letters of both alphabets: a Roman number, which is Latin.
_ROMAN = pattern(r"[XVIХІ]{2,8}")


def foreign_letters(word: str, context: str) -> tuple[tuple[int, str], ...]:
    """The places in ``word`` of letters of the wrong alphabet, each with the letter that should stand there.

    Empty for a word in one alphabet, and where the odd letters look like none of the other alphabet. An alphabet is
    wrong if all its letters in the word have a double and the other has one that has none; where all letters have, the
    one that is rarer in ``context`` is wrong.
    """
    if word.isascii() or not _IS_LATIN.search(word) or not _IS_CYRILLIC.search(word):
        return ()
    cyrillic = [n for n, sign in enumerate(word) if _IS_CYRILLIC.match(sign)]
    latin = [n for n, sign in enumerate(word) if _IS_LATIN.match(sign)]
    latin_doubles = all(word[n] in _TO_CYRILLIC for n in latin)
    cyrillic_doubles = all(word[n] in _TO_LATIN for n in cyrillic)
    if (not latin_doubles and not cyrillic_doubles) or _are_two_words(word):
        return ()
    if latin_doubles and cyrillic_doubles:
        to_cyrillic = not _ROMAN.fullmatch(word) and _is_mostly_cyrillic(context)
    else:
        to_cyrillic = latin_doubles
    if to_cyrillic:
        return tuple((n, _TO_CYRILLIC[word[n]]) for n in latin)
    return tuple((n, _TO_LATIN[word[n]]) for n in cyrillic)


def _are_two_words(word: str) -> bool:
    """«iconВ»: a word in small letters and the capital of the next one, with the blank between them lost."""
    head, last = word[:-1], word[-1]
    return (
        len(head) > 2
        and head.islower()
        and last.isupper()
        and bool(_IS_LATIN.match(head[-1])) != bool(_IS_LATIN.match(last))
    )


@lru_cache(maxsize=64)
def _is_mostly_cyrillic(text: str) -> bool:
    return len(_IS_CYRILLIC.findall(text)) >= len(_IS_LATIN.findall(text))
