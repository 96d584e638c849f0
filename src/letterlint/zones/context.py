"""Marks that neighbours give: a position without a name wants one, a full signature wants none, a visa claims names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from letterlint.zones.atoms import Atom

#: Lines between a position and its name: «(подпись)», «М.П.», the stamp of an electronic signature.
_SKIPPED = frozenset({"caption", "seal", "rule", "stamp"})
_PERSONAL = frozenset({"position", "name", "date", "blank line"})
_SENDER = frozenset({"organisation", "contact", "requisites", "prose"})
_NONE: frozenset[str] = frozenset()
#: How far up a visa's heading, the sender and a position are looked for.
_VISA, _HEAD, _POSITION = 12, 40, 12


def running_text(atoms: Sequence[Atom]) -> range:
    """From the salutation, or the first prose, to the last prose: a table that stands there belongs to the text."""
    prose = [number for number, atom in enumerate(atoms) if "prose" in atom.marks]
    greeted = [number for number, atom in enumerate(atoms) if "salutation" in atom.marks]
    return range((greeted or prose)[0], prose[-1]) if prose else range(0)


def of(atoms: Sequence[Atom], number: int, text: range) -> frozenset[str]:
    """The marks that the neighbours of an atom give it; ``text`` is where the running text stands."""
    return frozenset(
        (*_of_organisation(atoms, number, text), *_of_person(atoms, number), *_of_cell(atoms, number, text))
    )


def _of_organisation(atoms: Sequence[Atom], number: int, text: range) -> Iterator[str]:
    """Whose organisation it is: the sender's, the addressee's, the addressee's at the foot of the letter."""
    here, below = atoms[number].marks, _below(atoms, number)
    if "organisation" not in here or "position" in here:
        return
    if not any(atom.marks & _SENDER for atom in atoms[max(0, number - _HEAD) : number]):
        yield "first organisation"
    elif below & {"name datv", "position datv"}:
        yield "addressee below"
    elif number > text.stop and "address" in below and not (here | below) & {"requisites", "contact", "phone"}:
        yield "foot addressee"


def _of_person(atoms: Sequence[Atom], number: int) -> Iterator[str]:
    """What a name is due for: the position above it, a line to sign beside it, a phone under it, a visa over it."""
    here, below = atoms[number].marks, _below(atoms, number)
    if here & _PERSONAL and _under_visa(atoms, number):
        yield "under visa"
    if "name" in here and any("blank line" in atom.marks for atom in atoms[number + 1 : number + 3]):
        yield "blank nearby"
    if "only person" not in here:
        return
    earlier = (atoms[i].marks for i in range(number - 1, max(-1, number - _POSITION), -1))
    above = next((marks for marks in earlier if not marks & _SKIPPED), _NONE)
    if "position" in above and "name" not in above and "prose" not in above:
        yield "addressee due" if "position datv" in above else "name due"
    elif "name" in above:
        yield "name extra"
    if "phone" in below and not below & {"name", "position", "address"}:
        yield "phone below"


def _of_cell(atoms: Sequence[Atom], number: int, text: range) -> Iterator[str]:
    here = atoms[number].marks
    if "in table" in here and "prose" not in here and number in text:
        yield "between prose"


def _below(atoms: Sequence[Atom], number: int) -> frozenset[str]:
    return atoms[number + 1].marks if number + 1 < len(atoms) else _NONE


def _under_visa(atoms: Sequence[Atom], number: int) -> bool:
    """Whether a piece belongs to a visa above it: its position, its name, its date, and no second person.

    In the block of the visa's heading every person does, and under «Визы:» every person with a position.
    """
    here = atoms[number]
    for above in range(number - 1, max(-1, number - _VISA), -1):
        found = atoms[above].marks
        same = atoms[above].block == here.block
        if "visa head" in found:
            return same or number - above < 4 or "person with position" in here.marks
        listed = "person with position" in found and "person with position" in here.marks
        if not same and not listed and "name" in found and "date" not in here.marks:
            return False
    return False
