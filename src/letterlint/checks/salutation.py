"""The salutation: whether there is one, its words, form of the name, agreement, person and closing sign (2.5.9.1)."""

import re
from collections.abc import Iterator, Sequence

from letterlint.checks import greetings
from letterlint.checks.nameform import wrong_form
from letterlint.lazy import pattern
from letterlint.letter import Greeting, Letter
from letterlint.model import InsertParagraph, Kind, Match, Safety, Severity, Span, TextEdit, Zone
from letterlint.russian.phrases import is_among, phrases

_SPACED = pattern(r"(?<=\b\w) (?=\w\b)")
_LONGEST_TITLE = 90
_GREETING_WISH = pattern(r"добр(?:ый|ое)\s+(?:день|вечер|утро)", re.IGNORECASE)
_GENTLEMEN = pattern(r"(?:дамы\s+и\s+)?господа", re.IGNORECASE)
_WORD = pattern(r"[Ё-ё][Ё-ё-]*")
_YOU = pattern(r"^[\s,]*(?:вас|вам)(?!\w)", re.IGNORECASE)
_COMRADE = pattern(r"товарищ\s", re.IGNORECASE)


def salutation_missing(letter: Letter) -> Iterator[Match]:
    """A letter without a salutation; a warning where a genre title replaces it, or an authority is addressed."""
    if letter.greetings or letter.first(Zone.SALUTATION) is not None:
        return
    place = letter.place_for(Zone.SALUTATION)
    right = greetings.proposal(letter)
    words = {"example": f"{right or 'Уважаемые господа'}!"}
    edits = (InsertParagraph(place, f"{right}!", like=place),) if right and place is not None else ()
    title = _genre_title(letter)
    if title is not None:
        yield Match(None, place, edits, {**words, "title": title}, "title", Severity.WARNING)
    elif any(phrases("authorities").search(p.text) for p in letter.zone(Zone.ADDRESSEE)):
        yield Match(None, place, edits, words, "authority", Severity.WARNING)
    else:
        yield Match(None, place, edits, words, "" if right else "unknown")


def _genre_title(letter: Letter) -> str | None:
    """«ПРЕТЕНЗИЯ», «Гарантийное письмо», «П Р Е Т Е Н З И Я» above the text, or as the first line of it."""
    lines = [paragraph.text for paragraph in letter.zone(Zone.SUBJECT)]
    if letter.running_text:
        first, _, more = letter.running_text[0].text.strip().partition("\n")
        lines += [first] if more and phrases("genres").is_whole(_closed_up(first)) else []
    for line in lines:
        title = _closed_up(line.strip())
        if len(title) <= _LONGEST_TITLE and phrases("genres").at_start(title):
            return title.partition("\n")[0]
    return None


def _closed_up(text: str) -> str:
    """«П Р Е Т Е Н З И Я» without the blanks between its letters."""
    return _SPACED.sub("", text)


def salutation_wording(letter: Letter, *, allowed: Sequence[str] = ()) -> Iterator[Match]:
    """A salutation that does not begin with «Уважаемый» or an ``allowed`` opening.

    In mail «Добрый день, Андрей Петрович!» is an advice.
    """
    for greeting in greetings.judged(letter):
        opener = greetings.words(letter, greeting.opener)
        if greetings.is_respectful(opener) or greetings.is_by_rank(opener) or greetings.is_template(letter, greeting):
            continue
        if is_among(opener, allowed):
            continue
        span = greeting.opener if opener else _bare(letter, greeting)
        right, edits = _rewording(letter, greeting)
        yield Match(
            span,
            edits=edits,
            words={"example": f"{right}!"} if right else {},
            variant="" if right else "unknown",
            severity=_mildness(letter, greeting, greetings.words(letter, span)),
        )


def _mildness(letter: Letter, greeting: Greeting, said: str) -> Severity | None:
    if _GENTLEMEN.fullmatch(said) or (not greeting.openers and greeting.position is not None):
        return Severity.INFO  # «Господа!», «Товарищ генерал-майор!»
    if letter.kind is Kind.MAIL and _GREETING_WISH.fullmatch(said):
        named = all(person.patronymic for person in greeting.people) or bool(greeting.titles)
        if named and (greeting.people or greeting.collective or greeting.position or greeting.titles):
            return Severity.INFO
    return None


