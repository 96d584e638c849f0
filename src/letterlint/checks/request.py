"""Whether a letter asks, offers, decides or tells anything at all (standard, 2.5.9.3 and 2.5.3)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from letterlint import data
from letterlint.checks.finds import Finds
from letterlint.checks.textshape import is_marked
from letterlint.errors import RuleError
from letterlint.lazy import pattern
from letterlint.letter import Container, Letter, Paragraph
from letterlint.model import Match, Zone
from letterlint.russian.clausecutting import Clause
from letterlint.russian.clauses import Sentence
from letterlint.russian.patterns import Book

#: A letter of nothing but feelings is short; a longer one is taken to say something.
_LONGEST = 4_000
#: So far into a paragraph the letter that is answered is looked for.
_HEAD = 200
#: What is particular by its letters alone: a number, an address of mail or web.
_PARTICULAR = pattern(r"[\d№@]|https?:|www\.|[a-z]\.(?:ru|com|net|org|example)\b")
#: «На Ваше письмо от 12.05.2025 № 45»: the letter that is answered, not a particular of the answer.
_ANSWERED = pattern(
    r"(?<!\w)(?:Ваш[а-яё]{1,3}|на|рассмотрев|получив|изучив)[ \u00a0]"
    r"(?:письм|обращени|запрос|заявлени|жалоб|претензи)[а-я]{1,2},?[ \u00a0]"
    r"(?P<which>(?:(?:от|№|исх\.|вх\.|г\.|года)[ \u00a0]?|\d[\d./А-Яа-я-]{0,20},?[ \u00a0]?|"
    r"(?:январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]{1,2}[ \u00a0]){1,10})",
    re.IGNORECASE,
)
#: Two facts make a story; one may only illustrate a grievance: «Полотенца опять вернулись серыми».
_CONVEYED = 2
_CARRIES = frozenset({"VERB", "INFN", "PRTS", "ADJS", "PRED", "GRND"})
_NAMES = frozenset({"Surn", "Name", "Patr", "Geox"})
#: They say nothing without another word: «стала невыносимой», «может измениться». «Есть» is first of all to eat.
_LIGHT = frozenset(["быть", "есть", "стать", "становиться", "мочь", "смочь", "хотеть", "хотеться", "начать", "начинать",
                    "пытаться"])  # fmt: skip
#: «Просим водителей разобраться», «от руководства»: people who ask or are asked, not what is asked for.
_OF_PEOPLE = frozenset(["от", "у", "с", "со", "перед", "между", "среди"])
#: What is every one is none in particular: «на каждой встрече».
_ANY = frozenset(["каждый", "любой", "всякий", "никакой"])
#: Beside them people may be the object: «просим помочь с водителями», but «забота о пассажирах» is none.
_ASKING = frozenset(["просить", "просьба", "надеяться", "рассчитывать", "ждать", "нужный", "необходимый"])

#: What an act or thing beside it makes a request.
_ASKS = frozenset(["просить", "попросить", "просьба", "требовать", "ходатайствовать", "необходимый", "необходимо",
                   "нужный", "нужно", "следует", "требоваться", "предлагать"])  # fmt: skip
_FORCED = frozenset(["вынужденный", "вынудить"])
_WISHES = frozenset(["надеяться", "рассчитывать", "ждать", "ожидать", "хотеть", "готовый", "мочь", "можно"])


class _Phrases(NamedTuple):
    """The words of one sentence that belong to phrases of the page, by what those are."""

    grievance: set[int]
    boast: set[int]
    generality: set[int]
    hope: set[int]
    courtesy: set[int]
    grace: set[int]
    rhetoric: set[int]
    often: set[int]
    particular: set[int]


class _Ear:
    """What is listened for in one letter."""

    def __init__(self, letter: Letter, find: Finds, abstractions: Book, deciding: Book) -> None:
        self._find = find
        self._candidates = find.book.candidates(letter.analysis.words)
        self.abstractions = abstractions
        self.deciding = deciding

    def phrases(self, sentence: Sentence) -> _Phrases:
        """The phrases of a sentence. No grievance is one that a «не» before its first word denies."""
        phrases = _Phrases(*(set() for _ in _Phrases._fields))
        start = bisect_left(self._candidates, (sentence.first, 0))
        stop = bisect_left(self._candidates, (sentence.first + len(sentence), 0))
        for word, number in self._candidates[start:stop]:
            found = self._find.book.pattern(number).around(sentence, word - sentence.first)
            kind = self._find.finds[number].variant
            if found is None or not self._find.finds[number].holds(sentence, found, frozenset()):
                continue
            if kind != "grievance" or found.head != found.start or not sentence.is_negated(found.head):
                getattr(phrases, kind).update(range(found.start, found.stop))
        return phrases


class _Heard(NamedTuple):
    """What a sentence is.

    ``known``: all of it belongs to phrases of the page; ``vague``: it grieves, boasts or generalises; whether it is
    ``polite``, and whether it thanks or wishes (``gracious``); ``weight``: how much it conveys (:func:`_weight`).
    """

    known: bool
    vague: bool
    polite: bool
    gracious: bool
    often: bool
    weight: int


def request(letter: Letter, *, find: Finds, abstractions: Book, deciding: Book) -> Iterator[Match]:
    """One match for a text that conveys nothing and is positively vague somewhere; near its last paragraph.

    The ``variant`` of a find says what its phrases are: a ``grievance``, ``boast``, ``courtesy`` or ``rhetoric`` (no
    real question) may speak of anything, a ``generality`` or ``hope`` (and what is told) counts only among nouns of
    ``abstractions`` and people; a ``grace`` (thanks, a wish, an apology) is the purpose of a letter that holds nothing
    but hopes and courtesies besides; what happens ``often`` is a habit and no event; one ``particular`` silences the
    check. ``deciding`` are predicates that tell or answer something. Words on no list convey something only where they
    ask for an act, say what the author did, or tell events one after another.
    """
    text = letter.running_text
    if not text or not _may_be_empty(letter, text):
        return
    ear = _Ear(letter, find, abstractions, deciding)
    heard: list[_Heard] = []
    told = 0
    for paragraph in text:
        for sentence in letter.analysis.sentences(paragraph.span.start, paragraph.span.stop):
            heard.append(_hear(sentence, ear))
            told += heard[-1].weight
            if told >= _CONVEYED:
                return
    known = all(found.known for found in heard)
    gracious = any(found.gracious for found in heard)
    # A hope beside a habit is a grievance in words of its own: «Вещи опять выдают мятыми. Надеемся на Вашу совесть».
    hoping = not gracious and (known or (not told and any(found.often for found in heard)))
    if any(found.vague or (found.polite and hoping) for found in heard):
        yield Match(paragraph=text[-1].index)


def validate_request(settings: Mapping[str, Any], folder: Path | None) -> None:  # noqa: ARG001 - as all such
    """Raise ``RuleError`` for a find that does not say what its phrases are."""
    for number, table in enumerate(settings["find"], 1):
        if table.get("variant") not in _Phrases._fields:
            known = ", ".join(_Phrases._fields)
            raise RuleError(
                f"find № {number}: «variant»: бывает {known}", f"find no. {number}: “variant”: one of {known}"
            )


def _may_be_empty(letter: Letter, text: tuple[Paragraph, ...]) -> bool:
    """Whether a text has no number, question, list or table and encloses nothing; costs next to nothing."""
    start, stop = text[0].span.start, text[-1].span.stop
    if stop - start > _LONGEST or letter.first(Zone.ATTACHMENTS) is not None:
        return False
    for paragraph in text:
        if paragraph.block.container is Container.TABLE or is_marked(paragraph):
            return False
        words = paragraph.text
        answered = _ANSWERED.search(words[:_HEAD])
        if answered is not None:
            words = words[: answered.start("which")] + words[answered.end("which") :]
        if _PARTICULAR.search(words):
            return False
    return True


def _hear(sentence: Sentence, ear: _Ear) -> _Heard:
    phrases = ear.phrases(sentence)
    if phrases.particular or _names_somebody(sentence) or (sentence.is_question and not phrases.rhetoric):
        return _Heard(known=False, vague=False, polite=False, gracious=False, often=False, weight=_CONVEYED)
    polite = phrases.courtesy | phrases.grace
    felt = phrases.grievance | phrases.boast | phrases.rhetoric
    loose = felt | polite
    strict = (phrases.generality | phrases.hope) - loose
    told = {k for k in _predicates(sentence) if k not in loose and k not in strict}
    said = _Said(strict, loose, {k for k in told if "perf" in sentence.grammemes(k)})
    full = [clause for clause in sentence.clauses if not _is_empty(sentence, clause, said, ear.abstractions)]
    known = not full and all(_decides_nothing(sentence, k, ear.deciding) for k in told)
    return _Heard(
        known=known,
        vague=bool(
            felt
            or any(_is_moved(sentence, k, ear) for k in told)
            or (known and strict - phrases.hope and not polite and not phrases.hope)
        ),
        polite=bool(phrases.courtesy or phrases.hope - loose),
        gracious=bool(phrases.grace),
        often=bool(phrases.often),
        weight=0 if known else _weight(sentence, phrases, full, told, ear),
    )


def _weight(sentence: Sentence, phrases: _Phrases, full: list[Clause], told: set[int], ear: _Ear) -> int:
    """How much is conveyed: 2 by what is asked, done or decided, 1 by an event or state, which may only illustrate."""
    felt = phrases.grievance | phrases.boast | phrases.rhetoric
    loose = felt | phrases.courtesy | phrases.grace
    weight = 0
    for clause in sentence.clauses:
        own = [k for k in clause.words if k in told]
        things = _things(sentence, clause, ear.abstractions)
        sure = clause in full or any(ear.deciding.search(sentence, k, k + 1) for k in own)
        if (sure or (own and things)) and _asks_for_act(sentence, clause, own):
            return _CONVEYED
        if clause in full:
            own += [k for k in clause.words if k not in told and k not in loose and _is_over(sentence, k)]
        own = [k for k in own if "INFN" not in sentence.grammemes(k)]
        if not phrases.often and any(_is_decided(sentence, k, things, ear) for k in own):
            return _CONVEYED
        if phrases.often or felt.intersection(clause.words):
            continue
        if any(_is_done(sentence, k, ear) for k in own):
            return _CONVEYED
        if clause.kind == "main":
            weight += max((_happens(sentence, k, things) for k in own), default=0)
            if clause in full and not sentence.predicates(clause.words) and _is_placed(sentence, things):
                weight += _CONVEYED
    return min(weight, _CONVEYED)


def _is_placed(sentence: Sentence, things: list[int]) -> bool:
    """Whether a clause without a verb says where or when: «Обед в полдень», «В счёте лишняя строка»."""
    return len(things) > 1 and any(sentence.preposition_of(k) in {"в", "на", "у", "под", "над", "за"} for k in things)


def _things(sentence: Sentence, clause: Clause, abstractions: Book) -> list[int]:
    """The nouns of a clause that names people and things alone; none where one names something abstract."""
    nouns = [k for k in clause.words if _is_noun(sentence, k)]
    return [] if any(abstractions.search(sentence, k, k + 1) for k in nouns) else nouns


def _asks_for_act(sentence: Sentence, clause: Clause, own: list[int]) -> bool:
    """Whether an act is asked for, or a thing: the clause is known to name one that is none of the vague ones."""
    heads = [k for k in clause.words if _means(sentence, k, _ASKS) or (k in own and sentence.is_imperative(k))]
    if not heads and clause.parent is not None and clause.kind in {"content", "purpose"}:
        heads = [k for k in sentence.clauses[clause.parent].words if _means(sentence, k, _ASKS)]
    if not heads and own and all("INFN" in sentence.grammemes(k) for k in own):  # «Просим принять меры: убрать порог»
        heads = [k for k in range(len(sentence)) if _means(sentence, k, _ASKS)]
    if heads:
        return True
    if any("INFN" in sentence.grammemes(k) for k in own) and any(_means(sentence, k, _FORCED) for k in clause.words):
        return True
    wished = any(_means(sentence, k, _WISHES) and _is_own(sentence, k) for k in clause.words)
    return wished and (not own or any("INFN" in sentence.grammemes(k) for k in own))


def _is_own(sentence: Sentence, k: int) -> bool:
    """Whether a wish is the author's: «готовы выкупить остатки»; what stands behind it is its object."""
    who, subject = sentence.subject(k)
    return who in {"sender", "none"} or (subject is not None and subject > k)


