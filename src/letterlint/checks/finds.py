"""What a rule page looks for: patterns with the conditions under which they are an offence."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

from letterlint import data
from letterlint.errors import RuleError, nearest
from letterlint.russian.clauses import Sentence
from letterlint.russian.patterns import Book, Found

WHO = ("reader", "sender", "reader_thing", "sender_thing", "third", "none")
CONTEXTS = (
    "main", "condition", "time", "purpose", "content", "relative", "cause", "concession", "comparison", "insertion",
    "question", "quotation", "citation",
)  # fmt: skip


class Find(NamedTuple):
    """One ``[[check.find]]`` of a page. A condition that is None or empty asks nothing.

    ``subject``: who does what the head of the match says (:meth:`Sentence.subject`). ``negated``: whether «не» stands
    before the head. ``to_reader``: whether the clause names the reader as the one it is done to. ``inside``,
    ``outside``: contexts of the clause. ``alone``: no other finite predicate in the clause. ``only``:
    no other clause says anything. ``first``: only adverbs,
    circumstances and objects before the match in its clause. ``with_``, ``without``: patterns in the clause;
    ``unless``: in the sentence; ``after``, ``not_after``, ``before``, ``not_before``: right beside the match.
    """

    pattern: str
    subject: frozenset[str] = frozenset()
    negated: bool | None = None
    to_reader: bool | None = None
    inside: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset({"quotation"})
    alone: bool = False
    only: bool = False
    first: bool = False
    with_: Book | None = None
    without: Book | None = None
    unless: Book | None = None
    after: Book | None = None
    not_after: Book | None = None
    before: Book | None = None
    not_before: Book | None = None
    severity: str | None = None
    in_claim: str | None = None
    variant: str = ""
    replace: str = ""
    safety: str | None = None

    def holds(self, sentence: Sentence, found: Found, place: frozenset[str]) -> bool:
        """Whether the conditions hold for a match; ``place`` are the contexts that the letter gives (``quotation``)."""
        head = found.head
        if self.negated is not None and sentence.is_negated(head) != self.negated:
            return False
        if (
            place & self.outside
            or (self.alone and not _is_alone(sentence, found))
            or (self.only and not _is_only(sentence, found))
            or (self.first and not _is_first(sentence, found))
        ):
            return False
        if (self.inside or self.outside - {"quotation"}) and not self._fits_context(sentence, head, place):
            return False
        if self.subject and sentence.subject(head)[0] not in self.subject:
            return False
        if self.to_reader is not None and _names_reader(sentence, head) != self.to_reader:
            return False
        return self._fits_neighbours(sentence, found)

    def _fits_context(self, sentence: Sentence, head: int, place: frozenset[str]) -> bool:
        contexts = sentence.contexts(head) | place
        if "citation" in self.outside | self.inside and _cites(sentence):
            contexts |= {"citation"}
        return not contexts & self.outside and (not self.inside or bool(contexts & self.inside))

    def _fits_neighbours(self, sentence: Sentence, found: Found) -> bool:
        words = sentence.clause(found.head).words
        first, last = min(words[0], found.start), max(words[-1] + 1, found.stop)
        return (
            (self.with_ is None or self.with_.search(sentence, first, last) is not None)
            and (self.without is None or self.without.search(sentence, first, last) is None)
            and (self.unless is None or self.unless.search(sentence) is None)
            and (self.after is None or _stands_before(self.after, sentence, found.start))
            and (self.not_after is None or not _stands_before(self.not_after, sentence, found.start))
            and (self.before is None or _stands_at(self.before, sentence, found.stop))
            and (self.not_before is None or not _stands_at(self.not_before, sentence, found.stop))
        )


class Finds:
    """All finds of a page: ``book`` holds their patterns, ``finds[n]`` the conditions of pattern ``n``.

    ``keys`` are those of the book where they were made before; the tables are read when a letter has one of the keys.
    """

    def __init__(
        self, tables: Sequence[Mapping[str, Any]], folder: Path, keys: Mapping[str, str] | None = None
    ) -> None:
        self._tables = tables
        self._folder = folder
        self.book = Book([p for table in tables for p in _list(table.get("pattern"))], lists_of(folder), keys)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Finds) and (self._tables, self.book) == (other._tables, other.book)

    __hash__ = None  # type: ignore[assignment]  # equal finds are not always the same

    @property
    def keys(self) -> Mapping[str, str]:
        """The keys of the book. Raises ``RuleError`` for a pattern that no word can be found by."""
        return self.book.keys

    @cached_property
    def finds(self) -> list[Find]:
        """The find of each pattern. Raises ``RuleError`` for a key or value that is none."""
        found: list[Find] = []
        for number, table in enumerate(self._tables, 1):
            find = _find(table, number, lists_of(self._folder))
            found += [find._replace(pattern=pattern) for pattern in _list(table.get("pattern"))]
        return found

    def verify(self) -> None:
        """Raise ``RuleError`` for the first pattern or condition that is wrong."""
        for number, table in enumerate(self._tables, 1):
            if not _list(table.get("pattern")):
                raise RuleError(f"find № {number}: нет ключа «pattern»", f"find no. {number}: no key “pattern”")
        for find in self.finds:
            for book in find[1:]:
                if isinstance(book, Book):
                    book.verify()
        self.book.verify()
        self.keys  # noqa: B018 - a pattern that no word can be found by is refused here


def patterns(of: str, value: Sequence[Any], folder: Path, keys: Mapping[str, str] | None = None) -> Finds | Book:
    """A setting of a page, as text, made what the check wants: ``of`` is ``finds`` or ``book``."""
    return Finds(value, folder, keys) if of == "finds" else Book(value, lists_of(folder), keys)


#: In the folder of a shipped pack: name of a list -> number of words its longest entry may take.
REACHES = "reaches.json"


@cache
def lists_of(folder: Path, *, fresh: bool = False) -> Callable[[str], Book]:
    """Opens the word lists of a pack as books: ``@name`` is NAME.txt beside its pages, else in ``rules/language``.

    ``fresh`` asks the lists themselves how far they reach, not the index that was made of them.
    """
    books: dict[str, Book] = {}
    reaches = {} if fresh else _reaches(folder)

    def no_lists(name: str) -> Book:
        raise RuleError(f"«@{name}»: список не может ссылаться на список.", f"“@{name}”: a list cannot name a list.")

    def open_list(name: str) -> Book:
        if name not in books:
            path = _path_of(folder, name)
            books[name] = Book(data.read_words(path), no_lists, name=path.name, most=reaches.get(name))
        return books[name]

    return open_list


def has_list(folder: Path, name: str) -> bool:
    """Whether a pack, or the language, has a word list of this name."""
    return _path_of(folder, name).is_file()


def _path_of(folder: Path, name: str) -> Path:
    own = folder / f"{name}.txt"
    return own if own.is_file() else data.root() / "language" / f"{name}.txt"


def _reaches(folder: Path) -> Mapping[str, int]:
    if folder != data.root() / "standard":
        return {}  # a pack that is named by path holds pages and lists, nothing else is believed
    return json.loads((folder / REACHES).read_text(encoding="utf-8"))  # type: ignore[no-any-return]


_PATTERNS = ("with", "without", "unless", "after", "not_after", "before", "not_before")
_KEYS = (
    *("pattern", "subject", "negated", "to_reader", "in", "not_in", "alone", "only", "first"),
    *_PATTERNS,
    *("severity", "in_claim", "variant", "replace", "safety"),
)


def _find(table: Mapping[str, Any], number: int, lists: Callable[[str], Book]) -> Find:
    for key in table:
        if key not in _KEYS:
            raise RuleError(
                f"find № {number}: неизвестный ключ «{key}»{nearest(key, _KEYS)}",
                f"find no. {number}: unknown key “{key}”{nearest(key, _KEYS, 'en')}",
            )
    books = {key: Book(_list(table[key]), lists) for key in _PATTERNS if key in table}
    return Find(
        pattern="",
        subject=_among(table, "subject", WHO, number),
        negated=table.get("negated"),
        to_reader=table.get("to_reader"),
        inside=_among(table, "in", CONTEXTS, number),
        outside=_among(table, "not_in", CONTEXTS, number) | ({"quotation"} - _among(table, "in", CONTEXTS, number)),
        alone=bool(table.get("alone")),
        only=bool(table.get("only")),
        first=bool(table.get("first")),
        with_=books.get("with"),
        **{key: books.get(key) for key in _PATTERNS if key != "with"},
        severity=table.get("severity"),
        in_claim=table.get("in_claim"),
        variant=str(table.get("variant", "")),
        replace=str(table.get("replace", "")),
        safety=table.get("safety"),
    )


def _list(value: object) -> list[str]:
    return [value] if isinstance(value, str) else [str(item) for item in value] if isinstance(value, list) else []


def _among(table: Mapping[str, Any], key: str, known: Sequence[str], number: int) -> frozenset[str]:
    words = frozenset(_list(table.get(key, [])))
    for word in words:
        if word not in known:
            raise RuleError(
                f"find № {number}: «{key}»: неизвестное значение «{word}»; бывает: {', '.join(known)}",
                f"find no. {number}: “{key}”: unknown value “{word}”; known: {', '.join(known)}",
            )
    return words


def _is_alone(sentence: Sentence, found: Found) -> bool:
    words = [k for k in sentence.clause(found.head).words if not found.start <= k < found.stop]
    return not sentence.finite(words) and not any(sentence.may_judge(k) for k in words)


def _is_only(sentence: Sentence, found: Found) -> bool:
    """Whether no clause but that of the match says anything («Чтобы к пятнице леса были сняты»)."""
    own = sentence.clause(found.head)
    return not any(sentence.predicates(clause.words) for clause in sentence.clauses if clause is not own)


def _is_first(sentence: Sentence, found: Found) -> bool:
    """Whether nothing but adverbs, conjunctions, the reader and circumstances («до 5 мая», «в офис») stands before."""
    words = sentence.clause(found.head).words
    if words[0] and ":" in sentence.gaps[words[0]] and sentence.predicates(range(words[0])):
        return False  # «Просим принять меры: засыпать …»
    if any("–" in gap or "—" in gap for gap in sentence.gaps[found.stop :]):
        return False  # «Ездить по ней – сплошное мучение»
    in_group = False
    for k in [k for k in words if k < found.start]:
        grammemes = sentence.grammemes(k)
        in_group = in_group or "PREP" in grammemes or "datv" in grammemes  # «водителю Вашей организации»
        free = grammemes & {"ADVB", "PRCL", "CONJ", "NUMB", "intg", "PREP", "datv"} or sentence.norms[k] in {
            "вам",
            "всем",
        }
        grouped = in_group and grammemes & {"NOUN", "ADJF", "NUMR", "PRTF", "NPRO"}
        if not (free or grouped or sentence.is_month(k) or _is_object(sentence, k, found)):
            return False
    return True


def _is_object(sentence: Sentence, k: int, found: Found) -> bool:
    """«Траншею засыпать»: an accusative before an infinitive that depends on it, not «просьба засыпать»."""
    if not any(p.has("accs") and p.grammemes & {"NOUN", "ADJF", "NPRO"} for p in sentence.readings(k)):
        return any(p.has("gent") for p in sentence.readings(k)) and k > 0 and _is_object(sentence, k - 1, found)
    return not any(p.lemma in _infinitive_nouns() for p in sentence.readings(k))


@cache
def _infinitive_nouns() -> frozenset[str]:
    return frozenset(data.words("infinitive_nouns"))


def _names_reader(sentence: Sentence, head: int) -> bool:
    """Whether the clause of ``head`` names the reader in another case: «Вам», «от Вас», «Вашей школе»."""
    words = sentence.clause(head).words
    cases = frozenset({"datv", "gent", "accs", "ablt"})
    return any(sentence.role_at(k, "reader", cases) is not None and sentence.norms[k] != "вы" for k in words)


def _stands_before(book: Book, sentence: Sentence, place: int) -> bool:
    """Whether an entry of ``book`` ends right before a word."""
    for start in range(max(0, place - 6), place):
        for entry in book.beginning_at(sentence, start):
            found = entry.at(sentence, start)
            if found is not None and found.stop == place:
                return True
    return False


def _stands_at(book: Book, sentence: Sentence, place: int) -> bool:
    return place < len(sentence) and any(entry.at(sentence, place) for entry in book.beginning_at(sentence, place))


@cache
def _citations() -> Book:
    return lists_of(data.root() / "language")("citations")


def _cites(sentence: Sentence) -> bool:
    """Whether a sentence leans on a law or contract: «согласно п. 4.2 договора», «в силу ст. 309»."""
    return _citations().search(sentence) is not None
