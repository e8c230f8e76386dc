"""Signs: characters of symbol fonts as Unicode, invisible characters, and coloured signs that stand for a status.

Source of the font tables: Microsoft's Symbol, Wingdings and Webdings character sets with the Unicode signs that
Unicode 7.0 assigned to them (N4363), reduced to signs that every font can show.
"""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

UNKNOWN_SIGN: Final = "•"
"""What stands for a character of a symbol font that has no known equal: nearly all of them are bullets."""

_PRIVATE = range(0xF000, 0xF100)
_PRIVATE_SIGN = re.compile("[\uf000-\uf0ff]")
_MIN_SATURATION, _MIN_BRIGHTNESS = 0.4, 0.35
_LAST_GREEN, _FIRST_RED = 165 / 360, 340 / 360
"""Hues (of a full circle) between which lie cyan, blue, purple and pink."""
_WORD_LENGTH = 3
"""Letters in a row: text in a symbol font that reads like a word was typed as one, and Word shows it in a text font."""


def _table(pairs: str) -> dict[int, str]:
    """``'6C● 6E■'`` -> code to sign."""
    return {int(pair[:2], 16): pair[2:] for pair in pairs.split()}


_WINGDINGS: Final = _table(
    "21✏ 22✂ 28☎ 29✆ 2A✉ 36⌛ 3F✍ 41✌ 43👍 44👎 45☜ 46☞ 47☝ 48☟ 4A☺ 4B😐 4C☹ 4D💣 4E☠ 4F⚐ 50⚑ 51✈ 52☼ 54❄ 58✠ 59✡ 5B☯ "
    "6C● 6D❍ 6E■ 6F□ 70□ 71❑ 72❒ 73◆ 74◆ 75◆ 76❖ 77◆ 78☒ 79☐ 7A⌘ 80⓪ 81① 82② 83③ 84④ 85⑤ 86⑥ 87⑦ 88⑧ 89⑨ 8A⑩ "
    "8C❶ 8D❷ 8E❸ 8F❹ 90❺ 91❻ 92❼ 93❽ 94❾ 95❿ 9E· 9F• A0▪ A1○ A2○ A3○ A4◉ A5◎ A6○ A7▪ A8□ AA✦ AB★ AC✶ AD✴ AE✹ AF✵ "
    "D5⌫ D6⌦ D7◄ D8➢ D9▲ DA▼ DB➲ DC➲ DF← E0→ E1↑ E2↓ E3↖ E4↗ E5↙ E6↘ E7⬅ E8➔ E9⬆ EA⬇ EB↖ EC↗ ED↙ EE↘ EF⇦ F0⇨ F1⇧ F2⇩ "
    "F3↔ F4↕ FB✗ FC✓ FD☒ FE☑"
)
_WINGDINGS_2: Final = _table(
    "4F✗ 50✓ 51☒ 52☑ 53☒ 54☒ 95· 96• 97● 98● 99○ 9A○ 9D◉ A0■ A1■ A2■ A3□ A4□ A5□ EA★ EB★"
)
_WINGDINGS_3: Final = _table(
    "21← 22→ 23↑ 24↓ 25↖ 26↗ 27↙ 28↘ 66← 67→ 68↑ 69↓ 6A↖ 6B↗ 6C↙ 6D↘ 70▲ 71▼ 72△ 73▽ 74◀ 75▶ 76◁ 77▷ 7C◀ 7D▶ 80▲ 81▼ "
    "84◀ 85▶ C7▲ C8▼"
)
_WEBDINGS: Final = _table("33◀ 34▶ 35▲ 36▼ 61✓ 63□ 67■ 6E● 72✗ 3D■ 78☒ 59♥ EA⚠")
_SYMBOL: Final = _table(
    "2D- A3≤ A5∞ A7♣ A8♦ A9♥ AA♠ AB↔ AC← AD↑ AE→ AF↓ B0° B1± B2″ B3≥ B4× B7• B8÷ B9≠ BA≡ BB≈ BC… D0∠ D1∇ D2® D3© "
    "D4™ D6√ D7⋅ D8¬ DB⇔ DC⇐ DD⇑ DE⇒ DF⇓ E0◊ E2® E3© E4™ E5∑ A2′ 61α 62β 63χ 64δ 65ε 66φ 67γ 68η 69ι 6Bκ 6Cλ 6Dμ 6Eν "
    "6Fο 70π 71θ 72ρ 73σ 74τ 75υ 77ω 78ξ 79ψ 7Aζ 44Δ 46Φ 47Γ 4CΛ 50Π 51Θ 53Σ 57Ω 58Ξ 59Ψ"
)
_FONTS: Final = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "webdings": _WEBDINGS,
    "symbol": _SYMBOL,
}
# A private-use character whose font is not told: the signs that word processors write this way.
_ANY_FONT: Final = _WINGDINGS | {0xB7: "•"}

