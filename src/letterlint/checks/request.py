"""Whether a letter asks, offers, decides or tells anything at all (standard, 2.5.9.3 and 2.5.3)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from letterlint import data
from letterlint.checks.textshape import is_marked
from letterlint.lazy import pattern
from letterlint.letter import Container, Letter, Paragraph
from letterlint.model import Match, Zone
from letterlint.russian.clauses import Sentence
from letterlint.russian.patterns import Book

#: A letter of nothing but feelings is short; a longer one is taken to say something.
_LONGEST = 4_000
#: What is particular by its letters alone: a number, a question, an address of mail or web.
_PARTICULAR = pattern(r"[\d№?@]|https?:|www\.|[a-z]\.(?:ru|com|net|org|example)\b")
#: «На Ваше письмо от 12.05.2025 № 45»: the letter that is answered, not a particular of the answer.
_ANSWERED = pattern(
    r"(?:(?:письм|обращени|запрос|заявлени|жалоб|претензи|исх\.)[а-я]{0,3}|от|№|вх\.|г\.|и|,)[ \u00a0]"
    r"(?:(?:от|№|исх\.|вх\.|г\.)[ \u00a0]?|\d[\d.\-/А-Яа-я]{0,20}[ \u00a0,]{0,2}|"
    r"(?:январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]{1,2}[ \u00a0]){1,10}"
)
_WROTE = pattern(r"(?<!\w)(?:на|рассмотрев|получив|изучив)[ \u00a0](?:Ваш[а-я]{1,3}[ \u00a0])?(?=письм|обращени|запрос|заявлени|жалоб|претензи)")
_CARRIES = frozenset({"VERB", "INFN", "PRTS", "ADJS", "PRED", "GRND"})
_NAMES = frozenset({"Surn", "Name", "Patr", "Geox"})
#: They say nothing without another word: «стала невыносимой», «может измениться».
_LIGHT = frozenset(
    ["быть", "есть", "стать", "становиться", "мочь", "смочь", "хотеть", "хотеться", "начать", "начинать", "продолжать",
     "пытаться", "мочься", "стать"]
)  # fmt: skip
#: «Просим водителей разобраться», «от руководства» – people asked or asking, not the thing asked for.
_OF_PEOPLE = frozenset(["от", "у", "с", "со", "перед", "между", "среди"])


def request(
    letter: Letter,
    *,
    grievances: Book,
    generalities: Book,
    courtesies: Book,
    graces: Book,
    abstractions: Book,
    particulars: Book,
) -> Iterator[Match]:
    """One match where every sentence of the text is a grievance, a generality or a courtesy; near its last paragraph.

    A sentence is recognised where each of its predicates belongs to a phrase of the lists. ``generalities`` count only
    among nouns of ``abstractions`` and people; a single one of ``particulars`` silences the check; ``graces`` (thanks,
    wishes, apologies) are the purpose of a letter that holds nothing but courtesies besides.
    """
    text = letter.running_text
    if not text or not _may_be_empty(letter, text):
        return
    empty = gracious = False
    for paragraph in text:
        for sentence in letter.analysis.sentences(paragraph.span.start, paragraph.span.stop):
            if particulars.search(sentence) or _names_somebody(sentence):
                return
            grieved = _said(grievances, sentence, refusing=True)
            general = _said(generalities, sentence)
            polite = _said(courtesies, sentence)
            thanks = _said(graces, sentence)
            known = grieved | general | polite | thanks
            if not known or any(k not in known for k in _predicates(sentence)):
                return
            loose = grieved | polite | thanks
            strict = general - loose
            if not all(_is_abstract(sentence, k, abstractions) for k in _nouns_beside(sentence, strict, loose)):
                return
            empty = empty or bool((grieved | general) - polite - thanks)
            gracious = gracious or bool(thanks)
    if empty or not gracious:
        yield Match(paragraph=text[-1].index)


def _may_be_empty(letter: Letter, text: tuple[Paragraph, ...]) -> bool:
    """Whether a text has no number, question, list or table and encloses nothing; costs next to nothing."""
    start, stop = text[0].span.start, text[-1].span.stop
    if stop - start > _LONGEST or letter.first(Zone.ATTACHMENTS) is not None:
        return False
    for paragraph in text:
        if paragraph.block.container is Container.TABLE or is_marked(paragraph):
            return False
        words = paragraph.text
        answered = _WROTE.search(words[:200])
        if answered is not None:
            cited = _ANSWERED.search(words, answered.end())
            if cited is not None and cited.start() <= answered.end() + 1:
                words = words[: cited.start()] + words[cited.end() :]
        if _PARTICULAR.search(words):
            return False
    return True


def _said(book: Book, sentence: Sentence, *, refusing: bool = False) -> set[int]:
    """The words that belong to entries of ``book``; ``refusing``: not where a «не» before them denies them."""
    words: set[int] = set()
    for k in range(len(sentence)):
        for entry in book.beginning_at(sentence, k):
            found = entry.at(sentence, k)
            if found is None or (refusing and found.head >= found.start and sentence.is_negated(found.head) and (
                found.head == found.start
            )):
                continue
            words.update(range(found.start, found.stop))
    return words


def _predicates(sentence: Sentence) -> Iterator[int]:
    """The words that most likely say something: verbs, short forms, gerunds."""
    for k in range(len(sentence)):
        readings = sentence.readings(k)
        if readings and readings[0].grammemes & _CARRIES and readings[0].lemma not in _LIGHT:
            yield k


def _nouns_beside(sentence: Sentence, strict: set[int], loose: set[int]) -> Iterator[int]:
    """The nouns, outside ``loose``, whose nearest word in ``strict`` or ``loose`` of the clause is in ``strict``.

    The nearest is the last one before the noun, else the first one behind it.
    """
    for clause in sentence.clauses:
        said = [k for k in clause.words if k in strict or k in loose]
        if strict.isdisjoint(said):
            continue
        for k in clause.words:
            nearest = next((w for w in reversed(said) if w < k), said[0])
            if nearest in strict and k not in loose and _is_noun(sentence, k):
                yield k


def _is_noun(sentence: Sentence, k: int) -> bool:
    """Whether a word is a noun or a foreign name."""
    word = sentence.norms[k]
    return "NOUN" in sentence.grammemes(k) or (word.isascii() and word.isalpha())


def _is_abstract(sentence: Sentence, k: int, abstractions: Book) -> bool:
    """Whether a noun names nothing in particular, or people who are no object."""
    if abstractions.search(sentence, k, k + 1) is not None:
        return True
    readings = sentence.readings(k)
    if not any("anim" in parse.grammemes or parse.lemma in _bodies() for parse in readings[:1]):
        return False
    governed = sentence.preposition_of(k)
    return governed is None or governed in _OF_PEOPLE


@cache
def _bodies() -> frozenset[str]:
    return frozenset(data.words("bodies"))


def _names_somebody(sentence: Sentence) -> bool:
    """Whether a person or a town is named: «водитель Петров», «в Туле»."""
    return any(
        sentence.word(k)[0].isupper() and sentence.grammemes(k) & _NAMES for k in range(1, len(sentence))
    )
