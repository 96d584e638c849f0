"""Laws that hold for every file: it is read or refused with a reason; runs cover the text; numbers only grow."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.docx_builder import docx, field, package, para, run, table, text_box, zip_of

from letterlint.errors import ReadError
from letterlint.letter import PARAGRAPH_SEPARATOR, Source
from letterlint.sources.docx.reader import read_docx

BODY = (
    para(run("Уважаемый ") + text_box(para("рамка")) + run("Иван!", "<w:b/>"), '<w:jc w:val="center"/>')
    + table((para("а"), para(field(" PAGE ", "1"))), (para("б"), para()))
    + para('<w:r><w:t>до</w:t><w:br w:type="page"/><w:t>после</w:t></w:r>')
    + para("в рамке", '<w:framePr w:x="1" w:y="2"/><w:ind w:left="100"/>')
    + f"<w:sdt><w:sdtContent>{para('поле')}</w:sdtContent></w:sdt>"
)
LETTER = docx(BODY)
ODD = st.sampled_from(["", "-1", "99999999999999", "abc", "1.5", "я", "%1", "\u2029", "page", "begin"])


def obeys(source: Source) -> None:
    numbers = [block.source for block in source.blocks]
    assert numbers == sorted(set(numbers))
    for block in source.blocks:
        assert PARAGRAPH_SEPARATOR not in block.text
        edges = [0, *(run_.stop for run_ in block.runs)]
        assert [run_.start for run_ in block.runs] == edges[:-1]
        assert edges[-1] == len(block.text)


def read_or_refused(data: bytes) -> None:
    refusal: ReadError | None = None
    try:
        obeys(read_docx(data))
    except ReadError as error:
        refusal = error
    if refusal is not None:
        assert refusal.reason
        assert refusal.reason_en
        assert refusal.kind in {"unreadable", "limit"}


def test_the_letter_itself() -> None:
    obeys(read_docx(LETTER))


@given(st.lists(st.tuples(st.integers(0, len(LETTER) - 1), st.integers(0, 255)), min_size=1, max_size=6))
@settings(deadline=None, max_examples=150)
def test_flipped_bytes(flips: list[tuple[int, int]]) -> None:
    data = bytearray(LETTER)
    for place, value in flips:
        data[place] = value
    read_or_refused(bytes(data))


@given(st.binary(max_size=200))
@settings(deadline=None, max_examples=50)
def test_any_bytes(data: bytes) -> None:
    read_or_refused(data)
    read_or_refused(b"PK\x03\x04" + data)


@given(st.data())
@settings(deadline=None, max_examples=150)
def test_changed_markup(data: st.DataObject) -> None:
    parts = package(BODY)
    name = data.draw(st.sampled_from(["word/document.xml", "word/styles.xml", "_rels/.rels", "[Content_Types].xml"]))
    root = etree.fromstring(str(parts[name]).encode())
    for _ in range(data.draw(st.integers(1, 5))):
        elements = list(root.iter())
        element = elements[data.draw(st.integers(0, len(elements) - 1))]
        change = data.draw(st.sampled_from(["remove", "value", "text", "rename", "move"]))
        parent = element.getparent()
        if change == "remove" and parent is not None:
            parent.remove(element)
        elif change == "value" and element.attrib:
            element.set(data.draw(st.sampled_from(sorted(element.attrib))), data.draw(ODD))
        elif change == "text":
            element.text = data.draw(ODD)
        elif change == "rename":
            element.tag = data.draw(st.sampled_from(sorted({str(one.tag) for one in elements})))
        elif change == "move" and parent is not None:
            target = elements[data.draw(st.integers(0, len(elements) - 1))]
            if element not in [target, *target.iterancestors()]:
                target.append(element)
    read_or_refused(zip_of({**parts, name: etree.tostring(root)}))
