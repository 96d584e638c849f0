"""Whether those who will do something are the sender's own people: «аптека заменит», «крышку поставит участок № 3»."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from letterlint.letter import Letter
from letterlint.model import Zone
from letterlint.russian.clauses import Sentence
from letterlint.russian.patterns import Book

#: So far from the verb its doer is looked for.
_REACH = 9
#: So many words behind a doer say whose he is: «инженер сетевой компании».
_OWNED = 3
#: «Обратитесь в архив, там выдадут справку».
_ELSEWHERE = frozenset({"там", "туда", "оттуда", "где"})
_THEIRS = frozenset({"его", "ее", "их"})


class Circle:
    """Who acts for the sender of one letter; ``doers`` are bodies that may, ``outsiders`` who acts for himself."""

    def __init__(self, letter: Letter, doers: Book, outsiders: Book) -> None:
        self._letter = letter
        self._doers = doers
        self._outsiders = outsiders

    def does(self, sentence: Sentence, verb: int) -> bool:
        """Whether the third person ``verb`` has a doer of the sender's, or is a plural without one."""
        who, subject = sentence.subject(verb)
        if who in {"reader", "sender"}:
            return who == "sender"
        if subject is not None and sentence.grammemes(subject) & {"NPRO"}:
            return False
        doer = next(self._doers_of(sentence, verb, subject), None)
        if doer is not None:
            return self._is_own(sentence, doer)
        unnamed = subject is None or _is_object_alone(sentence, subject, verb)
        many = sentence.reading(verb, "plur") is not None or "ADJS" in sentence.grammemes(verb)  # «намерен проверить»
        return unnamed and many and self._is_ours(sentence)

    def _doers_of(self, sentence: Sentence, verb: int, subject: int | None) -> Iterator[int]:
        """The nominatives around ``verb`` that name people: its subject first, as grammar has it, then what is near."""
        words = [k for k in sentence.clause(verb).words if 0 < abs(k - verb) <= _REACH]
        if subject is not None:
            words.insert(0, subject)
        for k in [*words[:1], *sorted(words[1:], key=lambda k: abs(k - verb))]:
            if self._is_doer(sentence, k, verb):
                yield k

    def _is_doer(self, sentence: Sentence, k: int, verb: int) -> bool:
        number = "plur" if sentence.reading(verb, "plur") else "sing"
        nouns = [p for p in sentence.likely(k) if p.has("nomn") and p.grammemes & {"NOUN", "Subx"}]
        if not nouns or sentence.preposition_of(k) is not None:
            return False
        if number == "sing" and not any("sing" in p.grammemes for p in nouns):
            return False
        if (
            k
            and sentence.adjoins(k)
            and "NOUN" in sentence.grammemes(k - 1)
            and any(p.has("gent") and "Fixd" not in p.grammemes for p in sentence.readings(k))
        ):
            return False  # «график работы»
        if any("anim" in p.grammemes for p in nouns) or not self._own_names.isdisjoint(p.lemma for p in nouns):
            return True
        return any(book.search(sentence, k, k + 1) is not None for book in (self._doers, self._outsiders))

    def _is_own(self, sentence: Sentence, doer: int) -> bool:
        lemmas = {p.lemma for p in sentence.readings(doer)}
        if lemmas & self._own_names or sentence.who(doer) == "sender":
            return True
        if lemmas & self._reader_names:
            return False
        first = doer
        while first and doer - first < _OWNED and sentence.adjoins(first) and self._describes(sentence, first - 1):
            first -= 1
        if first and sentence.norms[first - 1] in _THEIRS:
            return False
        stop = doer + 1
        while stop < len(sentence) and stop - doer <= _OWNED and sentence.adjoins(stop):
            if sentence.reading(stop, "gent") is None:
                break
            stop += 1
        return self._outsiders.search(sentence, first, stop) is None

    @staticmethod
    def _describes(sentence: Sentence, k: int) -> bool:
        return bool(sentence.grammemes(k) & {"ADJF", "PRTF"})

    def _is_ours(self, sentence: Sentence) -> bool:
        """«Кровлю отремонтируют»: nobody is named; not where the sentence or the one before names somebody else."""
        if not _ELSEWHERE.isdisjoint(sentence.norms) or self._outsiders.search(sentence) is not None:
            return False
        before = self._before(sentence)
        return before is None or (
            self._outsiders.search(before) is None and not any(before.is_imperative(k) for k in range(len(before)))
        )

    def _before(self, sentence: Sentence) -> Sentence | None:
        starts = self._letter.analysis.words.starts
        word = sentence.first - 1
        if word < 0 or self._letter.at(starts[word]) is not self._letter.at(sentence.starts[0]):
            return None
        return self._letter.analysis.sentence_of(word)

    @cached_property
    def _own_names(self) -> frozenset[str]:
        return self._names(Zone.LETTERHEAD, Zone.SIGNATURE)

    @cached_property
    def _reader_names(self) -> frozenset[str]:
        return self._names(Zone.ADDRESSEE)

    def _names(self, *zones: Zone) -> frozenset[str]:
        return frozenset(
            p.lemma
            for paragraph in self._letter.zone(*zones)
            for sentence in self._letter.analysis.sentences(*paragraph.span)
            for k in range(len(sentence))
            for p in sentence.readings(k)[:1]
            if "NOUN" in p.grammemes
        )


def _is_object_alone(sentence: Sentence, noun: int, verb: int) -> bool:
    """«Контейнеры вывезут»: what looks like the subject is what it is done to, where nothing else is."""
    others = [
        k
        for k in sentence.clause(verb).words
        if k != noun
        and abs(k - verb) <= _REACH
        and any(p.has("NOUN", "accs") for p in sentence.likely(k))
        and sentence.preposition_of(k) is None
        and not any("," in sentence.gaps[w] for w in range(min(k, verb) + 1, max(k, verb) + 1))
    ]
    return sentence.reading(noun, "accs") is not None and not others
