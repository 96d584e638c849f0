"""Whether a letter opens with its purpose and ends with a conclusion (standard, 2.5.9.2 and 2.5.9.4)."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from letterlint import data
from letterlint.checks.shortletters import may_be_short
from letterlint.checks.textshape import begins_small, is_ended, is_heading, is_marked
from letterlint.lazy import pattern
from letterlint.letter import Container, Letter, Paragraph
from letterlint.model import TEXT_ZONES, Match, Severity, Zone
from letterlint.russian import morphology
from letterlint.russian.phrases import Phrases, phrases
from letterlint.russian.sentences import sentences

_SENTENCE = pattern(r"(?:[.!?]|…)\s+(?=[«\"(]?[А-ЯЁ])")
_WORD = pattern(r"[А-Яа-яЁё-]{2,40}")
_LONGEST = 1_500
_FEWEST_WORDS = 4
_MONTH = r"(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]{0,2}"
_DAY = pattern(rf"(?<!\d)(?:\d{{1,2}}\.\d{{1,2}}\.\d{{2,4}}|\d{{1,2}}\s+{_MONTH})", re.IGNORECASE)
#: «Сообщаем следующее:» tells nothing yet.
_FOLLOWING = pattern(r"(?<!\w)(?:ниже)?следующ(?:ее|ем|им)\s*[.:;!]?\s*$", re.IGNORECASE)
_TELLS = frozenset(
    ["сообщать", "сообщить", "информировать", "уведомлять", "извещать", "заявлять", "доводить", "довести", "ставить",
     "пояснять", "пояснить", "разъяснять", "разъяснить", "считать", "полагать", "необходимый", "хотеть", "вынужденный",
     "докладывать", "уведомить", "проинформировать", "известить", "обращаться"]
)  # fmt: skip
#: What a courtesy is made with.
_SOFT = frozenset(
    ["выражать", "выразить", "желать", "надеяться", "благодарить", "благодарный", "признательный", "благодарность",
     "признательность", "обращаться", "хотеть", "готовый", "принять", "считать", "необходимый", "получить"]
)  # fmt: skip
_FOUNDED = frozenset(["основать", "основан", "создать", "образовать", "учредить", "открыть", "начать", "исполниться"])
_TURNS_TO = pattern(r"обра(?:ща|ти)\w{1,6}\b[^.]{0,80}?\b(?:с|со|по|за|о|об|в связи|относительно)\b", re.IGNORECASE)
_BEING = pattern(r"представля\w{1,4}\s+собой", re.IGNORECASE)
_THANKS_FOR_NOTHING = pattern(
    r"благодар\w{1,3}\s+(?:Вас\s+)?за\s+(?:\w+\s+){0,3}(?:сотрудничество|внимание|партн[её]рство|работу|доверие)(?!\w)",
    re.IGNORECASE,
)


def purpose(letter: Letter, *, add: Sequence[str] = ()) -> Iterator[Match]:
    """One match at the first paragraph where it tells neither the purpose nor the reason of the letter.

    Purpose is an act of writing (a request, a message, an offer, thanks…), reason an occasion with a predicate. A
    courtesy, «сообщаем следующее» and a story tell neither; phrases to ``add`` (notation of ``phrases``) always do.
    Where in doubt, the check is silent.
    """
    opening = _opening(letter)
    if opening is None:
        return
    paragraph, words = opening
    if add and Phrases(tuple(add)).search(words):
        return
    empty = any(_FOLLOWING.search(sentence) for sentence in _SENTENCE.split(words))
    if (empty or len(_WORD.findall(words)) >= _FEWEST_WORDS) and not _tells(letter, words[:_LONGEST]):
        yield Match(paragraph=paragraph.index, variant="empty" if empty else "")


def conclusion(letter: Letter, *, add: Sequence[str] = ()) -> Iterator[Match]:
    """One match where the text has no concluding paragraph; near the place where it should stand.

    «С уважением» is none, every formula of standard 2.4.11 is one. In a text of one paragraph its last sentence may
    conclude; phrases to ``add`` do in the last paragraph. An advice in a letter that only sends papers, congratulates,
    thanks or invites.
    """
    text = letter.running_text
    if not text or letter.first(Zone.CONCLUSION) is not None or _concludes_otherwise(letter, text):
        return
    if add and Phrases(tuple(add)).search(text[-1].text):
        return
    severity = Severity.INFO if may_be_short(letter, _paragraphs(text)) else None
    yield Match(paragraph=text[-1].index, severity=severity)


def _opening(letter: Letter) -> tuple[Paragraph, str] | None:
    """The first paragraph of the text that is no heading, with what goes on of its sentence in the next ones."""
    text = [p for p in letter.running_text if p.text.strip()]
    while len(text) > 1 and is_heading(text[0], text[1]):
        text = text[1:]
    if not text:
        return None
    words = text[0].text.strip()
    for below in text[1:]:
        if (is_ended(words) and not words.endswith(",")) or not begins_small(below):
            break
        words = f"{words} {below.text.strip()}"
    return text[0], words


#: Acts only of who writes: «доверяем водителю получение груза», not «нам доверяют полтора миллиона северян».
_OWN_ACTS = frozenset({"доверять"})


def _tells(letter: Letter, words: str) -> bool:
    if "?" in words:
        return True
    return any(_sentence_tells(letter, sentence) for sentence in _SENTENCE.split(_BEING.sub("", words)))


def _sentence_tells(letter: Letter, sentence: str) -> bool:
    readings = [morphology.parses(word) for word in _WORD.findall(sentence)]
    lemmas = {parse.lemma for parses in readings for parse in parses}
    acts = lemmas & _purposes()
    acts |= {p.lemma for parses in readings for p in parses if p.lemma in _OWN_ACTS and p.has("1per")}
    if "обращаться" in acts and not _TURNS_TO.search(sentence):
        acts -= {"обращаться"}
    if _FOLLOWING.search(sentence):
        acts -= _TELLS
    if phrases("courtesies").search(sentence):
        acts -= _SOFT
    if _THANKS_FOR_NOTHING.search(sentence) and _goes_on_to_business(letter):
        acts -= _SOFT
    if acts:
        return True
    verbs = [parse for parses in readings for parse in parses[:1] if parse.grammemes & {"VERB", "PRTS", "ADJS", "PRED"}]
    if verbs and phrases("reasons").search(sentence):
        return True
    if any(_is_future(parses) for parses in readings):
        return True
    return bool(verbs) and bool(_DAY.search(sentence)) and lemmas.isdisjoint(_FOUNDED)


def _is_future(readings: tuple[morphology.Parse, ...]) -> bool:
    """Whether a word can only be a verb of the future: «считаем» may be one, and is not."""
    return bool(readings) and all(parse.has("VERB", "futr") for parse in readings)


def _goes_on_to_business(letter: Letter) -> bool:
    """Whether the letter, after its first paragraph, asks, tells or offers something."""
    rest = letter.running_text[1:]
    return any(phrases("long_letters").search(paragraph.text) for paragraph in rest)


@cache
def _purposes() -> frozenset[str]:
    return frozenset(data.words("purposes"))


def _concludes_otherwise(letter: Letter, text: tuple[Paragraph, ...]) -> bool:
    """Whether something that is no concluding paragraph concludes all the same."""
    if phrases("farewells").search("\n".join(p.text for p in letter.zone(Zone.SIGNATURE, Zone.EXECUTOR, Zone.OTHER))):
        return True
    last = text[-1]
    if len(text) == 1:
        found = sentences(last.text)
        return len(found) > 1 and phrases("conclusions").search(last.text[slice(*found[-1])]) is not None
    lead_in = next((p for p in reversed(text) if not _belongs_to_list(p)), last)
    if lead_in is not last:
        return lead_in is not text[0] and phrases("summaries").at_start(lead_in.text) is not None
    if is_heading(last, None):
        return text[-2] is not text[0] and phrases("conclusions").search(text[-2].text) is not None
    return False


def _belongs_to_list(paragraph: Paragraph) -> bool:
    in_table = paragraph.block.container is Container.TABLE
    return in_table or is_marked(paragraph) or begins_small(paragraph)


def _paragraphs(text: tuple[Paragraph, ...]) -> int:
    """The paragraphs of the text, items of lists and cells of tables left out."""
    return sum(paragraph.zone in TEXT_ZONES and not _belongs_to_list(paragraph) for paragraph in text)
