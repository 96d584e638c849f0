"""Finds the parts of a Word document: content types and relationships, looked up, never walked."""

import posixpath
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from letterlint.errors import ReadError
from letterlint.sources.docx.markup import BrokenPartError
from letterlint.sources.docx.names import BODY, DOCUMENT, RELS, TYPES

if TYPE_CHECKING:
    from lxml.etree import _Element

    from letterlint.sources.docx.package import Package

_CONTENT_TYPES = "[Content_Types].xml"
_APP = "docProps/app.xml"


class Relation(NamedTuple):
    """One relationship: the last word of its type, where it leads, and whether that is outside of the package."""

    kind: str
    target: str
    external: bool


class Parts:
    """The main document of a package and what hangs on it.

    Raises ``ReadError`` on construction where the package is no Word document.
    """

    def __init__(self, package: "Package") -> None:
        self.package = package
        if _CONTENT_TYPES not in package:
            raise package.refusal()
        types = package.xml(_CONTENT_TYPES)
        self._root = relations(package, "")
        self.main = self._main(types)
        root = package.xml(self.main)
        if root.tag != DOCUMENT:
            raise ReadError(
                f"это не документ Word: корень {_local(root)} ({self.main})", f"not a Word document: {self.main}"
            )
        body = next(root.iterchildren(BODY), None)
        if body is None:
            raise ReadError(f"в документе нет текста: нет w:body ({self.main})", f"no w:body in {self.main}")
        self.body = body

    def _main(self, types: "_Element") -> str:
        for relation in self._root.values():
            if relation.kind == "officeDocument" and not relation.external:
                if relation.target in self.package and relation.target.endswith(".xml"):
                    if relation.target.lower().startswith(("xl/", "ppt/", "visio/")):
                        raise self.package.refusal()
                    return relation.target
                break
        for override in types.iterchildren(TYPES + "Override"):
            content = override.get("ContentType") or ""
            name = (override.get("PartName") or "").lstrip("/")
            if content.endswith("main+xml") and "word" in content and name in self.package:
                return name
        if "word/document.xml" in self.package:
            return "word/document.xml"
        raise self.package.refusal()

    @cached_property
    def relations(self) -> "dict[str, Relation]":
        """The relationships of the main document by id."""
        return relations(self.package, self.main)

    @property
    def properties(self) -> str:
        """The name of the part in which the writing program keeps its counts."""
        kinds = {"extended-properties", "extendedProperties"}  # the second is ISO Strict
        return next((r.target for r in self._root.values() if r.kind in kinds and not r.external), _APP)

    def named(self, kind: str) -> str | None:
        """The name of the part of ``kind`` («styles», «theme»…) that the main document points to, or None."""
        return next((r.target for r in self.relations.values() if r.kind == kind and not r.external), None)


def relations(package: "Package", source: str) -> "dict[str, Relation]":
    """The relationships of a part (``""`` = of the package) by id; none where there are none.

    A relationship without an id gets one of its own; of two with one id the first counts.
    """
    folder, _, name = source.rpartition("/")
    path = f"{folder}/_rels/{name}.rels".lstrip("/")
    if path not in package:
        return {}
    found: dict[str, Relation] = {}
    for number, element in enumerate(package.xml(path).iterchildren(RELS + "Relationship")):
        external = element.get("TargetMode") == "External"
        target = element.get("Target") or ""
        found.setdefault(
            element.get("Id") or f"#{number}",
            Relation(
                (element.get("Type") or "").rpartition("/")[2],
                target if external else _resolve(package, folder, target),
                external,
            ),
        )
    return found


def _resolve(package: "Package", folder: str, target: str) -> str:
    """The member name that an internal target means; only a name, whatever it looks like."""
    plain = target.replace("\\", "/")
    joined = posixpath.normpath("/" + (plain if plain.startswith("/") else f"{folder}/{plain}")).lstrip("/")
    return joined if joined in package else unquote(joined)


def _local(root: "_Element") -> str:
    return str(root.tag).rpartition("}")[2][:60]


def optional(package: "Package", name: str | None) -> "_Element | None":
    """The root of a part that a letter can do without: None where it is absent or damaged."""
    if name is None or name not in package:
        return None
    try:
        return package.xml(name)
    except BrokenPartError:
        return None
