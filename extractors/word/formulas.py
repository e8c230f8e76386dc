"""Equations as one line of text: a fraction with a stroke, a power with a caret, the rest in order.

Source: ECMA-376 part 1, 22.1 (Office Math).
"""

from __future__ import annotations

from extractors.word.markup import Element, M

_PARTED = {M + "f": ("num", "/", "den"), M + "sSup": ("e", "^", "sup"), M + "sSub": ("e", "_", "sub")}
"""Structure -> its first part, the sign between, its second part."""


def formula_text(element: Element) -> str:
    """The words of an equation (``m:oMath`` or ``m:oMathPara``)."""
    if element.tag == M + "t":
        return element.text or ""
    if element.tag in _PARTED:
        first, sign, second = _PARTED[element.tag]
        parts = [
            "".join(formula_text(part) for part in element.iterfind(M + name)) for name in (first, second)
        ]
        return sign.join(f"({part})" if _is_sum(part) else part for part in parts)
    return "".join(formula_text(child) for child in element)


def _is_sum(text: str) -> bool:
    return any(sign in text for sign in "+-/ ") and not text.startswith("(")
