r"""Marks that a pattern sees: registration lines, labels of zones, requisites, contacts, page numbers.

Each sign says first what a text must begin with or hold (plain string tests), so that its pattern is compiled only
when a letter calls for it: compiled all at once they cost 25 ms at every start. Every pattern is linear in the text: no
repetition inside a repetition but with disjoint contents.
"""

import re
from functools import cache
from typing import NamedTuple

_NUMBER = r"(?:№+|N[oº°]?|Nº|No\.?)"
_MONTH = r"(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]{0,2}"
_DATE = (
    rf"(?:[«\"“]?[_\d]{{1,8}}[»\"”]?\s*(?:{_MONTH}|_{{2,20}})\s*(?:20_{{1,4}}|\d{{2,4}}|_{{2,6}})?\s*(?:года|г\.?)?"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4}\s*(?:года|г\.?)?|\d{4}-\d{2}-\d{2}"
    r"|_{1,4}\.\s?_{1,4}\.\s?(?:20)?_{0,4}(?:\d\d)?_{0,4})"
)
_BLANK = r"_{3,60}"
_CODE = r"[\w№*\[\]{}$][\w/.*()\[\]{}$–-]{0,40}"
#: One token of a registration line. Tokens are taken one after the other, each once and for all: a single pattern of
#: nested repetitions took a minute for a signature of 24 underscores.
_NUMBER_TOKEN = (
    rf"(?P<sign>{_NUMBER}\s*(?:{_CODE}|{_BLANK})?|б/н)|(?P<date>{_DATE})|{_BLANK}|(?:г\.\s?)?[А-ЯЁ][а-ё-]+(?=,?\s+[«\d])"
    r"|(?P<key>(?=\S{0,20}\d)(?-i:[Ё-ЯA-Z\d][Ё-ЯA-Z\d./-]{1,20}))(?=[\s,.;]|$)"
    r"|(?:исх(?:одящ\w*)?|рег(?:истрационн\w*)?|наш|номер|дата|от|б/н|года?|г)(?!\w)\.?:?|[\s.,;:()/]+"
)
_OUR_NUMBER = rf"(?:исх|исходящ\w{{1,4}}|рег|регистрационн\w{{1,3}}|наш)\b\.?\s*(?:{_NUMBER}|номер|:|дата|от|\d)"
_REPLY = (
    rf"(?:(?:на|в ответ на|к|ha)\s+(?:(?:ваш\w*|исх\w*\.?|вх\w*\.?|входящ\w*|письмо|обращение|запрос|эл\.?\s*письмо"
    rf"|факс)\s*){{0,3}}{_NUMBER}|на\s+(?:ваш\w{{0,2}}\s+)?(?:исх|вх)\.?|ваш\s+{_NUMBER}"
    rf"|(?:по\s+(?:обращению|заявке)|на\s+(?:ваш\w{{1,2}}\s+)?(?:обращение|запрос|письмо|факс|заявление|жалобу|претензию"
    rf"|заявку|ходатайство|требование|эл\.\s*письмо))\s+(?:{_NUMBER}|(?:от\s+)?[\d«_])"
    r"|на\s+_{2,60}\s+от)"
)
_SPACED_APPENDIX = r"(?:приложени[ея]|п\s?р\s?и\s?л\s?о\s?ж\s?е\s?н\s?и\s?[ея])"


class _Sign(NamedTuple):
    mark: str
    tests: tuple[str, ...]  # small letters
    pattern: str
    flags: int = re.IGNORECASE


