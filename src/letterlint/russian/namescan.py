"""Finds the words that make up a name: the patterns in which surname, first name, patronymic and initials stand."""

import re
from functools import cache
from typing import NamedTuple

from letterlint import data
from letterlint.lazy import pattern
from letterlint.russian import morphology
from letterlint.russian.forenames import given_readings, patronymic_readings
from letterlint.russian.likeness import (
    Likeness,
    is_abbreviation,
    is_rather_given,
    likeness,
    may_be_given,
    may_be_odd_surname,
)
from letterlint.russian.namewords import Token, runs, titled_places
from letterlint.russian.surnames import Reading, has_surname_ending, surname_readings

_ADDRESS_AFTER = pattern(r"\s?,\s?(?:д\.|дом|к\.|корп|кв\.|\d)")
#: «Уваж. Роман!», «Исп. Иванова»: a shortened word.
_SHORTENED = pattern(r"[А-ЯЁ][а-ё]{0,3}[бвгджзклмнпрстфхцчшщ]\.[ ]?[^\s.]")
_CONTEXT = 18


class Part(NamedTuple):
    """A part of a name: its kind (surname, given, patronymic, initials) and its place."""

    kind: str
    start: int
    stop: int


Parts = tuple[Part, ...]


def scan(text: str, *, bare: bool = False) -> list[Parts]:
    """The parts of each name in ``text``, in order; see ``names.find_names``."""
    found: list[Parts] = []
    titled = titled_places(text)
    for tokens in runs(text, titled, lone=bare):
        run = _Run(text, tokens, titled, bare=bare)
        if run.may_hold_names():
            found.extend(run.names())
    return found


