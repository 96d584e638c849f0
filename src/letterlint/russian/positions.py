"""Positions: «Генеральному директору», «Зам. начальника отдела по сбыту», «И.о. директора»; their case and rank."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from letterlint import data
from letterlint.russian import morphology
from letterlint.russian.complements import JOINT, end_of_complements
from letterlint.russian.morphology import Parse, with_capitals_of

_BLANK = r"[ \u00a0\u202f]"
#: What may stand before a position: signs, numbering, a label, a form of address.
_LEAD = re.compile(
    r"[\W_]{0,40}(?:\d{1,2}[.)][\W_]{0,9})?(?:(?:кому|от кого|копия|копии|подписал|владелец|должность)\s?:[\W_]{0,9})?"
    r"(?:(?:г-ну|г-же|г-н|г-жа|господину|госпоже|господин|госпожа|уважаем[а-яё]{2,3}|товарищу?)[ \u00a0]{1,2})?",
    re.IGNORECASE,
)
_ACTING = re.compile(
    rf"(?P<participle>(?:временно{JOINT})?исполняющ[а-яё]{{2,3}}){JOINT}(?:обязанности|полномочия)(?!\w)"
    rf"|(?:вр\.?{_BLANK}?)?и\.{_BLANK}?о\.|исп\.{_BLANK}?обяз\.|(?:врио|врип)(?!\w)|ио(?=[ \u00a0])",
    re.IGNORECASE,
)
_DEPUTY = re.compile(
    rf"(?:1-(?:й|го|му|ый){JOINT}|(?P<first>перв[а-яё]{{2,3}}){JOINT})?(?:(?P<deputy>заместител[а-яё]{{1,3}})|зам\.|зам(?=[ \u00a0]))",
    re.IGNORECASE,
)
_WORD = re.compile(rf"(?:{JOINT})?(?P<word>[А-ЯЁа-яё][А-ЯЁа-яё\u00ad]*(?:[-‐‑][А-ЯЁа-яё\u00ad]+)*)(?P<dot>\.?)")
_DASH = re.compile(rf"{JOINT}[-–—]{JOINT}")
_MOST_ADJECTIVES = 4
_ADJECTIVE_ENDINGS = ("ый", "ий", "ой", "ая", "яя", "ое", "ее")
#: Levels of the ladder by what ``positions.txt`` says; an aide ranks with senior specialists whoever his chief is.
_LEVELS: dict[str, int | None] = {"-": None, "staff": 2, **{str(level): level for level in range(1, 8)}}
_SYNCRETISM = (
    (frozenset({"nomn", "accs"}), "nomn"),
    (frozenset({"datv", "loct"}), "datv"),
    (frozenset({"gent", "accs"}), "gent"),
)


@dataclass(frozen=True, slots=True)
class Position:
    """A position at the start of a text.

    ``start`` and ``stop`` are its place, complements included («начальнику отдела сбыта»), without the organisation;
    ``text`` as written, ``nominative`` with the head in the nominative and a small first letter. ``case`` is pymorphy's
    name, or None where it is shortened or the form does not tell; ``gender`` the grammatical gender of the head;
    ``plural`` whether many are meant («руководителям …»). ``level`` is the row of the ladder in
    ``rules/language/positions.txt`` (7 first person to 1 staff), None off the ladder. ``acting`` is «И.о.», «врио»;
    ``deputy`` «заместитель»; ``abbreviated`` a shortened head («зам.», «нач.», «ген. директор»).
    """

    start: int
    stop: int
    text: str
    nominative: str
    case: str | None = None
    gender: str | None = None
    level: int | None = None
    acting: bool = False
    deputy: bool = False
    plural: bool = False
    abbreviated: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    """A word that carries the case of a position, with its readings."""

    start: int
    stop: int
    readings: tuple[Parse, ...]


@dataclass(frozen=True, slots=True)
class _Head:
    """The beginning of a position: the words that carry its case (the noun last), and where it ends."""

    words: tuple[_Word, ...]
    stop: int
    acting: bool = False
    deputy: bool = False
    abbreviated: bool = False


def find_position(text: str, *, expected_case: str | None = None) -> Position | None:
    """The position with which ``text`` begins, after signs, numbering, «Кому:» and «г-ну»; None where there is none.

    ``expected_case`` decides between cases that look alike («заведующей»).
    """
    lead = _LEAD.match(text)
    for start in dict.fromkeys((lead.end() if lead else 0, len(text) - len(text.lstrip()))):
        head = _head_at(text, start)
        if head:
            return _position(text, start, head, expected_case)
    return None


def to_dative(position: str) -> str | None:
    """``position`` with its head words in the dative and everything else untouched; None where it is no position.

    «Заместитель директора по сбыту» becomes «Заместителю директора по сбыту»; shortened words stay as they are.
    """
    return _inflected(position, "datv")


def to_nominative(position: str) -> str | None:
    """``position`` with its head words in the nominative and everything else untouched; None where it is no position."""
    return _inflected(position, "nomn")


def level_of(position: str, organisation: str = "") -> int | None:
    """The level of a position in the nominative on the ladder, 7 to 1; None off the ladder.

    ``organisation`` is what follows the position in the letter: «председатель» ranks by it («ТСЖ»).
    """
    head = _head_at(position, 0)
    if head is None:
        return None
    phrase = " ".join(_expanded(position).split())
    level = _ladder_level(phrase, organisation, head)
    if level is not None or not (head.acting or head.deputy):
        return level
    rest = _stood_for(phrase)
    below = level_of(rest, organisation) if rest else None
    return None if below is None else below - head.deputy


def _position(text: str, start: int, head: _Head, expected: str | None) -> Position:
    stop = end_of_complements(text, head.stop, _heads())
    words = [head.words]
    dash = _DASH.match(text, stop)
    second = _head_at(text, dash.end()) if dash else None
    if second:
        words.append(second.words)
        stop = end_of_complements(text, second.stop, _heads())
    case, number, gender = _agreement(head.words, expected)
    written = text[start:stop]
    forms = [_chosen(group, *_agreement(group, expected)[:2]) for group in words]
    nominative = _small(_rewritten(text, start, stop, [pair for group in forms for pair in group], "nomn", small=True))
    plural = number == "plur"
    return Position(
        start,
        stop,
        written,
        nominative,
        case,
        gender,
        None if plural else level_of(nominative, text[stop : stop + 60]),
        head.acting,
        head.deputy,
        plural,
        head.abbreviated,
    )


def _inflected(position: str, case: str) -> str | None:
    start = len(position) - len(position.lstrip())
    head = _head_at(position, start)
    if head is None:
        return None
    groups = [head.words]
    dash = _DASH.match(position, end_of_complements(position, head.stop, _heads()))
    second = _head_at(position, dash.end()) if dash else None
    if second:
        groups.append(second.words)
    pairs = [pair for group in groups for pair in _chosen(group, *_agreement(group, None)[:2])]
    if any(reading.inflect(case) is None for _, reading in pairs):
        return None
    return _rewritten(position, 0, len(position), pairs, case)


def _head_at(text: str, at: int) -> _Head | None:
    acting = _ACTING.match(text, at)
    if acting:
        return _acting_head(text, acting)
    deputy = _DEPUTY.match(text, at)
    if deputy:
        return _deputy_head(text, deputy)
    return _plain_head(text, at)


def _acting_head(text: str, match: re.Match[str]) -> _Head | None:
    """«И.о. директора»; without a position after it «И.О.» are initials."""
    joint = re.compile(rf"(?:{JOINT})?").match(text, match.end())
    nested = _head_at(text, joint.end() if joint else match.end())
    if match["participle"]:
        start = match.start("participle") + match["participle"].rfind("сполняющ") - 1
        word = _Word(start, match.end("participle"), _adjectives(text[start : match.end("participle")]))
        stop = nested.stop if nested else match.end()
        return _Head((word,), stop, acting=True, deputy=nested is not None and nested.deputy) if word.readings else None
    if nested is None:
        return None
    return _Head((), nested.stop, acting=True, deputy=nested.deputy, abbreviated=True)


def _deputy_head(text: str, match: re.Match[str]) -> _Head | None:
    words = []
    if match["first"]:
        words.append(_Word(match.start("first"), match.end("first"), _adjectives(match["first"])))
    if match["deputy"]:
        words.append(
            _Word(match.start("deputy"), match.end("deputy"), _nouns(match["deputy"], frozenset({"заместитель"})))
        )
        if not words[-1].readings:
            return None
    joint = re.compile(rf"(?:{JOINT})?").match(text, match.end())
    nested = _head_at(text, joint.end() if joint else match.end())
    if nested and nested.words and not any(reading.case == "gent" for reading in nested.words[-1].readings):
        nested = None
    return _Head(
        tuple(words),
        nested.stop if nested else match.end(),
        deputy=True,
        abbreviated=not match["deputy"],
    )


def _plain_head(text: str, at: int) -> _Head | None:
    """Adjectives that agree, then a noun that is a position: «Ведущему инженеру», «Управляющему», «Гл. бухгалтер»."""
    words: list[_Word] = []
    found: _Head | None = None
    abbreviated = False
    for _ in range(_MOST_ADJECTIVES + 1):
        match = _WORD.match(text, at)
        if match is None or (not words and not abbreviated and match.start("word") != at):
            break
        word, start = match["word"], match.start("word")
        short = _abbreviations().get(word.lower() + match["dot"]) if match["dot"] else None
        if short:
            abbreviated, at = True, match.end()
            if short[1]:
                return _Head((), match.end(), abbreviated=True)
            continue
        nouns = _nouns(word, _heads())
        if nouns and _agrees(words, nouns) and _listed(text, words, word):
            found = _Head((*words, _Word(start, match.end("word"), nouns)), match.end("word"), abbreviated=abbreviated)
        adjectives = _adjectives(word)
        if not adjectives or not _agrees(words, adjectives) or match["dot"]:
            break
        words.append(_Word(start, match.end("word"), adjectives))
        at = match.end("word")
    return None if found and _is_attribute(text, found) else found


def _is_attribute(text: str, head: _Head) -> bool:
    """«Рабочий день», «Управляющая компания», «Глава 5»: no position, though the first word may be one."""
    noun = head.words[-1]
    written = text[noun.start : noun.stop]
    following = _WORD.match(text, noun.stop)
    if re.match(r"\s{1,3}(?:\d|[IVX]+\b)", text[noun.stop : noun.stop + 6]) and "глава" in morphology.lemmas(written):
        return True
    if following is None or not _adjectives(written):
        return False
    cases = {(r.case, r.has("plur"), r.gender) for r in _adjectives(written)}
    return any(
        parse.has("NOUN") and (parse.case, parse.has("plur"), None if parse.has("plur") else parse.gender) in cases
        for parse in morphology.parses(following["word"])
        if not parse.grammemes & {"Surn", "Name", "Patr"}
    )


def _nouns(word: str, heads: frozenset[str]) -> tuple[Parse, ...]:
    """The readings of ``word`` as a position noun; of «директор-распорядитель» by its first half."""
    readings = tuple(parse for parse in morphology.parses(word) if parse.has("NOUN") and parse.lemma in heads)
    if readings:
        return readings
    if word.lower() in _single_heads():
        return tuple(parse for parse in morphology.parses(word) if parse.case == "nomn") or morphology.parses(word)[:1]
    substantives = tuple(
        parse for parse in morphology.parses(word) if parse.grammemes & {"ADJF", "PRTF"} and _masculine(parse) in heads
    )
    if substantives:
        return substantives
    first, _, rest = word.partition("-")
    if rest and not first.isupper():
        if any(parse.lemma in heads for parse in morphology.parses(first)):
            return tuple(parse for parse in morphology.parses(word) if parse.has("NOUN"))
    return ()


def _masculine(parse: Parse) -> str | None:
    """«заведующий» for «заведующей»: the form under which substantives are listed."""
    return parse.inflect("nomn", "sing", "masc")


def _adjectives(word: str) -> tuple[Parse, ...]:
    return tuple(
        parse for parse in morphology.parses(word) if parse.grammemes & {"ADJF", "PRTF"} and not parse.has("Apro")
    )


def _agrees(words: list[_Word], readings: tuple[Parse, ...]) -> bool:
    """Whether all words can stand in one case and number."""
    common = {(parse.case, parse.has("plur")) for parse in readings}
    for word in words:
        common &= {(parse.case, parse.has("plur")) for parse in word.readings}
    return bool(common)


def _listed(text: str, adjectives: list[_Word], noun: str) -> bool:
    """A noun that is a position by itself, or only with its adjectives («доверенное лицо»)."""
    lemmas = {*morphology.lemmas(noun), noun.lower(), *(_masculine(parse) or "" for parse in _adjectives(noun))}
    if "-" in noun:
        lemmas |= morphology.lemmas(noun.partition("-")[0])
    if not lemmas.isdisjoint(_single_heads()):
        return True
    if not adjectives:
        return False
    last = morphology.lemmas(text[adjectives[-1].start : adjectives[-1].stop])
    return any(not last.isdisjoint(_double_heads().get(lemma, ())) for lemma in lemmas)


def _agreement(words: tuple[_Word, ...], expected: str | None) -> tuple[str | None, str | None, str | None]:
    """Case, number and gender that the words share; a None where the form leaves it open."""
    if not words:
        return None, None, None
    common = {(parse.case, "plur" if parse.has("plur") else "sing") for parse in words[-1].readings}
    for word in words[:-1]:
        common &= {(parse.case, "plur" if parse.has("plur") else "sing") for parse in word.readings}
    numbers = {number for _, number in common}
    number = "plur" if numbers == {"plur"} else "sing"
    cases = {case for case, its in common if its == number}
    if len(cases) == 1:
        case = next(iter(cases))
    elif expected in cases:
        case = expected
    else:
        case = next((one for among, one in _SYNCRETISM if cases <= among), None)
    genders = {p.gender for p in words[-1].readings if (p.case in cases) and p.has("plur") == (number == "plur")}
    return case, number, genders.pop() if len(genders) == 1 else None


def _chosen(words: tuple[_Word, ...], case: str | None, number: str | None) -> list[tuple[_Word, Parse]]:
    """The reading of each word that goes with the case and number of all."""
    pairs = []
    for word in words:
        fitting = [
            parse
            for parse in word.readings
            if (case is None or parse.case == case) and parse.has("plur") == (number == "plur")
        ]
        if fitting or word.readings:
            pairs.append((word, (fitting or list(word.readings))[0]))
    gender = pairs[-1][1].gender if pairs else None
    return [(word, _with_gender(word, parse, gender, case, number)) for word, parse in pairs]


def _with_gender(word: _Word, parse: Parse, gender: str | None, case: str | None, number: str | None) -> Parse:
    same = (
        other
        for other in word.readings
        if other.gender == gender and (case is None or other.case == case) and other.has("plur") == (number == "plur")
    )
    return next(same, parse)


def _rewritten(
    text: str, start: int, stop: int, pairs: list[tuple[_Word, Parse]], case: str, *, small: bool = False
) -> str:
    pieces = []
    at = start
    for word, reading in pairs:
        written = text[word.start : word.stop]
        form = with_capitals_of(written, reading.inflect(case) or written)
        pieces += [text[at : word.start], _small(form) if small else form]
        at = word.stop
    return "".join([*pieces, text[at:stop]])


def _small(phrase: str) -> str:
    """``phrase`` with a small first letter, unless it begins with an abbreviation («ИП», «ВрИО»)."""
    first = phrase.partition(" ")[0]
    return phrase if any(letter.isupper() for letter in first[1:]) else phrase[:1].lower() + phrase[1:]


def _expanded(position: str) -> str:
    """``position`` in small letters with its shortened words written out («гл.» = «главный»)."""
    return re.sub(
        r"[а-яё]+\.", lambda match: _abbreviations().get(match[0], (match[0], False))[0] + " ", position.lower()
    )


def _stood_for(phrase: str) -> str | None:
    """The position whose holder is deputised or stood in for, in the nominative: «директора по сбыту» -> «директор»."""
    acting = _ACTING.match(phrase)
    deputy = _DEPUTY.match(phrase) if not acting else None
    match = acting or deputy
    if match is None:
        return None
    rest = phrase[match.end() :].strip()
    if deputy:
        rest = re.split(r"\s(?:по|–|—)\s", rest)[0]
    return to_nominative(rest)


def _ladder_level(phrase: str, organisation: str, head: _Head) -> int | None:
    """The level of the longest row with which the phrase begins, adjectives of the complement left out if need be."""
    if head.acting or (head.deputy and not phrase.startswith("заместитель")):
        return None
    organisation = re.sub(r"[^\w\s-]", " ", organisation).lower()
    exact, beginnings = _ladder()
    rows = []
    for form in (phrase, _without_attributes(phrase)):
        rows += [row for row in _beginnings(f"{form} {organisation}") if row in beginnings][:1]
        if form in exact:
            return _LEVELS[exact[form]]
    return _LEVELS[beginnings[max(rows, key=len)]] if rows else None


def _beginnings(phrase: str) -> list[str]:
    """The phrases with which ``phrase`` begins, the longest first, cut at blanks and hyphens."""
    phrase = " ".join(phrase.split())
    cuts = [match.start() for match in re.finditer(r"[ -]", phrase)]
    return [phrase[:cut] for cut in (len(phrase), *reversed(cuts))]


def _without_attributes(phrase: str) -> str:
    """«начальник производственно-технического отдела» -> «начальник отдела»."""
    words = phrase.split()
    kept = [word for place, word in enumerate(words) if place == 0 or not _is_genitive_adjective(word)]
    return " ".join(kept)


def _is_genitive_adjective(word: str) -> bool:
    return word.endswith(("ого", "его", "ой", "ей", "ых", "их")) and bool(_adjectives(word))


@cache
def _ladder() -> tuple[dict[str, str], dict[str, str]]:
    """The levels of the phrases that must stand alone, and of those with which a position may begin."""
    rows = [(row[1], row[0]) for row in data.table("positions")]
    exact = {phrase[1:]: level for phrase, level in rows if phrase.startswith("=")}
    return exact, {phrase: level for phrase, level in rows if not phrase.startswith("=")}


@cache
def _abbreviations() -> dict[str, tuple[str, bool]]:
    """Shortened words: what they stand for, and whether it is the noun of the position."""
    return {row[0]: (row[1], row[2:] == ("noun",)) for row in data.table("position_abbreviations")}


@cache
def _phrases() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row[1].removeprefix("=").split()) for row in data.table("positions"))


@cache
def _heads() -> frozenset[str]:
    """The dictionary forms of the nouns that are positions, alone or with adjectives."""
    return frozenset(_head_of(phrase) for phrase in _phrases())


@cache
def _single_heads() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _phrases() if len(phrase) == 1)


@cache
def _double_heads() -> dict[str, frozenset[str]]:
    """Nouns that are positions only after a certain adjective («доверенное лицо»), and these adjectives."""
    pairs: dict[str, set[str]] = {}
    for phrase in _phrases():
        head = _head_of(phrase)
        place = phrase.index(head)
        if place and head not in _single_heads():
            pairs.setdefault(head, set()).update(morphology.lemmas(phrase[place - 1]))
    return {head: frozenset(adjectives) for head, adjectives in pairs.items()}


def _head_of(phrase: tuple[str, ...]) -> str:
    """The noun of a listed phrase: its first word without an adjective's ending, else its last word."""
    return next((word for word in phrase if not word.endswith(_ADJECTIVE_ENDINGS)), phrase[-1])
