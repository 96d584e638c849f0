"""The form in which a salutation names its reader: first name with patronymic, or «господин» with the surname."""

from letterlint.checks import greetings
from letterlint.lazy import pattern
from letterlint.letter import Greeting, Letter, Person
from letterlint.model import Span
from letterlint.russian import morphology, positions
from letterlint.russian.phrases import phrases

_WORD = pattern(r"[Ё-ё][Ё-ё-]*")


def wrong_form(letter: Letter, greeting: Greeting) -> Span | None:
    """The words that are no right form of greeting one person; None where there is nothing to say."""
    if len(greeting.people) > 1 or (greeting.people and greeting.collective):
        return None
    if greeting.titles:
        return None  # right, or an offence of SAL006
    if greeting.people:
        return _wrong_name(letter, greeting, greeting.people[0])
    if greeting.position is not None:
        said = greetings.words(letter, greeting.position)
        return None if _is_plural(said) or _is_honoured(said) else greeting.position
    if greeting.collective is not None and _is_nameless_reader(greetings.words(letter, greeting.collective)):
        return greeting.collective if greetings.addressees(letter) else None
    return None


def _wrong_name(letter: Letter, greeting: Greeting, person: Person) -> Span | None:
    name = person.name_span
    kinds = {kind for kind, _ in person.parts}
    if name is None or kinds == {"given", "patronymic"}:
        return None
    before = letter.text[greeting.opener.stop : name.start] if greeting.opener.stop <= name.start else ""
    after = (
        letter.text[name.stop : max(name.stop, greeting.opener.start)] or letter.text[name.stop : greeting.span.stop]
    )
    if _is_honoured(before) or _WORD.search(after):
        return None
    if greeting.position is not None and greeting.position.start < name.start:
        return Span(greeting.position.start, name.stop)
    return name if not _WORD.search(before) else None


def _is_honoured(text: str) -> bool:
    """Whether a rank, a degree or a title of clergy or court stands in ``text``."""
    return phrases("honorifics").search(text) is not None


def _is_plural(position: str) -> bool:
    found = positions.find_position(position)
    return found is not None and found.plural


def _is_nameless_reader(group: str) -> bool:
    """«потребитель», «клиент»: one person without a name; «редакция», «коллеги» are many."""
    first = _WORD.search(group)
    if first is None or not phrases("collectives").at_start(group):
        return False
    nouns = [p for p in morphology.parses(first[0]) if p.has("NOUN") and p.case == "nomn"]
    one = any(noun.has("anim") for noun in nouns) and not any(noun.has("plur") for noun in nouns)
    return one and not _is_honoured(group)