def _means(sentence: Sentence, k: int, lemmas: frozenset[str]) -> bool:
    """Whether a word is one of ``lemmas``, not denied, and no demand that others make: «бумаг требуют без конца»."""
    return not sentence.is_negated(k) and any(
        parse.lemma in lemmas and not (parse.lemma == "требовать" and "3per" in parse.grammemes)
        for parse in sentence.likely(k)
    )


def _is_decided(sentence: Sentence, k: int, things: list[int], ear: _Ear) -> bool:
    """Whether the author says what he does or has decided: «расторгаем договор», «билет заменим», «сын отчислен»."""
    if sentence.reading(k, "1per", "perf") is not None:
        return True
    grammemes = sentence.readings(k)[0].grammemes
    if not grammemes & {"1per", "PRTS"}:
        return False
    if ear.deciding.search(sentence, k, k + 1) is not None:
        return True
    return "1per" in grammemes and bool(things)


def _is_done(sentence: Sentence, k: int, ear: _Ear) -> bool:
    """Whether a predicate says what was done or decided, by whomever."""
    if ear.deciding.search(sentence, k, k + 1) is not None:
        return True
    grammemes = sentence.readings(k)[0].grammemes
    if "PRTS" in grammemes:
        subject = sentence.subject(k)[1]
        if _is_feeling(sentence, k):
            return False
        if subject is None or {"anim", "sing"} <= sentence.grammemes(subject):
            return True
        return not _names_nothing(sentence, subject, ear.abstractions)
    return "VERB" in grammemes and "perf" in grammemes and sentence.subject(k)[0] == "sender"


