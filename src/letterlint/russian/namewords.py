"""Capitalised words and initials that stand together in a text: the raw material of names."""

import re
from bisect import bisect_right
from typing import NamedTuple

from letterlint.lazy import pattern
from letterlint.russian.forenames import FATHER_WORDS
from letterlint.russian.organisations import find_organisations, quoted_name

#: Latin letters that look like Cyrillic ones stand for them in initials («A.П.» with a Latin A).
_LETTER = "(?:[А-ЯЁ]|[ABCEHKMOPTXY])"
_INITIAL = f"(?:Дж|Дз|{_LETTER})"
_THIN = " "
#: «А.П.», «А. П.», «Ю.-К.», «А.П» with its last dot lost; «А.П. И.И.» belongs to two people.
_INITIALS = pattern(
    rf"{_INITIAL}\.(?:(?:-?{_INITIAL}\.){{1,3}}|(?:{_THIN}-?{_INITIAL}\.){{1,2}}|-?[А-ЯЁ](?![\w.'’-]))?"
)
_SMALL, _LARGE = "[а-ё\u00ad]", "[Ё-Я\u00ad]"
_WORD = pattern(
    rf"(?:[ОД]['’])?[А-ЯЁ](?:{_SMALL}{{1,40}}|{_LARGE}{{0,40}})"
    rf"(?:-(?:[А-ЯЁ]{_SMALL}{{1,40}}|{_LARGE}{{1,40}}|{_SMALL}{{1,40}})){{0,3}}"
    r"(?![^\W_]|-)"
)
_BLANKS = r" {0,3}(?:\n[ \t]{0,3})?"
_PARTICLE = r"(?:(?:фон|ван|де|ди|дер|ден|дю|ла|дос|аль|эль|ибн|бен|тер)[ -]){1,2}"
_CAPITAL = pattern(_LETTER)
#: A capitalised word or initials with another, or «оглы», after it: most capitals of a letter have none.
_SEED = pattern(
    rf"{_LETTER}[\w.'’\u00ad-]{{0,80}}{_BLANKS}(?:(?<!\w){_PARTICLE})?(?:{_LETTER}|(?:{'|'.join(FATHER_WORDS)})\b)"
)
_NEXT = pattern(rf"{_BLANKS}(?P<particle>(?<=[ \n]){_PARTICLE})?(?={_LETTER})")
_TITLE = pattern(
    r"[гмтГМТ](?<!\w.)(?:-н|-на|-ну|-ном|-не|-жа|-жи|-же|-жу|-жой|р\.|р-н|р-ну|р-на|р-ка|р-ке|р-ки|ов\.|"
    r"осподин[а-я]{0,2}|оспож[а-я]{1,2}|ражданин[а-я]{0,2}|ражданк[а-я]{1,2}|оварищ[а-я]{0,2}|истер[а-я]?|иссис)"
    rf"[ \n]{{1,2}}(?={_LETTER})",
    re.IGNORECASE,
)
_FATHER = pattern(rf"{_THIN}(?:{'|'.join(FATHER_WORDS)})(?!\w)")
_TEMPLATE_INITIALS = frozenset({"Ф.И.О.", "Ф.И.О"})


class Token(NamedTuple):
    """A capitalised word (``W``, its particle «фон» included), initials (``I``), or «оглы» and its like (``F``).

    ``newline`` says that a line break stands before it, ``glued`` that nothing does.
    """

    kind: str
    start: int
    stop: int
    text: str
    newline: bool = False
    glued: bool = False


def titled_places(text: str) -> frozenset[int]:
    """Where «г-н», «господин», «гр.» and their like end before a capital letter."""
    return frozenset(match.end() for match in _TITLE.finditer(text))


def runs(text: str, titled: frozenset[int], *, lone: bool = False) -> list[list[Token]]:
    """The tokens of ``text``, grouped where nothing but blanks and one line break stands between them.

    Groups of one are left out, unless they begin at a place of ``titled`` or ``lone`` asks for them. What stands
    inside an organisation or a quoted name is left out too: it names no person.
    """
    found = []
    at = 0
    pattern = _CAPITAL if lone else _SEED
    while seed := pattern.search(text, at):
        run = _run(text, seed.start())
        at = run[-1].stop if run else seed.start() + 1
        if len(run) > 1 or (run and lone):
            found.append(run)
    if titled:
        covered = {token.start for run in found for token in run}
        found += [run for start in titled - covered if (run := _run(text, start))]
    if not found:
        return found
    hidden = _hidden(text)
    if hidden:
        found = [part for run in found for part in _visible(run, hidden)]
    return sorted(found, key=lambda run: run[0].start)


def _run(text: str, start: int) -> list[Token]:
    """The tokens that follow each other from ``start`` on; empty where no token begins there."""
    run: list[Token] = []
    newline = glued = False
    capital = start
    while token := _token(text, start, capital, newline=newline, glued=glued):
        run.append(token)
        father = _FATHER.match(text, token.stop)
        if father:
            run.append(Token("F", father.start() + 1, father.end(), father[0][1:]))
        step = _NEXT.match(text, run[-1].stop)
        if step is None:
            break
        glued = step.end() == step.start()
        if glued and run[-1].kind != "I":
            break
        newline = "\n" in step[0]
        capital = step.end()
        start = step.start("particle") if step["particle"] else capital
    return run


def _visible(run: list[Token], hidden: list[tuple[int, int]]) -> list[list[Token]]:
    """The pieces of ``run`` outside the hidden places."""
    starts = [start for start, _ in hidden]
    pieces: list[list[Token]] = [[]]
    for token in run:
        place = bisect_right(starts, token.start) - 1
        if place >= 0 and token.start < hidden[place][1]:
            pieces.append([])
        else:
            pieces[-1].append(token)
    return [piece for piece in pieces if piece]


def _token(text: str, start: int, capital: int, *, newline: bool, glued: bool) -> Token | None:
    """The token whose capital letter stands at ``capital``; a particle before it begins at ``start``."""
    before = text[capital - 1] if capital else " "
    if before.isalnum():
        return None
    initials = _INITIALS.match(text, capital)
    if initials:
        # «исп.А.П. Смирнов» is glued to a shortened word, «т.д.А.» is not.
        if before == "." and not glued and not re.search(r"[а-ё]{2}\.$", text[max(0, capital - 3) : capital]):
            return None
        if initials[0].replace(" ", "") in _TEMPLATE_INITIALS:
            return None
        return Token("I", capital, initials.end(), initials[0], newline, glued)
    word = _WORD.match(text, capital)
    if word is None or before == "-":
        return None
    return Token("W", start, word.end(), text[start : word.end()], newline, glued)


def _hidden(text: str) -> list[tuple[int, int]]:
    """The places of organisations and quoted names, joined where they overlap."""
    spans = find_organisations(text)
    for sign in re.finditer('[«"“„]', text):
        stop = quoted_name(text, sign.start())
        if stop is not None and not (sign.start() == 0 and stop >= len(text.rstrip())):
            spans.append((sign.start(), stop))
    joined: list[tuple[int, int]] = []
    for start, stop in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(stop, joined[-1][1]))
        else:
            joined.append((start, stop))
    return joined