_INVISIBLE: Final = dict.fromkeys(
    (0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, *range(0x202A, 0x202F), 0x2060, 0xFEFF, 0xFE0E, 0xFE0F)
)
_CLEANED: Final = _INVISIBLE | {
    0xA0: " ",
    0x2007: " ",
    0x202F: " ",
    0x2028: "\n",
    0x2029: "\n",
    0x0A: " ",
    0x0D: " ",
}

_EMOJI: Final = {
    "🔴": "#FF0000", "🟠": "#FFA500", "🟡": "#FFFF00", "🟢": "#008000", "🔵": "#0000FF", "🟣": "#800080",
    "🟤": "#8B4513", "⚫": "#000000", "⚪": "#FFFFFF", "🟥": "#FF0000", "🟧": "#FFA500", "🟨": "#FFFF00",
    "🟩": "#008000", "🟦": "#0000FF", "🟪": "#800080", "🟫": "#8B4513", "⬛": "#000000", "⬜": "#FFFFFF",
}  # fmt: skip
"""Signs that carry their colour in themselves."""

TYPED_BOXES: Final = {"☐": False, "☑": True, "☒": True}
"""Boxes that were typed, or were controls until the file was saved in an older format; ticked or not."""

_LAMPS: Final = "●■▲▼◆⬤◉◼◾★☺😐☹🙂🙁⚑"
_ARROWS: Final = "↑↓→←↗↘↖↙⬆⬇➡⬅▶◀►◄➔➢⇧⇩⇨⇦↔↕◊♦"
_SIGNALS = re.compile(f"[{''.join(_EMOJI)}{_LAMPS}]")
_ONLY_SIGNS = re.compile(rf"[\s{''.join(_EMOJI)}{_LAMPS}{_ARROWS}]+")


@dataclass(frozen=True, slots=True)
class Signal:
    """A coloured sign that tells a status rather than a word."""

    sign: str
    color: str


def clean(text: str) -> str:
    """Text as it is seen: fixed spaces are spaces, invisible characters are nothing, raw line ends are spaces."""
    return text if text.isascii() and "\n" not in text else text.translate(_CLEANED)


def is_symbol_font(font: str | None) -> bool:
    """Whether a font shows signs in place of letters."""
    return font is not None and font.lower() in _FONTS


def from_font(text: str, font: str | None) -> str:
    """Text set in a symbol font as Unicode; other fonts' text unchanged but for private-use characters."""
    table = _FONTS.get(font.lower()) if font else None
    if table is None:
        if text.isascii() or not _PRIVATE_SIGN.search(text):
            return text
        return "".join(
            _ANY_FONT.get(ord(s) - 0xF000, UNKNOWN_SIGN) if ord(s) in _PRIVATE else s for s in text
        )
    if table is _SYMBOL or re.search(rf"[A-Za-z]{{{_WORD_LENGTH}}}", text):
        table = {code: sign for code, sign in table.items() if not chr(code).isalpha() or code > 0x7F}
    return "".join(_translated(sign, table) for sign in text)


def from_code(code: int, font: str | None) -> str:
    """The sign of a ``w:sym`` element or a SYMBOL field."""
    table = _FONTS.get((font or "").lower())
    low = code - 0xF000 if code in _PRIVATE else code
    if table is None:
        return _ANY_FONT.get(low, UNKNOWN_SIGN) if code in _PRIVATE else chr(code)
    return table.get(low) or (chr(low) if table is _SYMBOL and 0x20 <= low < 0x7F else UNKNOWN_SIGN)


def cut_signals(text: str, color: str | None) -> Iterator[str | Signal]:
    """Part text from the coloured signs in it; arrows only where the text holds nothing but signs.

    Args:
        text: the text of one run.
        color: its colour, None for black: a black sign is a bullet or text, not a signal (emoji have their own).
    """
    if text.isascii():
        yield text
        return
    pattern = re.compile(r"\S") if color and _ONLY_SIGNS.fullmatch(text) else _SIGNALS
    start = 0
    for match in pattern.finditer(text):
        shade = _EMOJI.get(match[0]) if match[0] not in "⚫⬛" or not color else color
        if shade is None and color is None:
            continue
        if match.start() > start:
            yield text[start : match.start()]
        yield Signal(match[0], shade or color or "")
        start = match.end()
    if start < len(text):
        yield text[start:]


def is_status_color(color: str) -> bool:
    """Whether a colour is a clear red, amber, yellow or green: what lamps are lit in."""
    if not re.fullmatch("#[0-9A-F]{6}", color):
        return False
    parts = [int(color[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    hue, saturation, brightness = colorsys.rgb_to_hsv(parts[0], parts[1], parts[2])
    lit = saturation >= _MIN_SATURATION and brightness >= _MIN_BRIGHTNESS
    return lit and not _LAST_GREEN < hue < _FIRST_RED


def _translated(sign: str, table: dict[int, str]) -> str:
    code = ord(sign)
    if code in _PRIVATE:
        return table.get(code - 0xF000, UNKNOWN_SIGN)
    return table.get(code, sign) if code < 0x100 else sign
