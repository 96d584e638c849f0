"""The clauses of one sentence: who does what in them, and under what condition.

A sentence is cut at its signs, each piece is opened by a subordinator, holds a predicate of its own or belongs to a
neighbour; what remains is a tree of clauses. It is no parser: it answers the questions that rules ask (docs/why/
clauses.md says what it was measured against).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, cached_property, lru_cache

from letterlint import data
from letterlint.russian import morphology
from letterlint.russian.clausecutting import FINITE, PRONOUNS, Clause, agree, cut
from letterlint.russian.morphology import Parse
from letterlint.russian.phrases import normal
from letterlint.russian.words import Words

#: Of a longer sentence only so many words are looked at together.
LONGEST = 250

_PREDICATE = FINITE | {"INFN"}
#: A reading below this is not thought of unless it is the only one: «нужно» as ADJS, «немедленно» as ADJS.
_LIKELY = 0.2
_LONG = 8
#: «передавать показания Вам теперь следует», not «выдать копию Вашему брату по телефону нельзя».
_BESIDE = 2
_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")


class Sentence:
    """The words of one sentence, numbered from 0, with what grammar says about them.

    ``norms`` are words in small letters, ``starts`` and ``stops`` their places in the text, ``gaps[k]`` what stands
    before word ``k``; ``ending`` is what follows the last word.
    """

    def __init__(self, words: Words, first: int, last: int, start: int, stop: int) -> None:
        last = min(last, first + LONGEST)
        self.norms = words.norms[first:last]
        self.starts = words.starts[first:last]
        self.stops = words.stops[first:last]
        self.first = first
        #: What books of patterns have found out about the sentence, by their identity.
        self.asked: dict[int, list[int]] = {}
        text = words.text
        before = [start, *self.stops[:-1]]
        self.gaps = [text[left:right] for left, right in zip(before, self.starts, strict=True)]
        self.ending = text[self.stops[-1] : stop] if last > first else ""
        self._text = text

    def __len__(self) -> int:
        return len(self.norms)

    def word(self, k: int) -> str:
        """Word ``k`` as written."""
        return self._text[self.starts[k] : self.stops[k]]

    def readings(self, k: int) -> tuple[Parse, ...]:
        """The readings of word ``k``; see :func:`morphology.parses`."""
        return morphology.parses(self.norms[k])

    def reading(self, k: int, *grammemes: str) -> Parse | None:
        """The likeliest reading of word ``k`` that has all of ``grammemes``, or None."""
        return next((parse for parse in self.readings(k) if parse.grammemes.issuperset(grammemes)), None)

    @cached_property
    def marks(self) -> list[frozenset[str]]:
        """Of each word what it may be listed by: the word itself, and its dictionary forms behind «~»."""
        return [_marks_of(word) for word in self.norms]

    @cached_property
    def forms(self) -> frozenset[str]:
        """The words, each once."""
        return frozenset(self.norms)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The marks of all words."""
        return frozenset().union(*self.marks)

    @property
    def is_question(self) -> bool:
        """Whether the sentence ends with a question mark."""
        return "?" in self.ending

    def adjoins(self, k: int) -> bool:
        """Whether nothing but a blank, a hyphen or quotation marks stands between word ``k`` and the one before it."""
        return k > 0 and not self.gaps[k].strip(' \u00a0\n\t«»"„“”-‑')

    # -- clauses --------------------------------------------------------------------------------------------------

    @cached_property
    def clauses(self) -> list[Clause]:
        """The clauses in order of their first words."""
        return cut(self)

    @cached_property
    def _clause_of(self) -> list[int]:
        numbers = [0] * len(self)
        for number, clause in enumerate(self.clauses):
            for k in clause.words:
                numbers[k] = number
        return numbers

    def clause(self, k: int) -> Clause:
        """The clause of word ``k``."""
        return self.clauses[self._clause_of[k]]

    def same_clause(self, k: int, other: int) -> bool:
        """Whether two words belong to one clause; what is inserted belongs to the clause around it."""
        return self._around(self._clause_of[k]) == self._around(self._clause_of[other])

    def _around(self, number: int) -> int:
        while self.clauses[number].kind == "insertion":
            number = self.clauses[number].parent or 0
        return number

    def contexts(self, k: int) -> frozenset[str]:
        """The kinds of the clause of word ``k`` and of all it depends on, and ``question``."""
        kinds = {"question"} if self.is_question else set()
        number: int | None = self._clause_of[k]
        while number is not None:
            kinds.add(self.clauses[number].kind)
            number = self.clauses[number].parent
        if len(kinds) > 1:
            kinds.discard("main")
        return frozenset(kinds)

    def predicates(self, words: Iterable[int]) -> list[int]:
        """Those of ``words`` that may be a predicate: a finite verb, a short form, «можно», an infinitive."""
        return [k for k in words if self._is(k, _PREDICATE)]

    def finite(self, words: Iterable[int]) -> list[int]:
        """Those of ``words`` that may be a finite predicate: a verb, a short form, «можно», «не в чем»."""
        return [k for k in words if self._is(k, FINITE) or self.norms[k] in data.word_set("predicatives")]

    def may_judge(self, k: int) -> bool:
        """Whether word ``k`` may judge an infinitive: «терпеть шум тяжело»; an adverb of manner or time does not."""
        if self.norms[k] in data.word_set("manner") or (k and self.norms[k - 1] == "не"):
            return False
        return any(p.has("ADJS", "neut") or "COMP" in p.grammemes for p in self.readings(k))

    def is_month(self, k: int) -> bool:
        """Whether word ``k`` names a month or a weekday."""
        return any(parse.lemma in data.word_set("months") for parse in self.readings(k))

    def _is(self, k: int, parts: frozenset[str]) -> bool:
        return not parts.isdisjoint(_likely_grammemes(self.norms[k]))

    def likely(self, k: int) -> tuple[Parse, ...]:
        """The readings of word ``k`` that are thought of."""
        return _likely(self.norms[k])

    # -- what a predicate says ------------------------------------------------------------------------------------

    def is_negated(self, k: int) -> bool:
        """Whether «не» or «ни» stands before word ``k``, or before the form of «быть» that belongs to it."""
        if k and self.norms[k - 1] in {"не", "ни", "нет"}:
            return True
        return k > 1 and self.norms[k - 2] == "не" and self.reading(k - 1) is not None and self._is_being(k - 1)

    def _is_being(self, k: int) -> bool:
        return any(parse.lemma == "быть" for parse in self.readings(k))

    def is_imperative(self, k: int) -> bool:
        """Whether word ``k`` orders or asks.

        «Оплатите» is also a future: in a subordinate clause, in a question and beside «Вы» it is taken for that.
        """
        orders = [p for p in self.readings(k) if p.has("impr", "plur")]
        if not orders or "incl" in orders[0].grammemes:
            return False
        if not any(p.has("VERB", "2per") or "NOUN" in p.grammemes for p in self.readings(k)):
            return True
        if self.is_question or self.contexts(k) & {"condition", "time", "relative", "content", "purpose", "concession"}:
            return False
        if any(self.norms[w] == "вы" for w in self.clause(k).words):
            return False
        return not any(self._is_plain_future(w) for w in self.clause(k).words if w < k)

    def _is_plain_future(self, k: int) -> bool:
        """«Сможете …, оплатите»: a second person that is no imperative makes the next one a statement too."""
        readings = self.readings(k)
        return any(p.has("VERB", "2per", "plur") for p in readings) and not any("impr" in p.grammemes for p in readings)

    def subject(self, k: int) -> tuple[str, int | None]:
        """Who does what word ``k`` says: (whom :meth:`who` finds or ``none``, number of the word that says so).

        The subject of a verb or short form is its nominative, that of «необходимо», «следует» and an infinitive its
        dative.
        """
        if self._is_impersonal(k):
            head = self._dative_of(k)
        else:
            for parse in self.likely(k):
                if parse.grammemes & {"1per"}:
                    return "sender", self._pronoun(k, ("мы", "я"))
                if parse.has("2per") or (parse.has("impr") and "incl" not in parse.grammemes):
                    return "reader", self._pronoun(k, ("вы",))
                if parse.grammemes & FINITE:
                    break
            head = self._nominative_of(k)
        if head is None:
            opener = next((w for w in self.clause(k).words if self._is_relative(w)), None)
            return ("third", opener) if opener is not None else ("none", None)
        return self.who(head), head

    def _is_relative(self, w: int) -> bool:
        return any(parse.lemma in {"который", "кто"} for parse in self.readings(w))

    def _pronoun(self, k: int, pronouns: tuple[str, ...]) -> int | None:
        return next((w for w in self.clause(k).words if self.norms[w] in pronouns), None)

    def grammemes(self, k: int) -> frozenset[str]:
        """The grammemes of the likeliest reading of word ``k``."""
        readings = self.readings(k)
        return readings[0].grammemes if readings else frozenset()

    def _is_impersonal(self, k: int) -> bool:
        for parse in self.readings(k):
            if parse.lemma == "вправе":
                return False
            if parse.grammemes & {"PRED", "INFN", "Impe"} or parse.lemma in data.word_set("impersonal"):
                return not ({"ADJS"} & parse.grammemes and parse.lemma == "должный")
            if parse.grammemes & {"VERB", "ADJS"}:
                return False
            if "PRTS" in parse.grammemes:
                return "neut" in parse.grammemes and self._nominative_of(k) is None
        return False

    def _nominative_of(self, k: int) -> int | None:
        words = self.clause(k).words
        right = [w for w in words if w > k]
        if right and right[0] == k + 1 and self.norms[k + 1] in PRONOUNS:
            return k + 1
        behind = next((w for w in right[:8] if self._may_be_subject(w, k)), None)
        for w in sorted((w for w in words if w < k), reverse=True):
            if self._may_be_subject(w, k):
                # «доверенность должна выдать Ваша организация»: what may be an object gives way to what cannot
                gives_way = behind is not None and self._may_be_object(w) and not self._may_be_object(behind)
                return behind if gives_way else w
        return behind

    def _may_be_object(self, w: int) -> bool:
        return any(p.has("accs") for p in self.readings(w))

    def _may_be_subject(self, w: int, k: int) -> bool:
        """Whether word ``w`` is a nominative that agrees with the predicate ``k`` and is nobody else's object."""
        if self.grammemes(w) & {"PREP", "CONJ", "PRCL", "INTJ"} or self._is_clipped(w):
            return False
        nominative = [
            p
            for p in self.readings(w)
            if p.has("nomn")
            and (p.grammemes & {"NPRO", "NOUN"} or (p.has("ADJF", "Subx") or self.norms[w] in {"каждый", "все"}))
        ]
        if not nominative or not any(agree(p, self.readings(k)) for p in nominative):
            return False
        if self.norms[w] in PRONOUNS:
            return True
        if self.preposition_of(w) is not None or (w and self.norms[w - 1] == "как"):
            return False
        return not (w and self.adjoins(w) and "NOUN" in self.grammemes(w - 1) and self.reading(w, "gent") is not None)

    def preposition_of(self, w: int) -> str | None:
        """The preposition that governs the noun ``w`` through its adjectives, or None."""
        for k in range(w - 1, max(-1, w - 5), -1):
            if not self.adjoins(k + 1):
                return None
            grammemes = self.grammemes(k)
            if "PREP" in grammemes:
                return self.norms[k]
            if not grammemes & {"ADJF", "PRTF", "NUMR", "NUMB", "ADVB", "intg"}:
                return None
        return None

    def _dative_of(self, k: int) -> int | None:
        """The dative that an impersonal predicate is said of: the nearest before it, else right behind it."""
        words = self.clause(k).words
        infinitive = min((w for w in words if w < k and "INFN" in self.grammemes(w)), default=k)
        for w in sorted((w for w in words if w < k), reverse=True)[:8]:
            if self._is_dative(w) and (w < infinitive or k - w <= _BESIDE):
                return w
            if self._is(w, frozenset({"VERB", "INFN"})) and not self._is_being(w):
                break
        behind = [w for w in words if k < w <= k + 3]
        gives = "INFN" in self.grammemes(k)  # «предъявлять помощнику»: to whom, not who
        for w in behind:
            if self._is_dative(w) and (not gives or self.norms[w] == "вам"):
                return w
            if self._is(w, _PREDICATE) and not self._is_being(w):
                return None
        return None

    def _is_clipped(self, w: int) -> bool:
        """«п.» and «ст.» are read as nouns in every case."""
        return "Abbr" in self.grammemes(w) and self.word(w).islower()

    def _is_dative(self, w: int) -> bool:
        readings = self.readings(w)
        if self.grammemes(w) & {"PREP", "CONJ", "PRCL", "NUMB"} or self._is_clipped(w):
            return False
        if not any(p.has("datv") and p.grammemes & {"NPRO", "NOUN"} for p in readings):
            return False
        if self.preposition_of(w) is not None or (w and self.norms[w - 1] == "как"):
            return False
        genitive = (
            any(p.has("gent") for p in readings) and w > 0 and self.adjoins(w) and "NOUN" in self.grammemes(w - 1)
        )
        return not genitive

    # -- who is meant ---------------------------------------------------------------------------------------------

    def who(self, head: int) -> str:
        """Whom the noun or pronoun ``head`` means.

        ``reader`` is «Вы», «Ваш бухгалтер», ``sender`` «мы», «наши специалисты»; ``reader_thing`` and
        ``sender_thing`` are what they have, «Ваше заявление»; ``third`` is everybody and everything else.
        """
        said = {"вы": "reader", "мы": "sender", "я": "sender"}
        for parse in self.readings(head):
            if "NPRO" in parse.grammemes:
                return said.get(parse.lemma, "third")
        owner = self._owner(head)
        if owner is None:
            return "reader" if self._is_headed_by_reader(head) else "third"
        if any(p.lemma in data.word_set("not_yours") for p in self.readings(head)[:1]):
            return "third"
        if not self._is_people(head):
            return "reader_thing" if owner == "ваш" else "sender_thing"
        return "reader" if owner == "ваш" else "sender"

    def _is_headed_by_reader(self, head: int) -> bool:
        """«товарищество, которое Вы возглавляете»."""
        following = self.clauses[self._clause_of[head + 1]] if head + 1 < len(self) else None
        if following is None or following.kind != "relative" or head + 1 != following.words[0]:
            return False
        said = {p.lemma for k in following.words for p in self.readings(k)}
        return "вы" in said and not said.isdisjoint({"возглавлять", "представлять", "руководить", "управлять"})

    def _owner(self, head: int) -> str | None:
        """«ваш» or «наш» before ``head`` or in the genitives that follow it."""
        k = head - 1
        while k >= max(0, head - 4) and self.adjoins(k + 1):
            lemma = self._possessive(k)
            if lemma:
                return lemma
            if not self.grammemes(k) & {"ADJF", "PRTF", "NUMR"} and self.norms[k] != "же":
                break
            k -= 1
        for w in range(head + 1, min(len(self), head + 5)):
            if not self.adjoins(w) or not any(p.has("gent") for p in self.readings(w)):
                return None
            if self.norms[w] in {"вашей", "вашего", "ваших", "нашей", "нашего", "наших"}:
                return self._possessive(w)
        return None

    def _possessive(self, k: int) -> str | None:
        readings = self.readings(k)
        return readings[0].lemma if readings and readings[0].lemma in {"ваш", "наш"} else None

    def _is_people(self, k: int) -> bool:
        readings = self.readings(k)
        return any("anim" in p.grammemes or _names_body(p.lemma) for p in readings)

    def role_at(self, k: int, who: str, grammemes: frozenset[str]) -> int | None:
        """Where the words end that begin at ``k`` and mean ``who`` in a case of ``grammemes``; None if there are none.

        «Вам», «Вашей организации», «сотрудникам Вашей компании»; ``yours`` are also things, «Вашего заявления».
        """
        if self.grammemes(k) & {"PREP", "CONJ", "PRCL"}:
            return None
        cases = grammemes & set(_CASES)
        fits = [p for p in self.readings(k) if not cases or p.case in cases]
        if any("NPRO" in p.grammemes for p in fits):
            return k + 1 if self._means(k, who) else None
        head = self._noun_from(k, cases) if fits else None
        if head is None or not self._means(head, who) or (cases == {"datv"} and self._is_owner(k, head)):
            return None
        return self._owner_end(head)

    def _noun_from(self, k: int, cases: frozenset[str]) -> int | None:
        """The noun that word ``k`` is, or belongs to as an adjective; in one of ``cases`` if there are any."""
        for head in range(k, min(len(self), k + 4)):
            if head > k and not self.adjoins(head):
                return None
            if any("NOUN" in p.grammemes and (not cases or p.case in cases) for p in self.readings(head)):
                return head
            if not self.grammemes(head) & {"ADJF", "PRTF"} and self.norms[head] != "же":
                return None
        return None

    def _is_owner(self, k: int, head: int) -> bool:
        """«сотрудникам [Вашей организации]»: a genitive, though a dative by its looks."""
        before = k > 0 and self.adjoins(k) and "NOUN" in self.grammemes(k - 1)
        return before and any(p.has("gent") for p in self.readings(head))

    def _owner_end(self, head: int) -> int:
        """Where the words end that say whose ``head`` is: «сотрудникам Вашей организации»."""
        for w in range(head + 1, min(len(self), head + 4)):
            if not self.adjoins(w) or not any(p.has("gent") for p in self.readings(w)):
                break
            if self._possessive(w):
                return min(len(self), w + 2)
        return head + 1

    def _means(self, head: int, who: str) -> bool:
        said = self.who(head)
        return said == who or (who == "yours" and said in {"reader", "reader_thing"})


