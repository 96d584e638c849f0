"""Tells preamble, body and conclusion apart (standard, 2.5.9.2-2.5.9.4; contract, «JSON of parse»)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from letterlint.lazy import pattern
from letterlint.letter import Block, Container
from letterlint.model import Zone
from letterlint.russian.phrases import phrases

_ITEM = pattern(r"\s*(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]|[а-яa-z]\)|[–—•*●▪·-])\s", re.IGNORECASE)


def is_item(block: Block) -> bool:
    """Whether a block is an item of a list: numbered by Word or by hand."""
    return block.label is not None or bool(_ITEM.match(block.text))


def concludes(text: str) -> bool:
    """Whether a paragraph concludes: asks, thanks, hopes, wishes, regrets, invites, takes leave, sums up."""
    return phrases("conclusions").search(text) is not None


def _is_sentence(block: Block) -> bool:
    """Whether a paragraph may conclude: in a table a cell of words may not, a sentence may."""
    return block.container is not Container.TABLE or block.text.rstrip().endswith((".", "!", "?"))


def parts_of(blocks: Sequence[Block]) -> list[Zone]:
    """The zones of the running text: the first paragraph is the preamble, the last, if it concludes, the conclusion."""
    zones = [Zone.BODY] * len(blocks)
    if zones:
        zones[0] = Zone.PREAMBLE
    last = blocks[-1] if len(blocks) > 1 else None
    if last is not None and not is_item(last) and _is_sentence(last) and concludes(last.text):
        zones[-1] = Zone.CONCLUSION
    return zones
