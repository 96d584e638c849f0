"""Signs of the Symbol and Wingdings fonts (``w:sym``) in Unicode."""

from __future__ import annotations

#: A sign that cannot be told.
UNKNOWN = "\ufffd"

_PRIVATE, _PRIVATE_END = 0xF000, 0xF0FF

#: From the code in the font to Unicode: the signs of letters and forms, not the whole fonts.
_SYMBOL = {
    0x2D: "−", 0xA0: "€", 0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓",
    0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB6: "∂", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡",
    0xBB: "≈", 0xBC: "…", 0xC6: "∅", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD6: "√", 0xD7: "⋅", 0xE2: "®", 0xE3: "©",
    0xE4: "™", 0xE5: "∑", 0xF2: "∫",
}  # fmt: skip
_GREEK = dict(
    zip(
        b"ABGDEZHQIKLMNXOPRSTUFCYWabgdezhqiklmnxoprstufcyw",
        "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψω",
        strict=True,
    )
)
_WINGDINGS = {
    0x22: "✂", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x36: "⌛", 0x3A: "🖥", 0x3E: "✇", 0x46: "☞", 0x4A: "☺", 0x6C: "●",
    0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9E: "·",
    0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔",
    0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□", 0x97: "●"}
_FONTS = {"symbol": _SYMBOL | _GREEK, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}


def unicode_of(font: str | None, code: str | None) -> str:
    """The character that ``w:sym`` paints; ``UNKNOWN`` where the font's sign has no known twin."""
    try:
        value = int(code or "", 16)
    except ValueError:
        return UNKNOWN
    table = _FONTS.get((font or "").lower())
    private = _PRIVATE <= value <= _PRIVATE_END
    if table is not None and (private or value < 0x100):
        small = value & 0xFF
        # Digits and punctuation of Symbol stand where ASCII has them.
        plain = chr(small) if table is _FONTS["symbol"] and 0x20 <= small < 0x40 else UNKNOWN
        return table.get(small, plain)
    if private or not 0x20 <= value <= 0xFFFD or 0xD800 <= value <= 0xF8FF:
        return UNKNOWN
    return chr(value)