def _is_over(sentence: Sentence, k: int) -> bool:
    return sentence.reading(k, "PRTS") is not None or sentence.reading(k, "VERB", "past", "perf") is not None


def _is_moved(sentence: Sentence, k: int, ear: _Ear) -> bool:
    participle = "PRTS" in sentence.readings(k)[0].grammemes
    return participle and ear.deciding.search(sentence, k, k + 1) is None and sentence.subject(k)[0] == "sender"


def _is_feeling(sentence: Sentence, k: int) -> bool:
    """Whether a participle says what the author feels, or anybody about something: «потрясены», «подавлен отказом»."""
    if sentence.subject(k)[0] == "sender":
        return True
    after = [w for w in range(k + 1, min(len(sentence), k + 4)) if "NOUN" in sentence.grammemes(w)]
    return bool(after) and sentence.reading(after[0], "ablt") is not None and sentence.preposition_of(after[0]) is None


def _happens(sentence: Sentence, k: int, things: list[int]) -> int:
    """How much a predicate tells: 2 of one person or thing, 1 of many, 0 where it is no event and no state."""
    parse = sentence.readings(k)[0]
    if not things or "VERB" not in parse.grammemes or parse.grammemes & {"1per", "2per", "impr"}:
        return 0
    subject = sentence.subject(k)[1]
    if parse.has("past") and ("perf" in parse.grammemes or len(things) > 1):
        many = "plur" in parse.grammemes and subject is not None and "anim" in sentence.grammemes(subject)
        return 1 if many else 2  # «Медведя перевели», «украли кабель»: somebody did
    if subject not in things or "sing" not in parse.grammemes:
        return 0
    people = "anim" in sentence.grammemes(subject) or sentence.readings(subject)[0].lemma in _bodies()
    return 0 if people else 2


