"""The head of a position: the words that carry its case («И.о. директора», «Первому заместителю», «Гл. инженер»)."""

import re
from typing import TYPE_CHECKING, NamedTuple

from letterlint.lazy import pattern
from letterlint.russian import morphology
from letterlint.russian.complements import JOINT
from letterlint.russian.positionlists import abbreviations, double_heads, heads, single_heads

if TYPE_CHECKING:
    from letterlint.russian.morphology import Parse

_BLANK = " "
ACTING = pattern(
    rf"(?P<participle>(?:временно{JOINT})?исполняющ[а-ё]{{2,3}}){JOINT}(?:обязанности|полномочия)(?!\w)"
    rf"|(?:вр\.?{_BLANK}?)?и\.{_BLANK}?о\.|исп\.{_BLANK}?обяз\.|(?:врио|врип)(?!\w)|ио(?=[ ])",
    re.IGNORECASE,
)
DEPUTY = pattern(
    rf"(?:1-(?:й|го|му|ый){JOINT}|(?P<first>перв[а-ё]{{2,3}}){JOINT})?"
    rf"(?:(?P<deputy>заместител[а-ё]{{1,3}})|зам\.|зам(?=[ ]))",
    re.IGNORECASE,
)
_WORD = pattern(rf"(?:{JOINT})?(?P<word>[Ё-ё][Ё-ё\u00ad]*(?:-[Ё-ё\u00ad]+)*)(?P<dot>\.?)")
_JOINT = pattern(rf"(?:{JOINT})?")
_NUMBER_AFTER = pattern(r"\s{1,3}(?:\d|[IVX]+\b)")
#: Many lines begin with one, no position does, and short words have the most readings to look up.
_PREPOSITIONS = frozenset({"о", "об", "обо", "в", "во", "на", "по", "с", "со", "от", "к", "у", "из", "за", "для", "до"})
_MOST_ADJECTIVES = 4
_DEPUTIES = frozenset({"заместитель", "заместительница"})


class Word(NamedTuple):
    """A word that carries the case of a position, with its readings."""

    start: int
    stop: int
    readings: "tuple[Parse, ...]"


class Head(NamedTuple):
    """The beginning of a position: the words that carry its case (the noun last), and where it ends."""

    words: "tuple[Word, ...]"
    stop: int
    acting: bool = False
    deputy: bool = False
    abbreviated: bool = False


def head_at(text: str, at: int, depth: int = 3) -> "Head | None":
    """The head of the position that begins at ``at``; None where none does.

    ``depth`` is how many positions may stand in for each other («И.о. заместителя директора»: two).
    """
    acting = ACTING.match(text, at)
    if acting:
        return _acting_head(text, acting, depth)
    deputy = DEPUTY.match(text, at)
    if deputy:
        return _deputy_head(text, deputy, depth)
    return _plain_head(text, at)


def _nested(text: str, at: int, depth: int) -> "Head | None":
    """The position that is stood in for, after the blanks at ``at``."""
    joint = _JOINT.match(text, at)
    return head_at(text, joint.end() if joint else at, depth - 1) if depth else None


def _acting_head(text: str, match: re.Match[str], depth: int) -> "Head | None":
    """«И.о. директора»; without a position after it «И.О.» are initials."""
    nested = _nested(text, match.end(), depth)
    if match["participle"]:
        start = match.start("participle") + match["participle"].rfind("сполняющ") - 1
        word = Word(start, match.end("participle"), adjectives(text[start : match.end("participle")]))
        stop = nested.stop if nested else match.end()
        return Head((word,), stop, acting=True, deputy=nested is not None and nested.deputy) if word.readings else None
    if nested is None:
        return None
    return Head((), nested.stop, acting=True, deputy=nested.deputy, abbreviated=True)


def _deputy_head(text: str, match: re.Match[str], depth: int) -> "Head | None":
    words = []
    if match["first"]:
        words.append(Word(match.start("first"), match.end("first"), adjectives(match["first"])))
    if match["deputy"]:
        words.append(Word(match.start("deputy"), match.end("deputy"), _nouns(match["deputy"], _DEPUTIES)))
        if not words[-1].readings:
            return None
    nested = _nested(text, match.end(), depth)
    if nested and nested.words and not any(reading.case == "gent" for reading in nested.words[-1].readings):
        nested = None
    return Head(
        tuple(words),
        nested.stop if nested else match.end(),
        deputy=True,
        abbreviated=not match["deputy"],
    )