class _Run:
    """Tokens that follow each other; the patterns are tried at each of them, the surest first."""

    def __init__(self, text: str, tokens: list[Token], titled: frozenset[int], *, bare: bool) -> None:
        self.text = text
        self.tokens = tokens
        self.titled = titled
        self.kinds = "".join(token.kind for token in tokens)
        self.bare = bare

    def may_hold_names(self) -> bool:
        """Whether names are worth looking for: initials, a title, a first name or a patronymic is there."""
        if self.bare or "I" in self.kinds or "F" in self.kinds:
            return True
        if any(token.start in self.titled for token in self.tokens):
            return True
        return any(
            patronymic_readings(token.text) or given_readings(token.text) or _is_undotted_initials(token.text)
            for token in self.tokens
        )

    def names(self) -> list[Parts]:
        found = []
        at, sure_only = self._first()
        while at < len(self.tokens):
            parts = self._name_at(at, sure_only=sure_only)
            if parts is None:
                at += 1
                continue
            found.append(parts)
            while at < len(self.tokens) and self.tokens[at].start < parts[-1].stop:
                at += 1
        return found

    def _first(self) -> tuple[int, bool]:
        """Where names may begin, and whether only those with initials or a patronymic: after «ул.», «г.», «им.»."""
        start = self.tokens[0].start
        words = self.text[max(0, start - _CONTEXT) : start].lower().split()
        before = words[-1].lstrip('(«"„“,;') if words else ""
        if before in _places("towns"):
            return 0, True
        if before.rstrip(".") in _places("streets"):
            return (2 if self.kinds.startswith("IW") else 1), True
        return 0, False

    def _name_at(self, at: int, *, sure_only: bool) -> Parts | None:
        kinds = self.kinds[at : at + 5]
        if kinds.startswith("IW"):
            return self._initials_surname(at)
        if not kinds.startswith("W"):
            return None
        if "F" in kinds[1:4]:
            return self._with_father(at, kinds)
        sure = (
            self._surname_given_patronymic(at, kinds)
            or self._given_patronymic(at, kinds)
            or self._surname_initials(at, kinds)
        )
        if sure or sure_only:
            return sure
        return self._given_and_surname(at, kinds) or self._lone(at, kinds)

    def _part(self, kind: str, at: int) -> Part:
        return Part(kind, self.tokens[at].start, self.tokens[at].stop)

    def _with_father(self, at: int, kinds: str) -> Parts | None:
        """«Мамедов Рашид Али оглы», «Рашид Али оглы», «Хасан оглы Р.», «Рашид оглы», «Мамедов Р.А. оглы»."""
        place = kinds.index("F")
        if kinds.startswith("WIF"):
            return self._part("surname", at), Part("initials", self.tokens[at + 1].start, self.tokens[at + 1].stop)
        if "I" in kinds[:place]:
            return None
        patronymic = Part("patronymic", self.tokens[at + place - 1].start, self.tokens[at + place].stop)
        if place == 3:
            if likeness(self.tokens[at].text) == Likeness.NONE or not may_be_given(self.tokens[at + 1].text):
                return None
            return self._part("surname", at), self._part("given", at + 1), patronymic
        if place == 2:
            return (self._part("given", at), patronymic) if may_be_given(self.tokens[at].text) else None
        surname = Part("surname", self.tokens[at].start, self.tokens[at + 1].stop)
        return (surname, self._part("initials", at + 2)) if kinds[2:3] == "I" else (surname,)

    def _surname_given_patronymic(self, at: int, kinds: str) -> Parts | None:
        """«Смирнов Андрей Петрович»; an ordinary noun before «Андрей Петрович» must agree with it to be a surname."""
        if not kinds.startswith("WWW"):
            return None
        surname, given, patronymic = (token.text for token in self.tokens[at : at + 3])
        like = likeness(surname)
        named = may_be_given(given) or (like >= Likeness.UNKNOWN and not is_abbreviation(given))  # «Хисамова Лиана …»
        if not patronymic_readings(patronymic) or not named:
            return None
        if like == Likeness.NONE:
            return None
        if like == Likeness.ORDINARY and not _agree(surname_readings(surname), given_readings(given)):
            return None
        if patronymic_readings(given) and may_be_given(surname):  # «Андрей Петрович Иванович»
            return None
        return self._part("surname", at), self._part("given", at + 1), self._part("patronymic", at + 2)

    def _given_patronymic(self, at: int, kinds: str) -> Parts | None:
        """«Андрей Петрович», «Андрей Петрович Смирнов»."""
        if not kinds.startswith("WW") or not patronymic_readings(self.tokens[at + 1].text):
            return None
        if not may_be_given(self.tokens[at].text):
            return None
        name = self._part("given", at), self._part("patronymic", at + 1)
        if kinds[2:3] != "W":
            return name
        least = Likeness.ORDINARY if self._is_last(at + 2) else Likeness.UNKNOWN
        if self._surname_after(at + 2) < least and not patronymic_readings(self.tokens[at + 2].text):
            return name
        return *name, self._part("surname", at + 2)

    def _is_last(self, at: int) -> bool:
        """Whether nothing follows the word on its line: «Полина Ильинична Заяц»."""
        return at == len(self.tokens) - 1 and self.text[self.tokens[at].stop : self.tokens[at].stop + 1] in {
            "",
            "\n",
            "/",
            ")",
        }

    def _surname_after(self, at: int) -> Likeness:
        """How much the word at ``at`` is a surname of what precedes it, and not of a name that follows."""
        if self.kinds[at : at + 1] != "W" or is_abbreviation(self.tokens[at].text):
            return Likeness.NONE
        following = self.kinds[at + 1 : at + 3]
        if following.startswith("I") and (self.tokens[at].newline or not self.tokens[at + 1].newline):
            own = following == "IW" and likeness(self.tokens[at + 2].text) >= Likeness.UNKNOWN
            if not own:
                return Likeness.NONE
        elif (
            following == "WW"
            and patronymic_readings(self.tokens[at + 2].text)
            and may_be_given(self.tokens[at + 1].text)
        ):
            return Likeness.NONE
        return likeness(self.tokens[at].text)

    def _surname_initials(self, at: int, kinds: str) -> Parts | None:
        """«Смирнов А.П.», also «Смирнов АП» where the surname's form is beyond doubt."""
        if len(kinds) < 2:
            return None
        parts = self._part("surname", at), self._part("initials", at + 1)
        if kinds.startswith("WW"):
            return parts if self._is_undotted(at) else None
        if not kinds.startswith("WI") or self.tokens[at + 1].glued:
            return None
        like: float = likeness(self.tokens[at].text)
        if like < (Likeness.UNKNOWN if _count(self.tokens[at + 1].text) == 1 else Likeness.ORDINARY):
            return None
        other: float = self._surname_after(at + 2)
        if other:  # the word on the same line is nearer to the initials
            like -= 1.5 * (self.tokens[at + 1].newline and not self.tokens[at + 2].newline)
            other -= 1.5 * (self.tokens[at + 2].newline and not self.tokens[at + 1].newline)
        if other > like or (other == like and like < Likeness.UNKNOWN):
            return None
        return parts

    def _is_undotted(self, at: int) -> bool:
        """Whether two capitals after a sure surname are initials without their dots."""
        surname, initials = self.tokens[at].text, self.tokens[at + 1].text
        return (
            _is_undotted_initials(initials)
            and not surname.isupper()
            and likeness(surname) == Likeness.SURE
            and has_surname_ending(surname)
            and not morphology.is_known(initials)
        )

    def _initials_surname(self, at: int) -> Parts | None:
        """«А.П. Смирнов»; a single initial and an ordinary word («А. Общие») are no name, nor is the seal «М.П.»."""
        initials = self.tokens[at].text
        like = self._surname_after(at + 1)
        if like < (Likeness.UNKNOWN if _count(initials) == 1 else Likeness.ORDINARY) and not self._is_odd(at):
            return None
        if initials.replace(" ", "") == "М.П." and self.tokens[at + 1].newline:
            return None
        return self._part("initials", at), self._part("surname", at + 1)

    def _is_odd(self, at: int) -> bool:
        """«Р.А. Шоу»: behind two initials a word that is neither position nor place is a surname, if unlike one."""
        if (
            self.kinds[at + 1 : at + 3] not in {"W", "WW"}
            or _count(self.tokens[at].text) < 2
            or self.tokens[at + 1].newline
        ):
            return False
        word = self.tokens[at + 1].text
        return len(word) > 2 and not word.isupper() and may_be_odd_surname(word)

    def _given_and_surname(self, at: int, kinds: str) -> Parts | None:
        """«Мария Иванова», «Иванова Мария»: both words must be what they seem and agree."""
        if not kinds.startswith("WW") or _ADDRESS_AFTER.match(self.text, self.tokens[at + 1].stop):
            return None
        first, second = self.tokens[at].text, self.tokens[at + 1].text
        if first.isupper() != second.isupper() or is_abbreviation(first) or is_abbreviation(second):
            return None
        after = self._surname_after(at + 1)
        if after >= Likeness.UNKNOWN and _agree(given_readings(first), surname_readings(second)):
            if after == Likeness.UNKNOWN and len(first) <= 3:  # «Ли Вэй»: the family name stands first
                return self._part("surname", at), self._part("given", at + 1)
            return self._part("given", at), self._part("surname", at + 1)
        if likeness(first) == Likeness.SURE and _agree(surname_readings(first), given_readings(second)):
            return self._part("surname", at), self._part("given", at + 1)
        return None

    def _lone(self, at: int, kinds: str) -> Parts | None:
        """«г-ну Смирнову», «господин Ли Вэй»: what is a name only because one is due."""
        titled = self.tokens[at].start in self.titled
        word = self.tokens[at].text
        if not (titled or self.bare) or is_abbreviation(word):
            return None
        like = likeness(word)
        if like < Likeness.SURE and _SHORTENED.match(self.text, self.tokens[at].start):
            return None
        if kinds.startswith("WW") and all(_is_foreign(token.text) for token in self.tokens[at : at + 2]):
            third = kinds.startswith("WWW") and _is_foreign(self.tokens[at + 2].text)
            stop = self.tokens[at + 2 if third else at + 1].stop
            return self._part("surname", at), Part("given", self.tokens[at + 1].start, stop)
        if is_rather_given(word):
            return (self._part("given", at),)
        least = Likeness.ORDINARY if titled or len(self.tokens) == 1 else Likeness.UNKNOWN
        return (self._part("surname", at),) if like >= least else None


@cache
def _places(name: str) -> frozenset[str]:
    """Words before a capitalised one that make a place of it; after those of towns a full name may follow."""
    return frozenset(data.words(name))


def _is_foreign(word: str) -> bool:
    """«Ли», «Вэй», «Нгуен»: words unknown to the dictionary, or so short that they look like particles."""
    return likeness(word) == Likeness.UNKNOWN or (len(word) <= 3 and not word.isupper())


def _is_undotted_initials(word: str) -> bool:
    return len(word) == 2 and word.isupper()


def _count(initials: str) -> int:
    return len(re.findall(r"[^\W\d_]+", initials))


def _agree(one: tuple[Reading, ...], other: tuple[Reading, ...]) -> bool:
    """Whether two parts have a reading in the same case and gender."""
    return any(
        (a.case is None or b.case is None or a.case == b.case)
        and (a.gender is None or b.gender is None or a.gender == b.gender)
        for a in one
        for b in other
    )