def _bare(letter: Letter, greeting: Greeting) -> Span:
    """The salutation without its closing sign."""
    text = greetings.words(letter, greeting.span)
    named = max((person.name_span.stop for person in greeting.people if person.name_span), default=0)
    return Span(greeting.span.start, max(named, greeting.span.start + len(text.rstrip("!?.,: \n\u00a0"))))


def _rewording(letter: Letter, greeting: Greeting) -> tuple[str | None, tuple[TextEdit, ...]]:
    """The salutation that should stand here, without its sign, and the edit that makes it."""
    whole = _bare(letter, greeting)
    said = _said(letter, greeting, whole)
    right = None
    if said:
        form = greetings.due_form(letter, greeting, Span(whole.start, greeting.span.stop)).form
        if _COMRADE.match(said):
            form = "masc"
        if form and wrong_form(letter, greeting) is None:
            right = f"{greetings.agreed('Уважаемый', form)} {said}"
    if right is None and len(greeting.people) <= 1 and greeting.collective is None:
        right = greetings.proposal(letter, greeting.people[0] if greeting.people else None)
    if right is None or (greeting.glued and not said):
        return right, ()
    return right, (TextEdit(whole, right),)


def _said(letter: Letter, greeting: Greeting, whole: Span) -> str:
    """Whom a salutation greets, in its own words: «Андрей Петрович», «коллеги»; the words of greeting left out."""
    start = whole.start
    pieces = []
    for opener in greeting.openers:
        pieces.append(letter.text[start : opener.start])
        start = opener.stop
    pieces.append(letter.text[start : whole.stop])
    said = ", ".join(filter(None, (_YOU.sub("", piece).strip(" ,!\n\u00a0") for piece in pieces)))
    first_is_title = greeting.titles[:1] and greeting.titles[0].start == whole.start
    if first_is_title or not (greeting.people or greeting.position):
        return said[:1].lower() + said[1:]  # «Коллеги, добрый день!»
    return said


def salutation_lowercase(letter: Letter) -> Iterator[Match]:
    """«уважаемый» with a small letter at the start of the salutation."""
    for greeting in greetings.judged(letter):
        opener = greetings.words(letter, greeting.opener)
        if greeting.opener.start == greeting.span.start and "уважаем" in opener and opener[0].islower():
            fixed = opener[0].upper() + opener[1:]
            yield Match(greeting.opener, edits=(TextEdit(greeting.opener, fixed),), words={"fixed": fixed})


def salutation_abbreviated(letter: Letter) -> Iterator[Match]:
    """«Ув.», «Уваж.», «Уваж-й»; the edit agrees with the people greeted, as far as their gender is known."""
    for greeting in greetings.judged(letter):
        for opener, region in greetings.regions(greeting):
            short = greetings.words(letter, opener)
            if not greetings.is_abbreviated(short):
                continue
            form = greetings.due_form(letter, greeting, region).form or _form_after_hyphen(short)
            if form is None:
                yield Match(opener, variant="unknown")
                continue
            full = greetings.agreed(short, form)
            if opener.start == greeting.span.start:
                full = full[:1].upper() + full[1:]
            yield Match(opener, edits=(TextEdit(opener, full),), words={"full": full})


def _form_after_hyphen(short: str) -> str | None:
    """The form that «Уваж-ая» itself shows."""
    ending = short.rpartition("-")[2] if "-" in short else ""
    return {"й": "masc", "ый": "masc", "мый": "masc", "ая": "femn", "мая": "femn", "ые": "plur", "мые": "plur"}.get(
        ending
    )


def salutation_name_form(letter: Letter) -> Iterator[Match]:
    """Neither first name with patronymic nor «господин» with the surname; silent where SAL002 speaks."""
    for greeting in greetings.judged(letter):
        opener = greetings.words(letter, greeting.opener)
        if not greetings.is_respectful(opener) or greetings.is_template(letter, greeting):
            continue
        wrong = wrong_form(letter, greeting)
        if wrong is not None:
            right = greetings.proposal(letter, greeting.people[0] if greeting.people else None)
            yield Match(wrong, words={"example": f"{right}!"} if right else {}, variant="" if right else "unknown")


