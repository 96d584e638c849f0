"""One level of formatting: what a single ``rPr`` or ``pPr`` says, and how levels lie over each other.

None always means «says nothing», so that the level below shows through.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from letterlint.sources.docx.measures import half_points, number, on, twips, whole
from letterlint.sources.docx.names import FRAMEPR, ILVL, NUMID, NUMPR, VAL, W

if TYPE_CHECKING:
    from lxml.etree import _Element

#: From a theme slot such as ``minorHAnsi`` to a typeface.
ThemeFont = Callable[[str], str | None]


class RunLayer(NamedTuple):
    """Character formatting of one level. ``hansi`` is the slot that Cyrillic uses, ``cs`` that of complex script.

    ``complex`` is True under ``w:rtl`` or ``w:cs``, ``east`` under the hint ``eastAsia``: both move Cyrillic into
    another slot.
    """

    hansi: str | None = None
    eastasia: str | None = None
    cs: str | None = None
    size: float | None = None
    bold: bool | None = None
    vanish: bool | None = None
    complex: bool | None = None
    east: bool | None = None


class ParagraphLayer(NamedTuple):
    """Paragraph formatting of one level. Indents in mm, ``line`` in lines (0 = not told in lines).

    ``first`` is negative for a hanging indent. ``number`` and ``level`` are ``numPr``, ``frame`` the attributes of
    ``framePr``.
    """

    jc: str | None = None
    bidi: bool | None = None
    left: float | None = None
    right: float | None = None
    first: float | None = None
    line: float | None = None
    page_break: bool | None = None
    number: str | None = None
    level: int | None = None
    frame: tuple[tuple[str, str], ...] | None = None


NO_RUN = RunLayer()
NO_PARAGRAPH = ParagraphLayer()

_RFONTS, _SZ, _B, _VANISH = W + "rFonts", W + "sz", W + "b", W + "vanish"
_RTL, _CS, _HINT = W + "rtl", W + "cs", W + "hint"
_JC, _BIDI, _IND, _SPACING = W + "jc", W + "bidi", W + "ind", W + "spacing"
_PAGE_BREAK = W + "pageBreakBefore"
_LEFT, _START, _RIGHT, _END = W + "left", W + "start", W + "right", W + "end"
_FIRST, _HANGING = W + "firstLine", W + "hanging"
_LINE, _LINE_RULE = W + "line", W + "lineRule"

#: Children of ``rPr`` and ``pPr`` that this house looks at; the style reference is looked at elsewhere.
RUN_TAGS = frozenset({_RFONTS, _SZ, _B, _VANISH, _RTL, _CS})
PARAGRAPH_TAGS = frozenset({_JC, _BIDI, _IND, _SPACING, _PAGE_BREAK, NUMPR, FRAMEPR})

#: Twentieths of a point in one line, where ``lineRule`` is ``auto``.
_LINE_UNITS = 240.0


def run_over(upper: "RunLayer", lower: "RunLayer") -> "RunLayer":
    """What is seen of two levels: ``upper`` where it says something."""
    return RunLayer._make(low if up is None else up for up, low in zip(upper, lower, strict=True))


def paragraph_over(upper: "ParagraphLayer", lower: "ParagraphLayer") -> "ParagraphLayer":
    """What is seen of two levels: ``upper`` where it says something."""
    return ParagraphLayer._make(low if up is None else up for up, low in zip(upper, lower, strict=True))


def read_run(properties: "_Element | None", theme: ThemeFont) -> "RunLayer":
    """What one ``rPr`` says."""
    layer = NO_RUN
    for child in () if properties is None else properties:
        tag = child.tag
        if tag == _RFONTS:
            hint = child.get(_HINT)
            layer = layer._replace(
                hansi=_font(child, "hAnsi", theme),
                eastasia=_font(child, "eastAsia", theme),
                cs=_font(child, "cs", theme),
                east=None if hint is None else hint == "eastAsia",
            )
        elif tag == _SZ:
            layer = layer._replace(size=half_points(child.get(VAL)))
        elif tag == _B:
            layer = layer._replace(bold=on(child))
        elif tag == _VANISH:
            layer = layer._replace(vanish=on(child))
        elif tag in {_RTL, _CS}:
            layer = layer._replace(complex=on(child))
    return layer


def _font(fonts: "_Element", slot: str, theme: ThemeFont) -> str | None:
    """The typeface of one slot: at one level a theme reference beats a written name."""
    reference = fonts.get(f"{W}{'cstheme' if slot == 'cs' else slot + 'Theme'}")
    return (theme(reference) if reference else None) or fonts.get(W + slot) or None


def read_paragraph(properties: "_Element | None") -> "ParagraphLayer":
    """What one ``pPr`` says."""
    layer = NO_PARAGRAPH
    for child in () if properties is None else properties:
        tag = child.tag
        if tag == _JC:
            layer = layer._replace(jc=child.get(VAL))
        elif tag == _BIDI:
            layer = layer._replace(bidi=on(child))
        elif tag == _IND:
            layer = _indented(layer, child)
        elif tag == _SPACING:
            layer = layer._replace(line=_lines(child))
        elif tag == _PAGE_BREAK:
            layer = layer._replace(page_break=on(child))
        elif tag == NUMPR:
            layer = layer._replace(number=_value(child, NUMID), level=whole(_value(child, ILVL)))
        elif tag == FRAMEPR:
            layer = layer._replace(frame=tuple(sorted((str(name), str(value)) for name, value in child.items())))
    return layer


def read_indents(properties: "_Element | None") -> "ParagraphLayer":
    """The indents alone: all that a numbering level gives to its paragraphs."""
    indents = None if properties is None else next(properties.iterchildren(_IND), None)
    return NO_PARAGRAPH if indents is None else _indented(NO_PARAGRAPH, indents)


def _indented(layer: "ParagraphLayer", indents: "_Element") -> "ParagraphLayer":
    left, right = indents.get(_LEFT), indents.get(_RIGHT)
    hanging = twips(indents.get(_HANGING))
    return layer._replace(
        left=twips(left if left is not None else indents.get(_START)),
        right=twips(right if right is not None else indents.get(_END)),
        # Where both are written, Word ignores firstLine (ECMA-376, 17.3.1.12).
        first=-hanging if hanging is not None else twips(indents.get(_FIRST)),
    )


def _lines(spacing: "_Element") -> float | None:
    line = spacing.get(_LINE)
    if line is None:
        return None
    if spacing.get(_LINE_RULE) in {"exact", "atLeast"}:
        return 0.0
    lines = number(line, 1.0)
    return None if lines is None else round(lines / _LINE_UNITS, 3)


def _value(parent: "_Element", tag: str) -> str | None:
    child = next(parent.iterchildren(tag), None)
    return None if child is None else child.get(VAL)
