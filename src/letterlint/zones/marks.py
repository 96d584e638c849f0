"""A piece of a letter becomes a set of marks: what its words and its looks say, without a word about its neighbours."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from letterlint import data
from letterlint.letter import Alignment, Block, Container
from letterlint.russian import morphology, names, organisations, phones, positions
from letterlint.russian.phrases import phrases
from letterlint.zones import salutation

#: Longer pieces are running text whatever they begin with; names and positions are not looked for in them.
_LONG = 160
_SHORT = 70

_NUMBER = r"(?:№+|N[oº°]?|Nº|No\.?)"
_MONTH = r"(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]{0,2}"
_DATE = (
    rf"(?:[«\"“]?[_\d]{{1,8}}[»\"”]?\s*(?:{_MONTH}|_{{2,20}})\s*(?:20_{{1,4}}|\d{{2,4}}|_{{2,6}})?\s*(?:г\.?|года)?"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4}\s*(?:г\.?|года)?|\d{4}-\d{2}-\d{2}|_{1,4}\.\s?_{1,4}\.\s?(?:20)?_{0,4}(?:\d\d)?_{0,4})"
)
_BLANK = r"_{3,60}"
_CODE = r"[\w№*\[\]{}$][\w/.*()\[\]{}$–-]{0,40}"
#: One token of a registration line. Tokens are taken one after the other, each once and for all: a single pattern of
#: nested repetitions took a minute for a signature of 24 underscores.
_NUMBER_TOKEN = re.compile(
    rf"(?P<sign>{_NUMBER})\s*(?P<code>{_CODE}|{_BLANK})?|(?P<date>{_DATE})|{_BLANK}|(?P<city>(?:г\.\s?)?[А-ЯЁ][а-яё-]+(?=,?\s+[«\d]))"
    r"|(?P<key>(?=\S{0,20}\d)(?-i:[А-ЯЁA-Z\d][А-ЯЁA-Z\d./-]{1,20})(?=[\s,.;]|$))|(?P<label>(?:исх(?:одящ\w*)?|рег(?:истрационн\w*)?|наш|номер|дата|от|б/н|года?|г)(?!\w)\.?:?)|[\s.,;:()/]+",
    re.IGNORECASE,
)
_HAS_NUMBER_OR_DATE = re.compile(rf"{_NUMBER}|{_DATE}|\bисх\b|\bб/н\b|\bрег\.", re.IGNORECASE)
_OUR_NUMBER = re.compile(
    rf"(?:исх|исходящ\w{{1,4}}|рег|регистрационн\w{{1,3}}|наш)\b\.?\s*(?:{_NUMBER}|номер|:|дата|от|\d)", re.IGNORECASE
)
_DATE_ONLY = re.compile(rf"(?:дата\s*:?\s*|от\s+)?{_DATE}[.,;]?", re.IGNORECASE)
_REPLY_LINE = re.compile(
    rf"(?:(?:на|в ответ на|к|ha)\s+(?:(?:ваш\w*|исх\w*\.?|вх\w*\.?|входящ\w*|письмо|обращение|запрос|эл\.?\s*письмо|факс)\s*){{0,3}}{_NUMBER}"
    rf"|на\s+(?:ваш\w{{0,2}}\s+)?(?:исх|вх)\.?|ваш\s+{_NUMBER}|(?:по\s+(?:обращению|заявке)|на\s+(?:обращение|запрос|письмо|факс|эл\.\s*письмо))\s+(?:{_NUMBER}|от\s+[\d«_])"
    r"|на\s+_{2,60}\s+от)",
    re.IGNORECASE,
)
_REQUISITES = re.compile(
    r"(?<!\w)(?:ИНН|КПП|ОГРН(?:ИП)?|ОКПО|ОКВЭД|ОКТМО|ОКАТО|БИК|р/с(?:ч)?|к/с|расч[её]тный сч[её]т|корр?\.?\s?сч[её]т|л/с|СНИЛС)(?!\w)[^\n]{0,5}[\d/:№ ]",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"(?<!\w)(?:тел(?:ефон\w{0,3})?|факс|т/ф|e-?mail|эл\.?\s?(?:почта|адрес)|электронн\w{2}\s(?:почта|адрес)|сайт|www|http|моб)\b|[\w.+-]{1,64}@[\w-]{1,60}\.[\w.-]{2,60}|\bwww\.",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?<!\d)\d{6}(?!\d)|(?<!\w)(?:ул|просп|пр-т|пр-кт|пер|пл|наб|б-р|бул|ш|мкр|проезд|пр-д)\.?\s?[А-ЯЁ\d]|"
    r"(?<!\w)(?:улица|проспект|переулок|площадь|набережная|бульвар|шоссе|микрорайон|тракт)(?!\w)|(?<!\w)(?:д|дом|кв|оф|офис|корп|стр|каб)\.?\s?\d|"
    r"(?<!\w)(?:область|обл\.|край|район|р-н|респ\.|республика|пгт|пос\.|а/я)(?!\w)|(?<!\w)г\.\s?[А-ЯЁ][а-яё-]+$",
)
_PHYSICAL = re.compile(r"(?:юр\w*|факт\w*|почтов\w*)\.?\s*адрес|адрес\s*:", re.IGNORECASE)
_SUBJECT = re.compile(r"[«\"]?(?:О|Об|Обо|о|об)\s+(?!чём|том|нас\b|Вас\b)[\w«\"№\d]")
_SUBJECT_LABEL = re.compile(
    r"(?:тема(?:\s+письма)?\s*:|касательно\b|касается\s*:|по\s+вопросу\b|re:|предмет\s*:|ответ\s+на\s+\w+|по\s+поводу\b)",
    re.IGNORECASE,
)
_ATTACHMENT_NOTE = re.compile(
    r"(?:приложени[ея]|прил\.?|вложени[ея]|прилагаем\w{0,2}|прилагается|прилагаются)\s*(?:\(\s*\d[^)\n]{0,30}\)\s*)?(?::|[–—-]\s|\n|на\s+\d+\s*\(?\w*\)?\s*л)|к письму прилага|без приложений",
    re.IGNORECASE,
)
_ATTACHMENT_TITLE = re.compile(r"(?:приложени[ея]|п\s?р\s?и\s?л\s?о\s?ж\s?е\s?н\s?и\s?[ея])\s*:", re.IGNORECASE)
_ATTACHMENT_WORD = re.compile(r"(?:приложени[ея]|п\s?р\s?и\s?л\s?о\s?ж\s?е\s?н\s?и\s?[ея])\s*\.?", re.IGNORECASE)
_SHEETS = re.compile(
    r"(?<!\w)(?:на\s+)?[\d_]{1,4}\s*(?:\([^)\n]{1,30}\)\s*)?(?:л\.|листах?|листа|листов|экз|стр\.|шт\.)|в\s+\d+\s*(?:\([^)\n]{1,30}\)\s*)?экз",
    re.IGNORECASE,
)
_APPENDIX_HEAD = re.compile(
    rf"приложение\s*(?:{_NUMBER}\s*\d{{1,3}}|\d{{1,3}}|[А-ЯA-ZIVX]{{1,4}})?\s*(?:\.|$|\n|\(|к\s+(?:письм|исх|наш|{_NUMBER}|ответ|обращени|претензи|запрос|предложени|уведомлени)|[–—«\"-])",
    re.IGNORECASE,
)
_APPENDIX_NUMBERED = re.compile(
    rf"приложение\s*(?:{_NUMBER}\s*\d{{1,3}}|\d{{1,3}}|[А-ЯA-Z])\s*[.:–—-]?\s*$", re.IGNORECASE
)
_TO = re.compile(r"(?:кому|куда|адресат)\s*:|(?:в|во)\s+[А-ЯЁ][\w-]+", re.IGNORECASE)
_TO_LABEL = re.compile(r"(?:кому|куда|адресат|получатель)\s*:", re.IGNORECASE)
_INTO = re.compile(r"Во?\s+[А-ЯЁ]")
_FROM = re.compile(r"(?:от\s+(?:кого\s*:?|[А-ЯЁа-яё]|_)|отправитель\s*:|заявитель\s*:|истец\s*:)", re.IGNORECASE)
_PARTY = re.compile(r"(?:ответчик|должник|взыскатель|третье лицо|истец|заявитель)\s*:", re.IGNORECASE)
_EXECUTOR = re.compile(
    r"(?:исп(?:олн(?:ител[ьи])?)?\b\s*(?:и\s+печ\.)?\s*[.:]?|отв(?:етственный|\.)?\s*исп(?:олнитель|\.)?|подготовил\w?\s*:?|контактное лицо\s*:|отп(?:ечатано|\.)\s*(?:в\s*)?\d)\s*",
    re.IGNORECASE,
)
_COPY = re.compile(
    r"(?:копи[яи](?:\s*\((?:cc|сс)\))?\s*(?:письма\s+направлен\w\s*)?[:–—]|копи[яи]\s*[-]\s|рассылка\s*:|разослать\s*:|cc\s*:|в копии\s*:|направлено\s*:|список рассылки|копи[яи]\s*$|копи[яи]\s+(?:в|для)\s+)",
    re.IGNORECASE,
)
_SEAL = re.compile(
    r"[(\[]?\s*(?:М\.?\s?П\.?|L\.\s?S\.|Б/П|м\.\s?п\.|место печати|печать(?: организации)?)\s*[)\]]?[\s_./]*(?:\(при наличии\))?[\s_./]*(?:20\d\d г\.)?",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:[(\[]\s*(?:личная\s+)?(?:подпись|должность|ф\.?\s?и\.?\s?о\.?|фио|расшифровка|инициалы|дата|печать)[^)\]\n]{0,60}[)\]]\s*){1,5}|(?:подпись|расшифровка подписи)",
    re.IGNORECASE,
)
_PAGE_NUMBER = re.compile(
    r"(?:стр(?:аница|\.)?|лист|с\.)?\s*[–—-]?\s*\d{1,4}\s*(?:из\s+\d{1,4}|/\s?\d{1,4})?\s*[–—-]?", re.IGNORECASE
)
_RULE_LINE = re.compile(r"(?:[^\w№]|_){3,}")
_ITEM = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]|[а-яa-z]\)|[–—•*●▪·-])\s", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[.!?;:]\s*$")
_LEAD_IN = re.compile(r"[а-яё0-9][^:\n]{8,}:\s*$")
_SENTENCE_SIGN = re.compile(r"[а-яё][.!]\s*$")
_LOWER_WORD = re.compile(r"(?<![\w.])[а-яё]{2,}")
_ANY_WORD = re.compile(r"[А-ЯЁа-яё]{2,}")
_PREFACE = re.compile(r"[\W_]*(?:\d{1,2}[.)]\s*)?")
_BLANK_LINE = re.compile(r"[_]{3,}|\.{6,}|/\s*_+")
_CALL = re.compile(r"тел(?:ефон)?\.?:?|доб\.?|вн\.?|моб\.?|[,;]", re.IGNORECASE)
_CAPITAL = re.compile(r"(?<!\w)[А-ЯЁ][а-яё]+")
_QUOTE = re.compile(r"[«»\"“”]")
_SIGNS = re.compile(r"[\W_]+")
_SIGN_OFF = re.compile(r"п/п|подпись|\[подпись\]|\(подпись\)", re.IGNORECASE)
_VISA_HEAD = re.compile(
    r"(?:согласовано|утверждаю|визы?|завизировано|копия верна|верно|лист согласования)\s*[:.]?", re.IGNORECASE
)
_UNDERLINE = re.compile(r"[_.]{3,}|\s{3,}|\t+")
_ACTING = re.compile(
    r"(?:и\.?\s?о\.?|вр\.?\s?и\.?\s?о\.?|врио|врип|исполняющ\w+ обязанност\w+|временно исполняющ\w+|за|зам\.?|/)\s+(?=[а-яёА-ЯЁ])",
    re.IGNORECASE,
)


def of(text: str, block: Block) -> frozenset[str]:
    """The marks of a piece of ``block``."""
    found = _words(text.strip()) | _looks(text, block)
    return found - {"page number"} if block.place.table is not None else found


def _looks(text: str, block: Block) -> frozenset[str]:
    found = set()
    style, place = block.style, block.place
    if _pushed_right(text, block):
        found.add("right")
    elif style.alignment is Alignment.CENTER:
        found.add("centred")
    elif place.column == 0:
        found.add("left column")
    if place.table is not None and place.table[2] > 0:
        found.add("right cell")
    if block.container is not Container.BODY:
        found.add(f"in {block.container.value}")
    if block.label is not None or _ITEM.match(text.lstrip()):
        found.add("item")
    size = max((run.size or 0 for run in block.runs), default=0)
    if 0 < size <= 11:
        found.add("small")
    return frozenset(found)


def _pushed_right(text: str, block: Block) -> bool:
    """Whether a piece stands in the right half of the sheet: by alignment, indent, column, frame, tabs or blanks."""
    style, place = block.style, block.place
    if style.alignment is Alignment.RIGHT or style.left >= 60 or place.horizontal == "right" or place.column == 1:
        return True
    lead = text[: len(text) - len(text.lstrip())]
    return sum(8 if sign == "\t" else 1 for sign in lead) >= 24


@lru_cache(4096)
def _words(text: str) -> frozenset[str]:
    """What the words say. Cached: letters of one office share their letterheads, positions and formulas."""
    found = set(_signs(text))
    if len(text) <= _LONG:
        found |= _short(text, found)
    if _is_prose(text, found):
        found.add("prose")
    return frozenset(found)


def _signs(text: str) -> set[str]:
    """Marks that a pattern sees."""
    found = set()
    head = text[:300]
    if salutation.begins(head):
        found.add("salutation")
    if phrases("closings").starts(head) and len(text) <= 90 and not _has_verb(text):
        found.add("closing")
    if _REPLY_LINE.match(head) and len(text) <= _LONG and not _has_verb(text):
        found.add("reply line")
    elif _is_own_number(head, text):
        found.add("date" if _DATE_ONLY.fullmatch(text) else "number")
    for mark, pattern in _AT_START:
        if pattern.match(head):
            found.add(mark)
    for mark, pattern in _WHOLE:
        if len(text) <= 120 and pattern.fullmatch(text):
            found.add(mark)
    for mark, pattern in _INSIDE:
        if pattern.search(head):
            found.add(mark)
    if phrases("visas").starts(head) and len(text) <= _LONG:
        found |= {"visa", "visa head"} if _VISA_HEAD.fullmatch(text) else {"visa"}
    if phrases("conclusions").starts(head):
        found.add("concludes")
    if phrases("estamp").starts(head) and len(text) <= _LONG:
        found.add("stamp")
    if len(text) <= 90 and (phrases("genres").starts(text) or _squeezed(text) in _squeezed_genres()):
        found.add("genre")
    return found


def _squeezed(text: str) -> str:
    """«П Р Е Т Е Н З И Я» and «Претензия» alike: letter-spaced headings are common."""
    return "".join(text.split()).lower().rstrip(".!:")


@cache
def _squeezed_genres() -> frozenset[str]:
    return frozenset(_squeezed(entry) for entry in data.words("genres"))


_AT_START = (
    ("attachment note", _ATTACHMENT_NOTE),
    ("to", _TO_LABEL),
    ("into", _INTO),
    ("from", _FROM),
    ("party", _PARTY),
    ("executor", _EXECUTOR),
    ("copy", _COPY),
    ("subject", _SUBJECT),
    ("subject label", _SUBJECT_LABEL),
    ("appendix head", _APPENDIX_HEAD),
    ("acting", _ACTING),
)
_WHOLE = (
    ("attachment note", _ATTACHMENT_TITLE),
    ("appendix word", _ATTACHMENT_WORD),
    ("appendix numbered", _APPENDIX_NUMBERED),
    ("seal", _SEAL),
    ("caption", _CAPTION),
    ("page number", _PAGE_NUMBER),
    ("rule", _RULE_LINE),
)
_INSIDE = (
    ("requisites", _REQUISITES),
    ("contact", _CONTACT),
    ("address", _ADDRESS),
    ("address", _PHYSICAL),
    ("sheets", _SHEETS),
    ("lead-in", _LEAD_IN),
    ("blank line", _BLANK_LINE),
    ("signed", _SIGN_OFF),
)


def _is_own_number(head: str, text: str) -> bool:
    if len(text) > 120 or not _HAS_NUMBER_OR_DATE.search(head) or _RULE_LINE.fullmatch(text):
        return False
    return _all_number_tokens(text) or bool(_OUR_NUMBER.match(head) and len(text) <= 60)


def _all_number_tokens(text: str) -> bool:
    at = 0
    while at < len(text):
        token = _NUMBER_TOKEN.match(text, at)
        if token is None or token.end() == at:
            return False
        at = token.end()
    return True


def _short(text: str, found: set[str]) -> set[str]:
    """Marks that need names and positions."""
    marks: set[str] = set()
    start = _PREFACE.match(text).end()  # type: ignore[union-attr] - it matches the empty string
    for pattern in (_TO_LABEL, _COPY, _EXECUTOR):
        label = pattern.match(text, start)
        if label:
            start = label.end()
    rest = text[start:]
    acting = _ACTING.match(rest)
    if acting:
        rest = rest[acting.end() :]
    plain = _UNDERLINE.sub(lambda gap: " " * len(gap[0]), rest)
    position = positions.find_position(plain)
    if position is not None:
        marks.add("position")
        marks.add(f"position {position.case}" if position.case else "position")
    bare = (
        len(plain) <= 40 and "salutation" not in found and not _QUOTE.search(plain) and len(_CAPITAL.findall(plain)) > 1
    )
    people = names.find_names(plain, expected_case="datv", bare=bare)
    if people:
        marks.add("name")
        cases = {person.case for person in people}
        marks |= {f"name {case}" for case in cases if case}
        numbers = phones.find_phones(plain)
        parts = [*people, *numbers, *([position] if position is not None else [])]
        rest = _without(plain, [(part.start, part.stop) for part in parts])
        if len(_SIGNS.sub("", _CALL.sub("", rest))) <= 0.3 * len(_SIGNS.sub("", plain)):
            marks.add("only person" if position is None else "person with position")
            if numbers and position is None:
                marks.add("name with phone")
        if any(person.surname and person.given and person.patronymic for person in people):
            marks.add("full name")
            if people[0].start == 0 and position is None and plain[people[0].stop : people[0].stop + 1] == ",":
                marks.add("name, more")
    if organisations.find_organisations(plain):
        marks.add("organisation")
    if phones.find_phones(text):
        marks.add("phone")
    if position is None and len(text) <= _SHORT and _starts_in_dative(plain):
        marks.add("datv start")
    if text.isupper() and len(_ANY_WORD.findall(text)) * 2 > len(text.split()):
        marks.add("capitals")
    return marks


def _has_verb(text: str) -> bool:
    """Whether a finite verb, or a word that does its work, stands in the text."""
    return any(_acts(word) for word in _ANY_WORD.findall(text[:200]))


def _acts(word: str) -> bool:
    """Whether the likeliest reading of a word is one that makes a sentence: «парка» is rarely a short adjective."""
    likeliest = morphology.parses(word)[0]
    return likeliest.has("VERB") or likeliest.has("PRED") or likeliest.has("ADJS") or likeliest.has("PRTS")


def _is_prose(text: str, found: set[str]) -> bool:
    """Running text: sentences rather than lines of a form."""
    if found & _NEVER_PROSE:
        return False
    words = _ANY_WORD.findall(text[:400])
    lower = len(_LOWER_WORD.findall(text[:400]))
    if len(text) > _LONG and lower >= 0.6 * len(words):
        return True
    if len(words) < 3 or not lower:
        return bool(words) and _SENTENCE_SIGN.search(text) is not None and _has_verb(text)
    if found & {"subject", "subject label"} and not _SENTENCE_SIGN.search(text):
        return False  # «О вывозе спила со сквера»: many nouns look like verbs
    if lower >= 5 and len(words) >= 7 and _CLAUSE_END.search(text):
        return True
    return _has_verb(text) and (lower >= 2 or bool(_CLAUSE_END.search(text)))


_NEVER_PROSE = frozenset(
    {"salutation", "closing", "number", "date", "reply line", "seal", "caption", "rule", "page number"}
)


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    for start, stop in sorted(spans, reverse=True):
        text = text[:start] + text[stop:]
    return text


def _starts_in_dative(text: str) -> bool:
    """«Родителям учеников 5 класса», «Потребителю по л/с …»: the first noun is in the dative and in nothing else."""
    for word in _ANY_WORD.findall(text)[:3]:
        readings = morphology.parses(word)
        if any(reading.has("NOUN") for reading in readings):
            return all(reading.case == "datv" for reading in readings if reading.has("NOUN")) and readings[0].has(
                "NOUN"
            )
        if readings[0].case != "datv":
            return False
    return False


def opens_plainly(text: str) -> bool:
    """Whether a text opens with a salutation, a closing formula or a labelled zone: no name or number needed to see it."""
    return bool(_words(text[:_LONG].strip()) & _PLAIN_OPENERS)


def opens_zone(text: str) -> bool:
    """Whether a text begins with words that stand at the head of a zone other than running text."""
    found = _words(text[:_LONG].strip())
    if found & _OPENERS:
        return True
    return "person with position" in found or ("position datv" in found and "prose" not in found)


def ends_zone(text: str) -> bool:
    """Whether a text is, as a whole, a zone other than running text."""
    if len(text) > _LONG:
        return False
    found = _words(text.strip())
    return bool(found & _WHOLE_ZONES) or ("organisation" in found and "prose" not in found and len(text) <= _SHORT)


def one_thing(line: str) -> bool:
    """Whether a line with gaps is one thing for all that: a number line, a signature, a note, a salutation."""
    if len(line) > 2 * _LONG:
        return True
    parts = [part for part in _COLUMN.split(line.strip()) if part]
    if any(opens_zone(part) for part in parts[1:]):
        return False
    found = _words(_UNDERLINE.sub(" ", line.strip()))
    if found & {"salutation", "number", "date", "attachment note", "copy", "executor"}:
        return "position datv" not in found
    if "reply line" in found:
        return not found & {"position", "name"}
    return "person with position" in found and "position datv" not in found


_COLUMN = re.compile(r"\t[\t \u00a0]*|[ \u00a0]{3,}\t*")
_OPENERS = frozenset({"salutation", "closing", "attachment note", "copy", "executor", "to", "reply line", "number"})
_PLAIN_OPENERS = frozenset({"salutation", "closing", "attachment note", "copy", "executor"})
_WHOLE_ZONES = frozenset({"salutation", "closing", "number", "reply line", "date"})