def salutation_gender(letter: Letter) -> Iterator[Match]:
    """«Уважаемый», «господин» and their forms that disagree with the name, the number of people or the group."""
    for greeting in greetings.judged(letter):
        if greetings.is_template(letter, greeting):
            continue
        for opener, region in greetings.regions(greeting):
            match = _disagreement(letter, greeting, opener, region)
            if match is not None:
                yield match


def _disagreement(letter: Letter, greeting: Greeting, opener: Span, region: Span) -> Match | None:
    due = greetings.due_form(letter, greeting, region)
    if due.form is None or (greeting.people and greeting.collective):
        return None
    wrong: list[TextEdit] = []
    adjective = greetings.words(letter, opener)
    group = greeting.collective is not None and not greeting.people
    allowed = (
        greetings.group_forms(greetings.words(letter, greeting.collective))
        if group and greeting.collective
        else {due.form}
    )
    if "уважаем" in adjective.lower() and greetings.form_of(adjective) not in {None, *allowed}:
        wrong.append(TextEdit(opener, greetings.agreed(adjective, due.form)))
    titles = [title for title in greeting.titles if region.start <= title.start < region.stop]
    people = greetings.inside(greeting.people, region)
    if len(people) == 1 and len(titles) == 1 and due.form != "plur":
        title = greetings.words(letter, titles[0])
        if greetings.title_form(title) not in {None, due.form, "plur"}:
            wrong.append(TextEdit(titles[0], _other_title(title)))
    if not wrong:
        return None
    span = Span(wrong[0].span.start, wrong[-1].span.stop)
    right = letter.text[span.start : span.stop]
    for edit in reversed(wrong):
        right = right[: edit.span.start - span.start] + edit.text + right[edit.span.stop - span.start :]
    name = people[0].name_span if len(people) == 1 else None
    named = greetings.words(letter, name) if name else letter.text[opener.stop : _bare(letter, greeting).stop].strip()
    words = {"right": right, "name": named}
    return Match(span, edits=tuple(wrong), words=words, safety=None if due.decided else Safety.HINT)


_PAIRS = (("господин", "госпожа"), ("г-н", "г-жа"), ("гражданин", "гражданка"), ("гр-н", "гр-ка"))


def _other_title(title: str) -> str:
    """«госпожа» for «господин» and the reverse, in the nominative, capitals kept."""
    small = re.sub("[‐‑–]", "-", title.lower())
    other = next((pair[1 - pair.index(small)] for pair in _PAIRS if small in pair), small)
    return other.capitalize() if title[:1].isupper() else other


def salutation_person(letter: Letter) -> Iterator[Match]:
    """Somebody greeted who is none of the people in the addressee block."""
    known = greetings.addressees(letter)
    if not known:
        return
    for greeting in greetings.judged(letter):
        if greetings.is_template(letter, greeting):
            continue
        for person in greeting.people:
            if person.name_span and all(greetings.same_person(person, addressee) is False for addressee in known):
                names = ", ".join(greetings.words(letter, a.name_span) for a in known if a.name_span)
                yield Match(person.name_span, words={"addressee": " ".join(names.split())})


def salutation_ending(letter: Letter) -> Iterator[Match]:
    """A salutation that ends with neither «!» nor «,»; the sign depends on how the next paragraph begins."""
    for greeting in greetings.judged(letter):
        standing = letter.paragraphs[greeting.paragraph].zone is Zone.SALUTATION
        if greeting.ending in {"!", ","} or not standing or greetings.is_template(letter, greeting):
            continue
        bare = _bare(letter, greeting)
        sign = "," if _goes_on_small(letter, greeting) else "!"
        after = Span(bare.stop, greeting.span.stop)
        wrong = after if letter.text[after.start : after.stop].strip() else None
        words = {"sign": sign}
        yield Match(wrong, greeting.paragraph, (TextEdit(after, sign),), words, "sign" if wrong else "")


def _goes_on_small(letter: Letter, greeting: Greeting) -> bool:
    """Whether what follows the salutation begins with a small letter."""
    rest = letter.text[greeting.span.stop : letter.paragraphs[greeting.paragraph].span.stop].strip()
    following = next((p for p in letter.written if p.index > greeting.paragraph), None)
    text = rest or (following.text if following else "")
    first = _WORD.search(text)
    return first is not None and first[0][0].islower()