_AT_START = (
    _Sign(
        "attachment note",
        ("прил", "влож", "к письм", "без прил"),
        r"(?:приложени[ея]|прил\.?|вложени[ея]|прилагаем\w{0,2}|прилагается|прилагаются)\s*(?:\(\s*\d[^)\n]{0,30}\)\s*)?"
        r"(?::|[–—-]\s|\n|на\s+\d+\s*\(?\w*\)?\s*л)|к письму прилага|без приложений",
    ),
    _Sign("to", ("кому", "куда", "адресат", "получатель"), r"(?:кому|куда|адресат|получатель)\s*:"),
    _Sign("into", ("в ", "во "), r"Во?\s+[А-ЯЁ]", 0),
    _Sign(
        "from",
        ("от ", "отправитель", "заявитель", "истец"),
        r"(?:от\s+(?:кого\s*:?|[Ё-ё]|_)|отправитель\s*:|заявитель\s*:|истец\s*:)",
    ),
    _Sign(
        "party",
        ("ответчик", "должник", "взыскатель", "третье", "истец", "заявитель"),
        r"(?:ответчик|должник|взыскатель|третье лицо|истец|заявитель)\s*:",
    ),
    _Sign(
        "executor",
        ("исп", "отв", "подгот", "контактн", "отп"),
        r"исп(?:олн(?:ител[ьи])?)?\b\s*(?:и\s+печ\.)?\s*[.:]?|отв(?:етственный|\.)?\s*исп(?:олнитель|\.)?"
        r"|подготовил\w?\s*:?|контактное лицо\s*:|отп(?:ечатано|\.)\s*(?:в\s*)?\d",
    ),
    _Sign(
        "copy",
        ("копи", "рассылка", "разослать", "cc", "в копии", "направлено", "список"),
        r"копи[яи](?:\s*\((?:cc|сс)\))?\s*(?:письма\s+направлен\w\s*)?[:–—]|копи[яи]\s*[-]\s|рассылка\s*:|разослать\s*:"
        r"|cc\s*:|в копии\s*:|направлено\s*:|список рассылки|копи[яи]\s*$|копи[яи]\s+(?:в|для)\s+",
    ),
    _Sign(
        "subject",
        ("о ", "об ", "обо ", "«о", '"о', "о\u00a0"),
        r"[«\"]?(?:О|Об|Обо|о|об)\s+(?!чём|том|нас\b|Вас\b)[\w«\"№\d]",
        0,
    ),
    _Sign(
        "subject label",
        ("тема", "касат", "касается", "по вопросу", "re:", "предмет", "ответ", "по поводу"),
        r"тема(?:\s+письма)?\s*:|касательно\b|касается\s*:|по\s+вопросу\b|re:|предмет\s*:|ответ\s+на\s+\w+|по\s+поводу\b",
    ),
    _Sign(
        "appendix head",
        ("приложение",),
        rf"приложение\s*(?:{_NUMBER}\s*\d{{1,3}}|\d{{1,3}}|[А-ЯA-ZIVX]{{1,4}})?\s*(?:\.|$|\n|\(|[–—«\"-]|"
        rf"к\s+(?:письм|исх|наш|{_NUMBER}|ответ|обращени|претензи|запрос|предложени|уведомлени))",
    ),
    _Sign(
        "appendix title",
        ("приложение",),
        rf"приложение\s*(?:{_NUMBER}\s*\d{{1,3}}|\d{{1,3}})?\s*к\s+(?:письм|исх|наш|ответ|обращени|претензи|запрос|уведомлени)",
    ),
    _Sign(
        "acting",
        ("и", "вр", "за", "/"),
        r"(?:и\.?\s?о\.?|вр\.?\s?и\.?\s?о\.?|врио|врип|исполняющ\w+ обязанност\w+|временно исполняющ\w+|за|зам\.?|/)"
        r"\s+(?=[Ё-ё])",
    ),
)
#: Signs that a whole piece must be; the tests are on its beginning.
_WHOLE = (
    _Sign("attachment note", ("прил", "п р"), rf"{_SPACED_APPENDIX}\s*:"),
    _Sign("appendix word", ("прил", "п р"), rf"{_SPACED_APPENDIX}\s*\.?"),
    _Sign(
        "appendix numbered",
        ("приложение",),
        rf"приложение\s*(?:{_NUMBER}\s*\d{{1,3}}|\d{{1,3}}|[А-ЯA-Z])\s*[.:–—-]?",
    ),
    _Sign(
        "seal",
        ("м", "(м", "[", "l", "б/п", "печать", "(печать"),
        r"[(\[]?\s*(?:М\.?\s?П\.?|L\.\s?S\.|Б/П|место печати|печать(?: организации)?)\s*[)\]]?[\s_./]*"
        r"(?:\(при наличии\))?[\s_./]*(?:20\d\d г\.)?",
    ),
    _Sign(
        "caption",
        ("(", "[", "подпись", "расшифровка"),
        r"(?:[(\[]\s*(?:личная\s+)?(?:подпись|должность|ф\.?\s?и\.?\s?о\.?|фио|расшифровка|инициалы|дата|печать)"
        r"[^)\]\n]{0,60}[)\]]\s*){1,5}|(?:подпись|расшифровка подписи)",
    ),
    _Sign(
        "page number",
        ("стр", "лист", "с.", "-", "–", "—", *"0123456789"),
        r"(?:стр(?:аница|\.)?|лист|с\.)?\s*[–—-]?\s*\d{1,4}\s*(?:из\s+\d{1,4}|/\s?\d{1,4})?\s*[–—-]?",
    ),
    _Sign(
        "visa head",
        ("соглас", "утверж", "виз", "завиз", "копия", "верно", "лист"),
        r"(?:согласовано|утверждаю|визы?|завизировано|копия верна|верно|лист согласования)\s*[:.]?",
    ),
)
#: Signs that may stand anywhere; the tests are words that the piece must hold.
_INSIDE = (
    _Sign(
        "requisites",
        ("инн", "кпп", "огрн", "окп", "окв", "окт", "ока", "бик", "/с", "сч", "снилс"),
        r"(?<!\w)(?:ИНН|КПП|ОГРН(?:ИП)?|ОКПО|ОКВЭД|ОКТМО|ОКАТО|БИК|р/с(?:ч)?|к/с|расч[её]тный сч[её]т"
        r"|корр?\.?\s?сч[её]т|л/с|СНИЛС)(?!\w)[^\n]{0,5}[\d/:№ ]",
    ),
    _Sign(
        "contact",
        ("тел", "факс", "т/ф", "mail", "почт", "адрес", "сайт", "www", "http", "моб", "@"),
        r"(?<!\w)(?:тел(?:ефон\w{0,3})?|факс|т/ф|e-?mail|эл\.?\s?(?:почта|адрес)|электронн\w{2}\s(?:почта|адрес)|сайт|www|http"
        r"|моб)\b|[\w.+-]{1,64}@[\w-]{1,60}\.[\w.-]{2,60}",
    ),
    _Sign(
        "address",
        (
            *"0123456789",
            "улица",
            "г.",
            "обл",
            "край",
            "район",
            "р-н",
            "респ",
            "пгт",
            "пос.",
            "а/я",
            "ул",
            "пр",
            "пл",
            "ш",
        ),
        r"(?<!\d)\d{6}(?!\d)|(?<!\w)(?:(?:ул|просп|пр-т|пр-кт|пер|пл|наб|б-р|бул|ш|мкр|проезд|пр-д)\.?\s?[А-ЯЁ\d]"
        r"|(?:улица|проспект|переулок|площадь|набережная|бульвар|шоссе|микрорайон|тракт)(?!\w)"
        r"|(?:д|дом|кв|оф|офис|корп|стр|каб)\.?\s?\d"
        r"|(?:область|обл\.|край|район|р-н|респ\.|республика|пгт|пос\.|а/я)(?!\w)|г\.\s?[А-ЯЁ][а-ё-]+$)",
        0,
    ),
    _Sign("address", ("адрес",), r"(?:юр\w*|факт\w*|почтов\w*)\.?\s*адрес|адрес\s*:"),
    _Sign(
        "sheets",
        ("л.", "лист", "экз", "стр.", "шт."),
        r"(?<!\w)(?:на\s+)?[\d_]{1,4}\s*(?:\([^)\n]{1,30}\)\s*)?(?:л\.|листах?|листа|листов|экз|стр\.|шт\.)"
        r"|в\s+\d+\s*(?:\([^)\n]{1,30}\)\s*)?экз",
    ),
    _Sign("lead-in", (":",), r"[а-ё0-9][^:\n]{8,}:\s*$"),
    _Sign("blank line", ("___", "......", "/_", "/ _"), r"_{3,}|\.{6,}|/\s*_+"),
    _Sign("signed", ("п/п", "подпись"), r"(?<!№)(?<!№ )п/п|подпись"),
)
_RULE_LINE = re.compile(r"(?:[^\w№]|_){3,}")
_HEAD = 300