@lru_cache(maxsize=20_000)
def _marks_of(word: str) -> frozenset[str]:
    return frozenset({word, *("~" + normal(parse.lemma) for parse in morphology.parses(word))})


@lru_cache(maxsize=20_000)
def _likely(word: str) -> tuple[Parse, ...]:
    readings = morphology.parses(word)
    if word in data.word_set("manner"):  # «незамедлительно» is a short form too
        readings = tuple(parse for parse in readings if "ADJS" not in parse.grammemes)
    return tuple(parse for parse in readings if parse.score >= _LIKELY) or readings[:1]


@lru_cache(maxsize=20_000)
def _likely_grammemes(word: str) -> frozenset[str]:
    return frozenset().union(*(parse.grammemes for parse in _likely(word)))


@cache
def bodies() -> frozenset[str]:
    """Nouns that name a body of people: «организация», «школа»."""
    return frozenset(body.strip('"') for body in data.words("bodies"))


def _names_body(lemma: str) -> bool:
    """«агрофирма», «стройуправление» as «фирма», «управление»."""
    return lemma in bodies() or (len(lemma) > _LONG and any(lemma.endswith(body) for body in _long_bodies()))


@cache
def _long_bodies() -> tuple[str, ...]:
    return tuple(body for body in bodies() if len(body) > 4)
