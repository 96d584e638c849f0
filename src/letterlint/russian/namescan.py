"""Finds the words that make up a name: capitalised words and initials that stand together and fit a pattern."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from letterlint import data
from letterlint.russian import morphology
from letterlint.russian.forenames import FATHER_WORDS, given_readings, patronymic_readings
from letterlint.russian.organisations import find_organisations, quoted_name
from letterlint.russian.surnames import Reading, has_surname_ending, surname_readings

#: Latin letters that look like Cyrillic ones stand for them in initials («A.П.» with a Latin A).
_INITIAL = "(?:Дж|Дз|[А-ЯЁABCEHKMOPTXY])"
_THIN = "[ \u00a0\u2009\u202f]"
_TOKEN = re.compile(
    rf"""(?<![\w.])(?P<initials>{_INITIAL}\.(?:{_THIN}?-?{_THIN}?{_INITIAL}\.){{0,3}}(?:[А-ЯЁ](?![\w.'’-]))?)
    |(?<![\w-])(?P<word>(?:[ОД]['’])?[А-ЯЁ](?:[а-яё\u00ad]+|[А-ЯЁ\u00ad]*)(?:[-‑](?:[А-ЯЁ][а-яё]+|[А-ЯЁ]+|[а-яё]+))*)(?![\w-])
    |(?<=[ \u00a0])(?P<father>(?:{"|".join(FATHER_WORDS)}))(?!\w)""",
    re.VERBOSE,
)
_GAP = re.compile(r"[ \u00a0\u2009\u202f]{0,3}(?:\n[ \u00a0\t]{0,3})?")
_PLACE_BEFORE = re.compile(
    r"(?:\b(?:ул|пр|просп|пер|пл|наб|ш|пос|гор|обл|мкр|им|б-р|пр-т|пр-кт|пр-д|г|с|д|ст|дер|тер|кв-л|р-н|бул|туп|ж-д)\.?|"
    r"\b(?:улиц[аыуе]|проспект[аеу]?|переулк[аеу]|переулок|площад[ьи]|бульвар[аеу]?|набережн\w{2,3}|шоссе|проезд[аеу]?|"
    r"посёлк[аеу]|поселк[аеу]|посёлок|поселок|сел[оаеу]|деревн[яиею]|станци[яию]|город[аеу]?|имени|памяти|тупик|"
    r"аллея|микрорайон[аеу]?|квартал[аеу]?|остановк[аи]|метро|орден[аеу]?|премии|медал[ьи]))[\s.]{0,3}$",
    re.IGNORECASE,
)
#: «д.» and «с.» are a village or a house only with their dot; «с А.П. Смирновым» is a preposition.
_SHORT_PLACE = re.compile(r"\b[гсд]\s*$|\b(?:ст|пр|ш|им|пл)\s*$", re.IGNORECASE)
_TITLE_BEFORE = re.compile(
    r"(?:\b(?:г-н|г-на|г-ну|г-ном|г-не|г-жа|г-жи|г-же|г-жу|г-жой|гр\.|гр-н|гр-ну|гр-ка|гр-ке|господин\w{0,3}|госпож\w{1,2}|"
    r"гражданин\w{0,2}|гражданк\w{1,2}|товарищ\w{0,2}|тов\.|мистер\w?|миссис|семь[яиею]))[ \u00a0\n]{1,2}$",
    re.IGNORECASE,
)
_TEMPLATE_INITIALS = frozenset({"Ф.И.О.", "ФИО"})
_CONTEXT = 18


class Part(NamedTuple):
    """A part of a name: its kind (surname, given, patronymic, initials) and its place."""

    kind: str
    start: int
    stop: int


class _Token(NamedTuple):
    kind: str
    start: int
    stop: int
    text: str
    newline: bool  #: a line break stands before it
    glued: bool  #: nothing stands before it

    def part(self, kind: str) -> Part:
        return Part(kind, self.start, self.stop)


def scan(text: str, *, bare: bool = False) -> list[tuple[Part, ...]]:
    """The parts of each name in ``text``, in order; see ``names.find_names``."""
    found: list[tuple[Part, ...]] = []
    for run in _runs(text):
        found.extend(_names_of_run(text, run, bare=bare))
    return found


def _runs(text: str) -> list[list[_Token]]:
    """Capitalised words and initials that follow each other with nothing but blanks and one line break between them."""
    runs: list[list[_Token]] = []
    end = -1
    masked: list[tuple[int, int]] | None = None
    for match in _TOKEN.finditer(text):
        start, stop = match.span()
        if masked is None:
            masked = _masked(text)
        if any(left <= start < right for left, right in masked):
            end = -1
            continue
        token = _Token(match.lastgroup or "", start, stop, match[0], "\n" in text[end:start], start == end)
        if token.kind == "initials" and _spelled(token.text) in _TEMPLATE_INITIALS:
            end = -1
        elif end >= 0 and _GAP.fullmatch(text, end, start) and (not token.glued or runs[-1][-1].kind == "initials"):
            runs[-1].append(token)
            end = stop
        else:
            runs.append([token])
            end = stop
    return runs


def _spelled(initials: str) -> str:
    return re.sub(r"\s", "", initials)


def _masked(text: str) -> list[tuple[int, int]]:
    """Organisations and quoted names: what stands there names no person."""
    spans = find_organisations(text)
    for sign in re.finditer('[«"“„]', text):
        stop = quoted_name(text, sign.start())
        if stop is not None and not (sign.start() == 0 and stop >= len(text.rstrip())):
            spans.append((sign.start(), stop))
    return spans


def _names_of_run(text: str, run: list[_Token], *, bare: bool) -> list[tuple[Part, ...]]:
    found = []
    at = _after_place(text, run)
    while at < len(run):
        parts = _match(text, run, at, bare=bare)
        if parts:
            found.append(parts)
            at = next((i for i in range(at, len(run)) if run[i].start >= parts[-1].stop), len(run))
        else:
            at += 1
    return found


def _after_place(text: str, run: list[_Token]) -> int:
    """The first token of ``run`` that does not belong to a street, a town or an institution's namesake."""
    before = text[max(0, run[0].start - _CONTEXT) : run[0].start]
    place = _PLACE_BEFORE.search(before)
    if not place or (_SHORT_PLACE.search(before) and not before.rstrip().endswith(".")):
        return 0
    if place[0].lower().strip(" .\n\u00a0") in {
        "г",
        "с",
        "д",
        "гор",
        "город",
        "города",
        "городе",
        "село",
        "деревня",
        "дер",
        "пос",
    }:
        return 1
    return next((i for i in range(1, len(run)) if run[i].newline), len(run))


def _match(text: str, run: list[_Token], at: int, *, bare: bool) -> tuple[Part, ...] | None:
    """The name that begins at ``run[at]``, or None."""
    kinds = "".join(
        "I" if token.kind == "initials" else "F" if token.kind == "father" else "W" for token in run[at : at + 5]
    )
    if kinds.startswith("W"):
        if "F" in kinds[1:4]:
            return _with_father(run[at:], kinds)
        return (
            _surname_first(run[at:], kinds)
            or _given_patronymic(run[at:], kinds)
            or _surname_initials(text, run[at:], kinds)
            or _given_surname(text, run[at:], kinds)
            or _lone(text, run[at:], kinds, bare=bare)
        )
    if kinds.startswith("IW"):
        return _initials_surname(run[at:], kinds)
    return None


def _with_father(run: list[_Token], kinds: str) -> tuple[Part, ...] | None:
    """«Мамедов Рашид Али оглы», «Рашид Али оглы», «Хасан оглы Р.», «Рашид оглы»."""
    place = kinds.index("F")
    if "I" in kinds[:place]:
        return None
    patronymic = Part("patronymic", run[place - 1].start, run[place].stop)
    if place >= 3 and given_readings(run[1].text) and _weight(run[0].text) >= 1:
        return run[0].part("surname"), run[1].part("given"), patronymic
    if place == 2:
        return run[0].part("given"), patronymic
    if place == 1:
        surname = Part("surname", run[0].start, run[1].stop)
        return (surname, run[2].part("initials")) if kinds[2:3] == "I" else (surname,)
    return None


def _surname_first(run: list[_Token], kinds: str) -> tuple[Part, ...] | None:
    """«Смирнов Андрей Петрович»; an ordinary noun before «Андрей Петрович» must agree with it to be a surname."""
    if not kinds.startswith("WWW") or not _is_patronymic(run[2]) or not _may_be_given(run[1]):
        return None
    weight = _weight(run[0].text)
    if weight == 0 or (weight == 1 and not _agree(surname_readings(run[0].text), given_readings(run[1].text))):
        return None
    if given_readings(run[0].text) and weight < 3 and _is_patronymic(run[1]):
        return None
    return run[0].part("surname"), run[1].part("given"), run[2].part("patronymic")


def _given_patronymic(run: list[_Token], kinds: str) -> tuple[Part, ...] | None:
    """«Андрей Петрович», «Андрей Петрович Смирнов»."""
    if not kinds.startswith("WW") or not _is_patronymic(run[1]) or not _may_be_given(run[0]):
        return None
    name = run[0].part("given"), run[1].part("patronymic")
    if kinds[2:3] == "W" and _is_surname_after(run, 2, 2):
        return *name, run[2].part("surname")
    return name


def _is_surname_after(run: list[_Token], place: int, least: int) -> bool:
    """Whether the word at ``place`` is a surname that belongs to what precedes it and not to a name that follows."""
    if _weight(run[place].text) < least or _is_abbreviation(run[place].text):
        return False
    rest = run[place + 1 :]
    if rest and rest[0].kind == "initials" and not (len(rest) > 1 and _weight(rest[1].text) >= 2):
        return False
    return not (len(rest) > 1 and _is_patronymic(rest[1]) and _may_be_given(rest[0]))


def _surname_initials(text: str, run: list[_Token], kinds: str) -> tuple[Part, ...] | None:
    """«Смирнов А.П.», also «Смирнов АП» where the surname's form is beyond doubt."""
    if kinds.startswith("WW") and re.fullmatch("[А-ЯЁ]{2}", run[1].text) and not run[0].text.isupper():
        sure = _weight(run[0].text) == 3 and has_surname_ending(run[0].text) and not morphology.is_known(run[1].text)
        return (run[0].part("surname"), run[1].part("initials")) if sure else None
    if not kinds.startswith("WI") or run[1].glued:
        return None
    weight = float(_weight(run[0].text))
    other = 0.0
    if kinds[2:3] == "W" and _is_surname_after(run, 2, 1):
        other = float(_weight(run[2].text))
    single = _count(run[1].text) == 1
    if weight < (2 if single else 1):
        return None
    left = weight - (1.5 if run[1].newline and not run[2:3] == [] and not run[2].newline else 0)
    right = other - (1.5 if kinds[2:3] == "W" and run[2].newline and not run[1].newline else 0)
    if right > left or (right == left and weight < 2):
        return None
    return run[0].part("surname"), run[1].part("initials")


def _initials_surname(run: list[_Token], kinds: str) -> tuple[Part, ...] | None:
    """«А.П. Смирнов»; a single initial and an ordinary word («А. Общие») are no name, nor is the seal «М.П.»."""
    least = 2 if _count(run[0].text) == 1 else 1
    if _spelled(run[0].text) == "М.П." and (run[1].newline or _weight(run[1].text) < 2):
        return None
    if not _is_surname_after(run, 1, least):
        return None
    return run[0].part("initials"), run[1].part("surname")


def _given_surname(text: str, run: list[_Token], kinds: str) -> tuple[Part, ...] | None:
    """«Мария Иванова», «Иванова Мария»: both words must be what they seem and agree."""
    if not kinds.startswith("WW") or _is_address(text, run[1].stop):
        return None
    first, second = run[0].text, run[1].text
    if first.isupper() != second.isupper() or _is_abbreviation(first) or _is_abbreviation(second):
        return None
    if _is_surname_after(run, 1, 2) and _agree(given_readings(first), surname_readings(second)):
        return run[0].part("given"), run[1].part("surname")
    if _weight(first) == 3 and _agree(surname_readings(first), given_readings(second)):
        return run[0].part("surname"), run[1].part("given")
    return None


def _lone(text: str, run: list[_Token], kinds: str, *, bare: bool) -> tuple[Part, ...] | None:
    """«г-ну Смирнову», «господин Ли Вэй»; without a title only where a name is due (``bare``)."""
    titled = bool(_TITLE_BEFORE.search(text[max(0, run[0].start - _CONTEXT) : run[0].start]))
    if not (bare or titled) or kinds[1:2] == "I" or _is_abbreviation(run[0].text):
        return None
    alone = text[: run[0].start].strip(" \u00a0\n\t/()_") == "" and len(kinds) <= 3
    least = 1 if titled or alone else 2
    if kinds.startswith("WW") and all(_weight(token.text) == 2 or _is_short(token.text) for token in run[:2]):
        stop = run[2].stop if kinds == "WWW" and _weight(run[2].text) == 2 else run[1].stop
        return run[0].part("surname"), Part("given", run[1].start, stop)
    if _weight(run[0].text) >= least and not (given_readings(run[0].text) and _weight(run[0].text) < 3):
        return (run[0].part("surname"),)
    if given_readings(run[0].text):
        return (run[0].part("given"),)
    return None


def _is_address(text: str, stop: int) -> bool:
    return bool(re.match(r"\s?,\s?(?:д\.|дом|к\.|корп|кв\.|\d)", text[stop : stop + 12]))


def _count(initials: str) -> int:
    return len(re.findall(r"[^\W\d_]+", initials))


def _is_short(word: str) -> bool:
    """«Ли», «Ю», «Вэй»: short foreign names look like particles and abbreviations."""
    return len(word) <= 3 and not word.isupper()


def _is_patronymic(token: _Token) -> bool:
    return token.kind == "word" and bool(patronymic_readings(token.text))


def _may_be_given(token: _Token) -> bool:
    """A first name of the dictionary, or a word that the dictionary does not know at all."""
    if token.kind != "word" or _is_abbreviation(token.text):
        return False
    return bool(given_readings(token.text)) or not morphology.is_known(token.text)


def _agree(one: tuple[Reading, ...], other: tuple[Reading, ...]) -> bool:
    """Whether two parts have a reading in the same case and gender."""
    return any(
        (a.case is None or b.case is None or a.case == b.case)
        and (a.gender is None or b.gender is None or a.gender == b.gender)
        for a in one
        for b in other
    )


def _is_abbreviation(word: str) -> bool:
    """«РФ», «АО»: capitals only and no known surname; «ЦОЙ» is a surname."""
    if not word.isupper() or len(word) > 4:
        return False
    return len(word) < 2 or not morphology.has(word, "Surn") and not morphology.has(word, "Name")


@lru_cache(maxsize=5_000)
def _weight(word: str) -> int:
    """How much a capitalised word looks like a surname: 3 surely, 2 unknown to the dictionary, 1 an ordinary word that
    may be one («Коваль», «Белый»), 0 not at all.
    """
    word = word.replace("\u00ad", "").replace("‑", "-")
    head, _, tail = word.rpartition("-")
    if head:
        return _weight(tail) if not morphology.is_known(word) else max(_weight(tail), 1)
    if len(word) < 2 or _blocked(word):
        return 0
    if not morphology.is_known(word):
        if _is_abbreviation(word) or not any(vowel in word.lower() for vowel in "аеёиоуыэюя"):
            return 0
        return 3 if has_surname_ending(word) else 2
    parses = morphology.parses(word)
    if any(parse.has("Surn") and not parse.has("plur") for parse in parses):
        return 3
    return int(any(_ordinary(parse) for parse in parses))


def _ordinary(parse: morphology.Parse) -> bool:
    """A noun or adjective in a form in which a surname may stand; no place, no abbreviation, no neuter."""
    if parse.grammemes & {"Geox", "Abbr", "Orgn", "Apro", "Anum", "neut", "Fixd", "Patr"}:
        return False
    if parse.has("NOUN"):
        return not parse.has("plur")
    return parse.has("ADJF") and (not parse.has("plur") or parse.case in {"gent", "loct"})


@lru_cache(maxsize=5_000)
def _blocked(word: str) -> bool:
    lower = word.lower()
    if lower in _positions() or lower in data.words("not_surnames"):
        return True
    lemmas = morphology.lemmas(word) if morphology.is_known(word) else frozenset({lower})
    return not lemmas.isdisjoint(_positions()) or not lemmas.isdisjoint(_not_surnames())


@cache
def _not_surnames() -> frozenset[str]:
    return frozenset(data.words("not_surnames"))


@cache
def _positions() -> frozenset[str]:
    """The words of all positions: «Директор А.П. Смирнов» has no surname before its initials."""
    return frozenset(word for row in data.table("positions") for word in row[1].lstrip("=").split())