def _predicates(sentence: Sentence) -> Iterator[int]:
    """The words that most likely say something: verbs, short forms, gerunds."""
    for k in range(len(sentence)):
        readings = sentence.readings(k)
        if readings and readings[0].grammemes & _CARRIES and readings[0].lemma not in _LIGHT:
            yield k


def _decides_nothing(sentence: Sentence, k: int, deciding: Book) -> bool:
    """Whether a predicate tells of others what decides nothing: «мешает общему делу», not «ищем», «Водитель курил».

    What the author does may be a fact; so may the act of one person.
    """
    parse = sentence.readings(k)[0]
    if deciding.search(sentence, k, k + 1) is not None:
        return False
    if "ADJS" in parse.grammemes:
        return sentence.reading(k, "PRTS") is None
    if "VERB" not in parse.grammemes or parse.grammemes & {"1per", "2per", "impr"}:
        return False
    if "perf" in parse.grammemes and sentence.subject(k)[0] == "sender":
        return False
    return not parse.has("past", "sing") or not any("anim" in sentence.grammemes(w) for w in sentence.clause(k).words)


class _Said(NamedTuple):
    """The words of a sentence by what asks for abstract nouns beside them: generalities do, the loose phrases do not.

    ``done`` are predicates of others, out of the lists, of something that is over.
    """

    strict: set[int]
    loose: set[int]
    done: set[int]


