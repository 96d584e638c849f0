"""Letters to measure with: those of the fixtures, varied, and long ones made of their paragraphs.

Words and digits are exchanged, so that caches do not answer for the work.
"""

from __future__ import annotations

import io
import random
import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
#: Characters of a page.
PAGE = 1800
_TEXT = re.compile(r"(<w:t(?: [^>]*)?>)([^<]*)(</w:t>)")
_WORD = re.compile(r"(?<![А-Яа-яё])[а-яё]{6,}(?![А-Яа-яё])")
_HEAD = [
    "ООО «Северный причал»",
    "163000, г. Поморск, ул. Портовая, д. 4, тел. 8 (8182) 000-11-22",
    "12.03.2025 № 04-17/318",
    "Директору",
    "АО «Лесная гавань»",
    "Смирнову А.П.",
    "О поставке леса",
    "Уважаемый Андрей Петрович!",
]
_FOOT = ["Приложение: на 2 л. в 1 экз.", "Директор\tВ.И. Кравец", "Орлова Мария Петровна", "8 (8182) 000-11-24"]


class Varied:
    """Texts in which words and digits are exchanged for others of the fixtures."""

    def __init__(self, seed: int = 1) -> None:
        self._chance = random.Random(seed)  # noqa: S311 - letters, not secrets
        self.files = sorted((ROOT / "fixtures" / "letters").glob("*/letter.docx"))
        documents = {file: _document(file.read_bytes()) for file in self.files}
        self._words = sorted({word for document in documents.values() for word in _WORD.findall(document)})

    def text(self, text: str) -> str:
        """``text`` with every digit and a fifth of its long words exchanged."""
        chance = self._chance
        text = re.sub(r"\d", lambda _: str(chance.randint(1, 9)), text)
        return _WORD.sub(lambda word: chance.choice(self._words) if chance.random() < 0.2 else word[0], text)

    def letters(self, count: int) -> Iterator[tuple[str, bytes]]:
        """``count`` different letters of about one page."""
        for number in range(count):
            file = self.files[number % len(self.files)]
            yield f"{file.parent.name}-{number}.docx", self._package(file.read_bytes())

    def _package(self, data: bytes) -> bytes:
        target = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
            for item in package.infolist():
                content = package.read(item)
                if item.filename == "word/document.xml":
                    content = _TEXT.sub(lambda m: m[1] + self.text(m[2]) + m[3], content.decode()).encode()
                copy.writestr(item, content)
        return target.getvalue()

    def paragraphs(self, characters: int) -> list[str]:
        """Paragraphs of running text, ``characters`` long together or a little more, in an order of chance."""
        import letterlint  # noqa: PLC0415 - a cold run must not pay for it

        known = [p.text.replace("\n", " ") for file in self.files for p in letterlint.parse(file).running_text]
        found: list[str] = []
        while characters > 0:
            found.append(self.text(self._chance.choice(known)))
            characters -= len(found[-1]) + 1
        return found


def _document(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read("word/document.xml").decode()


def _body(varied: Varied, pages: float) -> list[str]:
    return varied.paragraphs(int(pages * PAGE) - len("".join(_HEAD + _FOOT)))


def word(varied: Varied, pages: float) -> bytes:
    """A Word letter of so many pages, by the writer of the fixtures."""
    sys.path.insert(0, str(ROOT))
    from fixtures.make.word_like import Document, para, paras, write  # noqa: PLC0415

    head, foot = paras("\n\n".join(_HEAD)), paras("\n\n".join(_FOOT))
    body = tuple(para(text, first_line=12.5, align="both") for text in _body(varied, pages))
    return write(Document((*head, para(), *body, para(), *foot), seed=1))


def plain(varied: Varied, pages: float) -> bytes:
    """A letter in plain text of so many pages."""
    return "\n\n".join([*_HEAD, *_body(varied, pages), *_FOOT]).encode()


def one_paragraph(varied: Varied, pages: float) -> bytes:
    """The same with its running text in one paragraph, in one line."""
    return "\n\n".join([*_HEAD, " ".join(_body(varied, pages)), *_FOOT]).encode()