def of(text: str) -> set[str]:
    """The marks that patterns see in a piece of at most some hundreds of characters (longer ones are cut)."""
    found = opening(text)
    head = text[:_HEAD]
    low = head.lower()
    found |= {
        sign.mark
        for sign in _INSIDE
        if any(test in low for test in sign.tests) and _compiled(sign.pattern, sign.flags).search(head)
    }
    if low and not low[0].isalnum() and len(text) <= 120 and _RULE_LINE.fullmatch(text):
        found.add("rule")
    return found


def opening(text: str) -> set[str]:
    """Those of the marks that the beginning of a piece gives, or the whole of a short one."""
    head = text[:_HEAD]
    low = head.lower()
    found = {
        sign.mark
        for sign in _AT_START
        if low.startswith(sign.tests) and _compiled(sign.pattern, sign.flags).match(head)
    }
    if len(text) <= 120:
        found |= {
            sign.mark
            for sign in _WHOLE
            if low.startswith(sign.tests) and _compiled(sign.pattern, sign.flags).fullmatch(text)
        }
    if "appendix title" in found:
        found.discard("attachment note")
    return found


def reply_line(text: str) -> bool:
    """Whether a line refers to the letter that is answered: «На № 15-3/112 от 28.05.2025», also not filled in."""
    low = text[:40].lower()
    tests = ("на ", "на\u00a0", "в ответ", "к ", "ha ", "ваш", "по ", "на\t")
    return low.startswith(tests) and bool(_compiled(_REPLY).match(text[:300]))


def own_number(text: str) -> str | None:
    """``number`` for a line of nothing but the letter's own number and date, ``date`` for a date alone, else None."""
    if len(text) > 120 or not _may_be_number(text) or _RULE_LINE.fullmatch(text):
        return None
    tokens = _tokens(text)
    if "date" in tokens and not tokens & {"sign", "key"}:
        return "date"
    if tokens & {"sign", "date"} or (len(text) <= 60 and text[:1] in "ИиРрНн" and _compiled(_OUR_NUMBER).match(text)):
        return "number"
    return None


def _may_be_number(text: str) -> bool:
    low = text.lower()
    return any(map(str.isdigit, text)) or any(sign in low for sign in ("б/н", "__", "{", "*", "№:", "исх.", "рег."))


def _tokens(text: str) -> set[str]:
    """The kinds of tokens that make up a registration line; none where something else stands in it."""
    token = _compiled(_NUMBER_TOKEN)
    kinds = set()
    at = 0
    while at < len(text):
        found = token.match(text, at)
        if found is None or found.end() == at:
            return set()
        kinds.add(found.lastgroup or "")
        at = found.end()
    return kinds


@cache
def _compiled(pattern: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile(pattern, flags)
