"""Characters of symbol fonts as the Unicode signs that they look like.

Source: the code charts of Microsoft's Wingdings and Adobe's Symbol font; PDF files give these codes either plain or
moved to the private use area from U+F000.
"""

from __future__ import annotations

WINGDINGS = {
    0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "❐", 0x71: "❑", 0x72: "❒",
    0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9F: "•", 0xA0: "▪", 0xA1: "○", 0xA4: "◉", 0xA7: "▪",
    0xA8: "☐", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE4: "↗", 0xE6: "↘", 0xE8: "➔", 0xF0: "⇨",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
SYMBOL = {
    0xB7: "•",
    0xA8: "♦",
    0xB0: "°",
    0xB1: "±",
    0xA3: "≤",
    0xB3: "≥",
    0xAE: "→",
    0xAD: "↑",
    0xAF: "↓",
    0xAC: "←",
}
PRIVATE = {**WINGDINGS, 0xB7: "•", 0xAD: "↑", 0xAF: "↓", 0xAE: "→"}
"""For private use codes of fonts whose name tells nothing: bullets are the commonest."""


def plain_sign(text: str, font: str) -> str:
    """The Unicode sign for one character of ``font``; the character itself where it is no symbol."""
    code = ord(text) if len(text) == 1 else 0
    private = 0xF000 <= code <= 0xF0FF
    lowered = font.lower()
    if "wingdings" in lowered and "wingdings2" not in lowered and "wingdings3" not in lowered:
        return WINGDINGS.get(code & 0xFF, text) if private or code <= 0xFF else text
    if private:
        return (SYMBOL if lowered.startswith("symbol") else PRIVATE).get(code & 0xFF, text)
    return text