def _is_empty(sentence: Sentence, clause: Clause, said: _Said, abstractions: Book) -> bool:
    """Whether the nouns of a clause name nothing in particular, as far as that is asked.

    It is asked of a noun whose nearest phrase (the last before it, else the first behind) is no loose one.
    """
    nouns = [k for k in clause.words if k not in said.loose and _is_noun(sentence, k)]
    phrases = [k for k in clause.words if k in said.strict or k in said.loose]
    own = [k for k in _predicates(sentence) if k in clause.words]
    if phrases:
        marks = [k for k in clause.words if k in said.strict or k in said.loose or k in said.done]
        asked = [k for k in nouns if next((w for w in reversed(marks) if w < k), marks[0]) not in said.loose]
        return _are_abstract(sentence, asked, abstractions, needed=False)
    if own:
        # «Мы всегда шли Вам навстречу» says as little as «доверие теряется», but «дети учатся дома» is a fact.
        needed = clause.kind == "main" and bool(nouns or not said.done.isdisjoint(own))
        return _are_abstract(sentence, nouns, abstractions, needed=needed)
    if said.loose:
        return True
    equated = len(sentence.clauses) > 1 or any("–" in gap or "—" in gap for gap in sentence.gaps)
    return equated and _are_abstract(sentence, nouns, abstractions, needed=len(sentence.clauses) == 1)


def _are_abstract(sentence: Sentence, nouns: list[int], abstractions: Book, *, needed: bool) -> bool:
    """Whether nouns name nothing in particular; and, where one is ``needed``, one of them is abstract."""
    some = any(abstractions.search(sentence, k, k + 1) for k in nouns)
    return (some or not needed) and all(_names_nothing(sentence, k, abstractions) for k in nouns)


def _is_noun(sentence: Sentence, k: int) -> bool:
    """Whether a word is a noun or a foreign name."""
    word = sentence.norms[k]
    if word.isascii() and word.isalpha():
        return True
    return "NOUN" in sentence.grammemes(k) and sentence.reading(k, "ADJS") is None  # «рады», «готов»


def _names_nothing(sentence: Sentence, k: int, abstractions: Book) -> bool:
    """Whether a noun names nothing in particular, or people who are no object."""
    if abstractions.search(sentence, k, k + 1) is not None:
        return True
    if _is_owned(sentence, k) and (sentence.preposition_of(k) is None or sentence.reading(k, "loct") is not None):
        return True
    if k and any(parse.lemma in _ANY for parse in sentence.readings(k - 1)):
        return True
    parse = next(iter(sentence.readings(k)), None)
    if parse is None or not ("anim" in parse.grammemes or parse.lemma in _bodies()):
        return False
    governed = sentence.preposition_of(k)
    if governed in {"в", "на"} and sentence.reading(k, "loct") is None:
        return False  # «обратимся в суд»
    return governed is None or governed in _OF_PEOPLE or not _asks(sentence)


def _asks(sentence: Sentence) -> bool:
    return any(parse.lemma in _ASKING for k in range(len(sentence)) for parse in sentence.readings(k))


@cache
def _bodies() -> frozenset[str]:
    return frozenset(data.words("bodies"))


def _is_owned(sentence: Sentence, k: int) -> bool:
    """Whether «наш» or «Ваш» stands before a noun: «наше издательство» writes, «в нашем посёлке» it stands."""
    return (
        k > 0 and sentence.adjoins(k) and any(parse.lemma in {"наш", "ваш"} for parse in sentence.readings(k - 1)[:1])
    )


def _names_somebody(sentence: Sentence) -> bool:
    """Whether a person or a town is named: «водитель Петров», «в Туле»."""
    return any(sentence.word(k)[0].isupper() and sentence.grammemes(k) & _NAMES for k in range(1, len(sentence)))
