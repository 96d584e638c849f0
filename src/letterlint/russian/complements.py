"""Where a position ends: the words that belong to its head («начальнику | отдела по работе с клиентами»)."""

from __future__ import annotations

import re
from functools import cache

from letterlint import data
from letterlint.lazy import pattern
from letterlint.russian import morphology
from letterlint.russian.organisations import is_legal_form

_BLANK = " "
JOINT = rf"(?:{_BLANK}{{0,3}}\n{_BLANK}{{0,3}}|{_BLANK}{{1,3}})"
_WORD = pattern(rf"(?P<joint>{JOINT})(?P<word>[Ё-ё][Ё-ё\u00ad]*(?:-[Ё-ё\u00ad]+)*)(?P<dot>\.?)")
_COMMA = pattern(rf",(?={_BLANK}[а-ё])")
#: «2 класса», «1-й категории», «III ранга», «№ 5».
_GRADE = pattern(
    rf"{JOINT}(?:(?:\d{{1,2}}|[IVX]{{1,4}})(?:-?(?:го|й|ой|я|ого))?{_BLANK}?(?:класс|категори|ранг|разряд|степен|гильди)[а-ё]{{1,3}}"
    rf"|№{_BLANK}?\d{{1,4}}(?![\d/.-]))"
)
_TOWN = pattern(rf"{JOINT}(?:г|гор|пос|с|дер|ст|р)\.{_BLANK}?[А-ЯЁ][а-ё]+(?:-[Ё-ё]+)*(?!{_BLANK}?[А-ЯЁ]\.)")
_BEFORE_PLACE = frozenset({"город", "район", "область", "республика", "край", "округ", "посёлок", "село", "станица"})
_INSIDE = frozenset({"область", "сфера", "отставка", "запас", "город", "регион", "округ", "республика", "край"})
_INSTRUMENTAL = ("заведующ", "управляющ", "заведыва", "командующ", "руководящ", "зав.")
_LONGEST = 25
_OBLIQUE = frozenset({"gent", "datv", "ablt", "loct", "accs"})


class _Walk:
    """A walk over the complements of one position."""

    def __init__(self, text: str, at: int, heads: frozenset[str]) -> None:
        self.text = text
        self.at = at
        self.heads = heads
        self.after_preposition = False
        self.last = ""
        before = text[max(0, at - 30) : at].lower()
        self.instrumental = any(stem in before for stem in _INSTRUMENTAL)
        self.responsible = "ответственн" in before

    def step(self) -> bool:
        """Takes one more complement; False where the position ends."""
        for complement in (_GRADE, _TOWN):
            match = complement.match(self.text, self.at)
            if match and "доверенност" not in self.last:
                self.at, self.last = match.end(), ""
                return True
        comma = _COMMA.match(self.text, self.at)
        word = _WORD.match(self.text, comma.end() if comma else self.at)
        if word is None or ("\n" in word["joint"] and not self._goes_on_below(word)):
            return False
        if comma and not (self.after_preposition and self._listed(word["word"])):
            return False
        if not (self._small(word) if word["word"][0].islower() else self._capital(word)):
            return False
        self.at = word.end("word")
        self.last = word["word"].lower()
        return True

    def _goes_on_below(self, match: re.Match[str]) -> bool:
        """«отдела ⏎ сбыта», «Арбитражного суда ⏎ Энской области», but not «директору ⏎ Муниципального театра»."""
        if match["word"][0].islower():
            return True
        inside = not morphology.lemmas(self.last or "-").isdisjoint(_institutions())
        return inside and self._adjective_of_more(match, list(morphology.parses(match["word"])))

    def _small(self, match: re.Match[str]) -> bool:
        word, following = match["word"], _WORD.match(self.text, match.end("word"))
        if match["dot"] and word in {"р-на", "обл", "респ", "мкр"}:
            return True
        if word in {"по", "при", "с", "со", "в", "во", "за", "для", "на"}:
            return self._preposition(word, following)
        if word in {"и", "или"}:
            return following is not None and self._continues(following["word"])
        return self._fits(word)

    def _preposition(self, word: str, following: re.Match[str] | None) -> bool:
        if following is None or not morphology.parses(following["word"]):
            return False
        target = morphology.lemmas(following["word"])
        allowed = (
            word in {"по", "при"}
            or (word == "за" and self.responsible)
            or (word in {"в", "во"} and not target.isdisjoint(_INSIDE))
            or (self.after_preposition and word in {"с", "со", "для", "на"})
        )
        if allowed:
            self.after_preposition = True
        return allowed

    def _continues(self, word: str) -> bool:
        """Whether «и …» goes on with the complement and does not begin another position or clause."""
        return word[0].islower() and self._fits(word) and morphology.lemmas(word).isdisjoint(self.heads)

    def _listed(self, word: str) -> bool:
        return any(
            parse.case == "datv" and parse.grammemes & {"NOUN", "ADJF"} for parse in morphology.parses(word)
        ) and self._continues(word)

    def _fits(self, word: str) -> bool:
        """A noun, adjective or participle in a case that a complement has here."""
        cases = _OBLIQUE if self.after_preposition else {"gent", "ablt"} if self.instrumental else {"gent"}
        return any(
            parse.case in cases and parse.grammemes & {"NOUN", "ADJF", "PRTF"} and not parse.has("NPRO")
            for parse in morphology.parses(word)
        )

    def _capital(self, match: re.Match[str]) -> bool:
        word = match["word"]
        if word.isupper() and len(word) > 1:
            return len(word) <= 7 and not is_legal_form(word) and word != "ИП" and not self._name_follows(match)
        if self._name_follows(match):
            return False
        parses = [parse for parse in morphology.parses(word) if parse.case in _OBLIQUE]
        lemmas = {parse.lemma for parse in parses if self.after_preposition or parse.case in {"gent", "ablt"}}
        if lemmas & _institutions() or lemmas & self.heads:
            return True
        if any(parse.has("Geox") for parse in parses) and not morphology.has(word, "Surn"):
            return morphology.is_known(word) or not morphology.lemmas(self.last).isdisjoint(_BEFORE_PLACE)
        if not morphology.lemmas(self.last or "-").isdisjoint(_BEFORE_PLACE):
            return True
        return self._adjective_of_more(match, parses)

    def _adjective_of_more(self, match: re.Match[str], parses: list[morphology.Parse]) -> bool:
        """«Энского района», «Главного управления»: an adjective whose noun follows."""
        cases = {parse.case for parse in parses if parse.grammemes & {"ADJF", "PRTF"}}
        following = _WORD.match(self.text, match.end("word"))
        if not cases or following is None or "\n" in following["joint"]:
            return False
        noun = following["word"]
        if not noun[0].islower() and morphology.lemmas(noun).isdisjoint(_institutions() | self.heads):
            return False
        return any(parse.case in cases for parse in morphology.parses(noun))

    def _name_follows(self, match: re.Match[str]) -> bool:
        return re.match(rf"{_BLANK}?[А-ЯЁ]\.", self.text[match.end() : match.end() + 3]) is not None


def end_of_complements(text: str, at: int, heads: frozenset[str]) -> int:
    """Where the complements that begin at ``at`` end; ``heads`` are the lemmas that begin another position."""
    walk = _Walk(text, at, heads)
    for _ in range(_LONGEST):
        if not walk.step():
            break
    return walk.at


@cache
def _institutions() -> frozenset[str]:
    return frozenset(data.words("institutions"))
