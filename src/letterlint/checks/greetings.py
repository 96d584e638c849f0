"""What the rules about the salutation ask: which salutation is judged, its agreement, its person, its right wording."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from letterlint.lazy import pattern
from letterlint.letter import Greeting, Letter, Person
from letterlint.model import Span, Zone
from letterlint.russian import forenames, morphology, names
from letterlint.russian.evenness import even_dashes

_TEMPLATE = pattern(
    r"[{}\[\]<>*#%$…]|_{2,}|\.{3,}|\(-?(?:ая|ый|ой|ые|ий)|/\s?-?(?:ая|ый|ой)(?!\w)|[XХ]{3,}"
    r"|(?<![\w.])(?:фио|ф\.\s?и\.\s?о\.?|имя|отчество|фамили[яи]|name)(?!\w)|[ИФ]\.\s?О\.\s+Фамили",
    re.IGNORECASE,
)
_ENDINGS = {"ый": "masc", "ой": "masc", "ий": "masc", "ая": "femn", "ое": "neut", "ые": "plur", "ие": "plur"}
_RESPECTFUL = {"masc": "уважаемый", "femn": "уважаемая", "neut": "уважаемое", "plur": "уважаемые"}
_TITLES = (
    ("plur", pattern(r"господа|г-да|гг", re.IGNORECASE)),
    ("masc", pattern(r"господин|гражданин|г-н|гр-н|г\.", re.IGNORECASE)),
    ("femn", pattern(r"госпож|гражданк|г-ж|гр-к", re.IGNORECASE)),
)
_GROUP_WORD = pattern(r"[Ё-ё][а-ё-]+")
#: First names that both men and women bear, or whose gender depends on the language they come from.
_EITHER = frozenset({"Мишель", "Андреа", "Николя", "Габриэль", "Даниэль", "Ким", "Жан", "Джин", "Никола", "Паскаль"})
_SURE_MASCULINE = ("ов", "ев", "ёв", "ский", "цкий")
_SURE_FEMININE = ("ова", "ева", "ёва", "ская", "цкая")


class Due(NamedTuple):
    """The form that an adjective of greeting should have: ``masc``, ``femn``, ``plur``, or None where nobody can tell.

    ``decided`` says that a patronymic or the addressee block leaves no doubt.
    """

    form: str | None
    decided: bool = False


def judged(letter: Letter) -> tuple[Greeting, ...]:
    """The salutations that stand as a zone; where there is none, the one that runs into the text."""
    standing = tuple(g for g in letter.greetings if letter.paragraphs[g.paragraph].zone is Zone.SALUTATION)
    return standing or letter.greetings[:1]


def words(letter: Letter, span: Span) -> str:
    """The text at ``span``."""
    return letter.text[span.start : span.stop]


def is_template(letter: Letter, greeting: Greeting) -> bool:
    """Whether nobody filled the salutation in («Уважаемый {{name}}!», «Уважаемый(ая) …»): ACC008 speaks about that."""
    return _TEMPLATE.search(words(letter, greeting.span)) is not None


def is_abbreviated(opener: str) -> bool:
    """Whether an opener is «Ув.», «Уваж-й» and the like."""
    opener = opener.lower()
    return opener.startswith("ув") and not opener.startswith("уважаем")


def is_respectful(opener: str) -> bool:
    """Whether an opener is «Уважаемый», «Многоуважаемый», «Глубокоуважаемый», also shortened."""
    return "уважаем" in opener.lower() or is_abbreviated(opener)


def is_by_rank(opener: str) -> bool:
    """Whether an opener belongs to clergy or diplomats («Ваше Преосвященство», «Досточтимая»)."""
    return opener.lower().startswith(("ваше ", "ваше\u00a0", "досточтим"))


def form_of(adjective: str) -> str | None:
    """Gender or number of a written adjective («Уважаемая»), None for words that are none («Здравствуйте»)."""
    adjective = adjective.lower()
    if "уважаем" not in adjective and not adjective.startswith(("дорог", "досточтим", "милостив")):
        return None
    return _ENDINGS.get(adjective[-2:])


def agreed(adjective: str, form: str) -> str:
    """A written form of «уважаемый» (or «дорогой», «ув.») as «уважаемый» in ``form``, its prefix and capitals kept."""
    prefix = adjective.lower().partition("уважаем")[0] if "уважаем" in adjective.lower() else ""
    right = prefix + _RESPECTFUL[form]
    if len(adjective) > 3 and adjective.isupper():
        return right.upper()
    return right[:1].upper() + right[1:] if adjective[:1].isupper() else right


def title_form(title: str) -> str | None:
    """Gender or number of «господин», «г-жа», «господа»; None for «товарищ», «гр.»."""
    return next((form for form, words in _TITLES if words.match(even_dashes(title))), None)


def regions(greeting: Greeting) -> list[tuple[Span, Span]]:
    """Each opener with the stretch of the salutation that it governs, up to the next opener."""
    openers = greeting.openers or (greeting.opener,)
    stops = [*(opener.start for opener in openers[1:]), greeting.span.stop]
    return [(opener, Span(opener.stop, stop)) for opener, stop in zip(openers, stops, strict=True)]


def inside(people: Iterable[Person], span: Span) -> list[Person]:
    """The people whose names stand in ``span``."""
    return [p for p in people if p.name_span is not None and span.start <= p.name_span.start < span.stop]


def addressees(letter: Letter) -> tuple[Person, ...]:
    """The addressees whose name tells more than one word that may be a place or a firm."""
    return tuple(p for p in letter.people.addressees if p.initials or p.given or p.patronymic or p.title_span)


def same_person(one: Person, other: Person) -> bool | None:
    """``names.same_person`` for people of the letter."""
    return names.same_person(_as_name(one), _as_name(other))


def gender_of(letter: Letter, person: Person) -> Due:
    """The gender of somebody greeted, and whether patronymic or addressee block decide it."""
    own = _own_gender(person)
    if own.decided:
        return own
    candidates = [a for a in addressees(letter) if a.gender and same_person(person._replace(gender=None), a) is True]
    if len(candidates) == 1 and own.form in {None, candidates[0].gender}:
        return Due(candidates[0].gender, decided=True)
    return own


def _own_gender(person: Person) -> Due:
    if person.patronymic:
        given = {r.gender for r in forenames.given_readings(person.given or "") if r.case in {"nomn", None}}
        agree = not given or person.gender in given or None in given
        return Due(person.gender, decided=True) if agree and person.gender else Due(None)
    if person.given:
        return Due(None if person.given in _EITHER or person.surname else person.gender)
    surname = (person.surname or "").lower()
    if person.gender == "masc" and surname.endswith(_SURE_MASCULINE):
        return Due("masc")
    if person.gender == "femn" and surname.endswith(_SURE_FEMININE):
        return Due("femn")
    return Due(None)


def due_form(letter: Letter, greeting: Greeting, region: Span) -> Due:
    """The form that the words greeted in ``region`` ask of their adjective."""
    people = inside(greeting.people, region)
    group = greeting.collective is not None and region.start <= greeting.collective.start < region.stop
    if len(people) > 1 or (people and group):
        return Due("plur", decided=len(people) > 1 and all(person.patronymic for person in people))
    titles = [words(letter, title) for title in greeting.titles if region.start <= title.start < region.stop]
    by_title = next((form for form in map(title_form, titles) if form), None)
    if len(people) == 1:
        gender = gender_of(letter, people[0])
        return gender if gender.form else Due(by_title)
    if by_title:
        return Due("plur" if len(titles) > 1 else by_title)
    if group and greeting.collective is not None:
        forms = group_forms(words(letter, greeting.collective))
        return Due(next(iter(forms))) if len(forms) == 1 else Due(None)
    if greeting.position is not None and region.start <= greeting.position.start < region.stop:
        forms = group_forms(words(letter, greeting.position))
        return Due("plur" if forms == {"plur"} else None)
    return Due(None)


def group_forms(group: str) -> frozenset[str]:
    """The forms in which an adjective may stand before «коллеги», «коллега», «редакция»; empty where it is unclear."""
    first = _GROUP_WORD.search(group)
    nouns = [p for p in morphology.parses(first[0]) if p.has("NOUN") and p.case == "nomn"] if first else []
    forms: set[str] = set()
    for noun in nouns:
        if noun.has("plur"):
            forms.add("plur")
        elif noun.gender is None or (noun.gender == "masc" and noun.has("anim")):
            forms |= {"masc", "femn"}  # «Уважаемая коллега», «Уважаемая потребитель» of a woman
        else:
            forms.add(noun.gender)
    return frozenset(forms)


def proposal(letter: Letter, person: Person | None = None) -> str | None:
    """The right salutation to ``person``, or to the only addressee, without its sign; None where too little is known.

    «Уважаемый Андрей Петрович», else «Уважаемый господин Смирнов»; «Уважаемые господа» where an organisation alone is
    addressed.
    """
    known = addressees(letter)
    if person is None and not known and not letter.people.addressees and letter.first(Zone.ADDRESSEE):
        return "Уважаемые господа"
    twins = [a for a in known if person is None or same_person(person, a) is not False]
    for one in (person, twins[0] if len(twins) == 1 else None):
        full = _by_patronymic(letter, one) if one else None
        if full:
            return full
    for one in (person, twins[0] if len(twins) == 1 else None):
        titled = _by_surname(letter, one) if one else None
        if titled:
            return titled
    return None


def _by_patronymic(letter: Letter, person: Person) -> str | None:
    gender = person.gender
    if not (person.given and person.patronymic and gender):
        return None
    written = person.part("given")
    given = person.given
    if person.case != "nomn" and written and words(letter, written) == given:
        forms = {r.nominative for r in forenames.given_readings(given) if r.gender == gender and r.case == person.case}
        if len(forms) != 1:
            return None
        given = forms.pop()
    return f"{_RESPECTFUL[gender].capitalize()} {given} {person.patronymic}"


def _by_surname(letter: Letter, person: Person) -> str | None:
    gender = gender_of(letter, person).form or person.gender
    if not (person.surname and gender) or person.case is None:
        return None
    return f"{_RESPECTFUL[gender].capitalize()} {'господин' if gender == 'masc' else 'госпожа'} {person.surname}"


def _as_name(person: Person) -> names.Name:
    return names.Name(
        start=0,
        stop=0,
        surname=person.surname,
        given=person.given,
        patronymic=person.patronymic,
        initials=person.initials,
        gender=person.gender,
    )
