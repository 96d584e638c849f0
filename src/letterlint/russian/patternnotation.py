"""Reads the notation of phrase patterns (docs/patterns.md)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from letterlint.errors import RuleError
from letterlint.lazy import pattern
from letterlint.russian.morphology import is_known, parses
from letterlint.russian.patternnodes import (
    Absent,
    AnyWord,
    Either,
    Form,
    Gap,
    InOrder,
    Lemma,
    Listed,
    Maybe,
    Named,
    Node,
    Role,
    Tagged,
    Tags,
    same,
)
from letterlint.russian.phrases import normal

if TYPE_CHECKING:
    from letterlint.russian.patterns import Book

Lists = Callable[[str], "Book"]

_GAP = 3
_EITHER_ORDER = 4
_TOKEN = pattern(
    r"\s*(?:(?P<name>\{\s*[a-z_]+\s*:)|(?P<gap>\.\.\d{0,3})|(?P<role><[a-z ]+>)|(?P<list>@[a-z_]+)"
    r"|(?P<form>\"[^\"]{1,80}\")"
    r"|(?P<tags>\[[^\]]{1,80}\])|(?P<word>[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*)|(?P<sign>[(){}|?&!]))"
)
_ROLES = frozenset({"reader", "sender", "yours", "third"})


def parse(text: str, lists: Lists) -> InOrder:
    """The parts of a pattern; ``lists`` opens the lists it names. Raises ``RuleError`` where it is not understood."""
    return _Parser(text, lists).parse()


def verify(text: str) -> None:
    """Raise ``RuleError`` for the first word of a pattern that is no dictionary form."""
    for found in _TOKEN.finditer(text):
        word = found["word"]
        lemma = normal(word) if word else ""
        if word and not (is_known(lemma) and any(same(parse.lemma, lemma) for parse in parses(lemma))):
            raise RuleError(
                f"«{text}»: «{word}» не словарная форма: поставьте её или возьмите слово в кавычки.",
                f"“{text}”: “{word}” is no dictionary form: give that, or put the word into quotes.",
            )


class _Parser:
    """Reads the notation."""

    def __init__(self, text: str, lists: Lists) -> None:
        self._text = text
        self._lists = lists
        self._tokens: list[tuple[str, str, bool]] = []  # kind, text, whether it is glued to the token before
        place = 0
        while place < len(text.rstrip()):
            found = _TOKEN.match(text, place)
            if found is None:
                raise self._wrong(text[place:].strip()[:20])
            self._tokens.append((str(found.lastgroup), found[0].strip(), not found[0][:1].isspace()))
            place = found.end()
        self._next = 0

    def parse(self) -> InOrder:
        node = self._choices()
        if self._next < len(self._tokens):
            raise self._wrong(self._tokens[self._next][1])
        return node if isinstance(node, InOrder) else InOrder([node])

    def _peek(self) -> str:
        return self._tokens[self._next][1] if self._next < len(self._tokens) else ""

    def _choices(self) -> Node:
        choices = [self._either_order()]
        while self._peek() == "|":
            self._next += 1
            choices.append(self._either_order())
        return choices[0] if len(choices) == 1 else Either(choices)

    def _either_order(self) -> Node:
        left = self._sequence()
        while self._peek() == "&":
            self._next += 1
            right = self._sequence()
            gap = Gap(_EITHER_ORDER)
            left = Either([InOrder([left, gap, right]), InOrder([right, gap, left])])
        return left

    def _sequence(self) -> Node:
        nodes: list[Node] = []
        while self._peek() and self._peek() not in {"|", ")", "}", "&"}:
            nodes.append(self._part())
        if not nodes:
            raise self._wrong(self._peek() or "…")
        return nodes[0] if len(nodes) == 1 and not isinstance(nodes[0], Gap) else InOrder(nodes)

    def _part(self) -> Node:
        kind, text, _ = self._tokens[self._next]
        self._next += 1
        node: Node
        if kind in {"word", "form"}:
            node = self._word(kind, text)
        elif kind == "tags":
            node = AnyWord(Tags(text[1:-1]))
        elif kind == "gap":
            node = Gap(int(text[2:] or _GAP))
        elif kind == "role":
            who, *grammemes = text[1:-1].split()
            if who not in _ROLES:
                raise self._wrong(text)
            node = Role(who, frozenset(grammemes))
        elif kind == "list":
            node = self._tagged(Listed(self._lists(text[1:])))
        elif kind == "name":
            node = Named(text[1:-1].strip(), self._choices())
            self._close("}")
        elif text == "(":
            node = self._choices()
            self._close(")")
            node = self._tagged(node)
        elif text == "!":
            return Absent(self._part())
        else:
            raise self._wrong(text)
        if self._peek() == "?":
            self._next += 1
            return Maybe(node)
        return node

    def _word(self, kind: str, text: str) -> Node:
        tags = self._tags()
        if kind == "form":
            forms = [normal(form) for form in text[1:-1].split()]
            return Form(forms[0], tags) if len(forms) == 1 else InOrder([Form(form, None) for form in forms])
        return Lemma(normal(text), tags)

    def _tagged(self, node: Node) -> Node:
        tags = self._tags()
        return node if tags is None else Tagged(node, tags)

    def _tags(self) -> Tags | None:
        """Grammemes that belong to what stands right before them: «слово[gent]», not «слово [gent]»."""
        if self._next < len(self._tokens) and self._tokens[self._next][0] == "tags" and self._tokens[self._next][2]:
            self._next += 1
            return Tags(self._tokens[self._next - 1][1][1:-1])
        return None

    def _close(self, sign: str) -> None:
        if self._peek() != sign:
            raise self._wrong(self._peek() or "…")
        self._next += 1

    def _wrong(self, text: str) -> RuleError:
        return RuleError(
            f"«{self._text}»: не понятно «{text}» (запись образцов: docs/patterns.md).",
            f"“{self._text}”: “{text}” is not understood (notation: docs/patterns.md).",
        )