def _plain_head(text: str, at: int) -> "Head | None":
    """Adjectives that agree, then a noun that is a position: «Ведущему инженеру», «Управляющему», «Гл. бухгалтер»."""
    words: list[Word] = []
    found: Head | None = None
    abbreviated = False
    for _ in range(_MOST_ADJECTIVES + 1):
        match = _WORD.match(text, at)
        if match is None or (not words and not abbreviated and match.start("word") != at):
            break
        word, start = match["word"], match.start("word")
        if not words and word.lower() in _PREPOSITIONS and not match["dot"]:
            break
        short = abbreviations().get(word.lower() + match["dot"]) if match["dot"] else None
        if short:
            abbreviated, at = True, match.end()
            if short[1]:
                return Head((), match.end(), abbreviated=True)
            continue
        nouns = _nouns(word, heads())
        if nouns and _agrees(words, nouns) and _listed(text, words, word):
            found = Head((*words, Word(start, match.end("word"), nouns)), match.end("word"), abbreviated=abbreviated)
        attributes = adjectives(word)
        if not attributes or not _agrees(words, attributes) or match["dot"]:
            break
        words.append(Word(start, match.end("word"), attributes))
        at = match.end("word")
    return None if found and _is_attribute(text, found) else found


_GOVERN_INSTRUMENTAL = frozenset({"заведовать", "управлять", "руководить", "командовать"})


def _is_attribute(text: str, head: "Head") -> bool:
    """«Рабочий день», «Управляющая компания», «Глава 5»: no position, though the first word may be one."""
    noun = head.words[-1]
    written = text[noun.start : noun.stop]
    following = _WORD.match(text, noun.stop)
    if _NUMBER_AFTER.match(text, noun.stop) and "глава" in morphology.lemmas(written):
        return True
    if following is None or not adjectives(written):
        return False
    cases = {
        (r.case, r.has("plur"), r.gender)
        for r in adjectives(written)
        if r.case != "ablt" or r.lemma not in _GOVERN_INSTRUMENTAL  # «заведующей аптекой»: whom she heads, no attribute
    }
    return any(
        parse.has("NOUN") and (parse.case, parse.has("plur"), None if parse.has("plur") else parse.gender) in cases
        for parse in morphology.parses(following["word"])
        if not parse.grammemes & {"Surn", "Name", "Patr"}
    )


def _nouns(word: str, listed: frozenset[str]) -> "tuple[Parse, ...]":
    """The readings of ``word`` as a position noun; of «директор-распорядитель» by its first half."""
    readings = tuple(parse for parse in morphology.parses(word) if parse.has("NOUN") and parse.lemma in listed)
    if readings:
        return readings
    if word.lower() in single_heads():
        return tuple(parse for parse in morphology.parses(word) if parse.case == "nomn") or morphology.parses(word)[:1]
    substantives = tuple(
        parse for parse in morphology.parses(word) if parse.grammemes & {"ADJF", "PRTF"} and _masculine(parse) in listed
    )
    if substantives:
        return substantives
    first, _, rest = word.partition("-")
    if (
        rest
        and not first.isupper()
        and not morphology.lemmas(first).isdisjoint(listed)
        and morphology.has(rest, "anim")
    ):
        return tuple(parse for parse in morphology.parses(word) if parse.has("NOUN"))
    return ()


def _masculine(parse: "Parse") -> str | None:
    """«заведующий» for «заведующей»: the form under which substantives are listed."""
    return parse.inflect("nomn", "sing", "masc")


def adjectives(word: str) -> "tuple[Parse, ...]":
    """The readings of ``word`` as an adjective or participle."""
    return tuple(
        parse for parse in morphology.parses(word) if parse.grammemes & {"ADJF", "PRTF"} and not parse.has("Apro")
    )


def _agrees(words: "list[Word]", readings: "tuple[Parse, ...]") -> bool:
    """Whether all words can stand in one case and number."""
    common = {(parse.case, parse.has("plur")) for parse in readings}
    for word in words:
        common &= {(parse.case, parse.has("plur")) for parse in word.readings}
    return bool(common)


def _listed(text: str, before: "list[Word]", noun: str) -> bool:
    """A noun that is a position by itself, or only with its adjectives («доверенное лицо»)."""
    lemmas = {*morphology.lemmas(noun), noun.lower(), *(_masculine(parse) or "" for parse in adjectives(noun))}
    if "-" in noun:
        lemmas |= morphology.lemmas(noun.partition("-")[0])
    if not lemmas.isdisjoint(single_heads()):
        return True
    if not before:
        return False
    last = morphology.lemmas(text[before[-1].start : before[-1].stop])
    return any(not last.isdisjoint(double_heads().get(lemma, ())) for lemma in lemmas)
