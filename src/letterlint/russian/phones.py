"""Telephone numbers as people write them (``handbook: executor mark``)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

_BLANK = r"[ \u00a0\u2009\u202f]"
_DASH = r"[-‐‑–—]"
#: Between two digits of one number; no line break, at most three signs.
_SEP = r"[ \u00a0\u2009\u202f()./\-‐‑–—]{0,3}"
_NUMBER = re.compile(
    rf"""(?<![\w+])(?<!\d[.,:/\-–])(?:
      (?P<abroad> \+ {_BLANK}? (?!7) \d{{1,3}} (?: [ \u00a0\u202f()\-‐‑–]{{0,2}} \d ){{7,10}} )
    | (?P<full> (?: \+ {_BLANK}? 7 | [87] ) (?: {_SEP} \d ){{10}} )
    | (?P<coded> \( {_BLANK}? (?: 8 {_BLANK}? {_DASH}? {_BLANK}? )? \d{{3,5}} (?: {_DASH} \d )? {_BLANK}? \)
        {_BLANK}? {_DASH}? {_BLANK}? \d (?: [ \u00a0.\-‐‑–—]{{0,2}} \d ){{4,6}} )
    | (?P<grouped> \d{{3}} (?: {_BLANK} | {_DASH} ) \d{{3}} (?: {_BLANK} | {_DASH} ) \d\d
        (?: {_BLANK} | {_DASH} )? \d\d
      | \d{{4}} (?: {_BLANK} | {_DASH} ) \d\d (?: {_BLANK} | {_DASH} ) \d\d {_DASH} \d\d )
    | (?P<local> \d{{3}} {_DASH} \d\d {_DASH}? \d\d | \d\d {_DASH} \d\d {_DASH} \d\d | \d {_DASH} \d\d {_DASH} \d\d )
    | (?P<plain> \d{{2}} {_DASH} \d{{2}} | \d{{4,7}} | \d{{10}} )
    )(?![\w])(?![.,:/\-–]\d)""",
    re.VERBOSE,
)
