"""Letters that may be short: they only send papers, congratulate, thank or invite (catalogue, STR002 and STR004)."""

import re

from letterlint.lazy import pattern
from letterlint.letter import Letter
from letterlint.model import Zone
from letterlint.russian.phrases import phrases

#: Verbs that ask: a letter that only sends papers may say «просим подтвердить получение», not «просим оплатить».
_ASKS = pattern(
    r"(?<!\w)(?:про(?:шу|сим|сит|сят)|просьб\w{1,2}|требу(?:ю|ем|ет)|предлага(?:ю|ем|ет))(?!\w)", re.IGNORECASE
)
_SMALL_REQUEST = pattern(
    r"(?:подтвер|подпис|верну|возврат|возвра[тщ]|сообщ|извест|увед|приня|принять|ознаком|переда|рассмотр|обраща|звон"
    r"|не отка|считать|прибы|приехать|прийти|зарегистр|приобщ|учесть|учита)\w{0,12}",
    re.IGNORECASE,
)
_WORDS_AHEAD = 90
_MOST_PARAGRAPHS = 3


def may_be_short(letter: Letter, paragraphs: int) -> bool:
    """Whether a letter with so many paragraphs of text only sends papers, congratulates, thanks or invites."""
    first = letter.first(Zone.PREAMBLE)
    if first is None or paragraphs > _MOST_PARAGRAPHS:
        return False
    if not phrases("short_letters").search(first.text) or phrases("long_letters").search(first.text):
        return False
    return not any(_asks_for_more(paragraph.text) for paragraph in letter.running_text)


def _asks_for_more(text: str) -> bool:
    """Whether a paragraph asks for more than to sign, to return or to answer."""
    for verb in _ASKS.finditer(text):
        near = text[max(0, verb.start() - 30) : verb.end() + _WORDS_AHEAD]
        if not _SMALL_REQUEST.search(near):
            return True
    return False
