"""Whether a letter is a claim: there some words against a partner are warnings only (catalogue, head)."""

from __future__ import annotations

import re

from letterlint.lazy import pattern
from letterlint.letter import Letter
from letterlint.model import Zone

#: «ПРЕТЕНЗИЯ», «Досудебная претензия», «О претензии по договору», «Требование об оплате».
_TITLE = pattern(
    r"(?:^|\n)\W{0,3}(?:об?\s+)?(?:(?:повторн|досудебн)\w{2,3}\s+)?(?:претензи|рекламаци|требовани(?:е|и|я)(?!\w))",
    re.IGNORECASE,
)
#: «направляем настоящую претензию», «предъявляем рекламацию», «Претензия вызвана тем, что …».
_SAID = pattern(
    r"(?<!\w)(?:направля|заявля|предъявля|настоящ)\w{1,4}\s+(?:\w{1,20}\s+){0,2}(?:претензи|рекламаци)\w{1,3}(?!\w)"
    r"|(?<!\w)(?:в порядке|в рамках) досудебн\w{2,3} (?:претензи|урегулирован)|(?<!\w)к (?:претензии|рекламации) прил"
    r"|(?<!\w)(?:претензия|рекламация)\s+(?:вызван|направлен|обусловлен|заявлен|связан|предъявл|каса)",
    re.IGNORECASE,
)
_TEXT = 1_500


def is_claim(letter: Letter) -> bool:
    """Whether a letter calls itself «претензия», «рекламация», «требование» or says that it claims."""
    titles = letter.zone(Zone.SUBJECT, Zone.SALUTATION, Zone.OTHER, Zone.PREAMBLE)
    if any(_TITLE.search(paragraph.text[:_TEXT]) for paragraph in titles):
        return True
    return any(_SAID.search(paragraph.text[:_TEXT]) for paragraph in letter.running_text[:3])
