"""Drawn faces: a round head, two eyes and a mouth whose bend tells the mood."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.document import Box
from extractors.pdf import boxes
from extractors.pdf.primitives import Curve, Look, Page, Word

SMALLEST, LARGEST = 8.0, 60.0
"""Points: the diameter of a face."""

EYES = 2
EYE = 0.3
"""Of the head's width: an eye is no larger."""

BENT = 0.12
"""Of the mouth's width: what bends less is straight."""

MOUTH = (0.2, 0.8)
"""Of the head's width: the width of a mouth."""

WORD_SIZE = 10.0
"""Points: a face counts as a letter of no more than this size."""


def face_words(page: Page) -> tuple[list[Word], frozenset[Box]]:
    """A sign (☺, 😐 or ☹) for each drawn face, and the boxes of the shapes that it is made of.

    Its colour is kept where faces differ in colour: else all are of the colour that faces are usually drawn in.
    """
    heads = [curve for curve in page.curves if curve.round and _is_head(curve.box)]
    found: list[tuple[Curve, str, list[Box]]] = []
    for head in heads:
        parts = [curve for curve in page.curves if curve is not head and _within(curve.box, head.box)]
        mood = _mood(head, parts, page)
        if mood is not None:
            found.append((head, mood, [head.box, *(part.box for part in parts)]))
    differ = len({head.fill for head, _, _ in found}) > 1
    words = []
    for head, mood, _ in found:
        size = min(WORD_SIZE, boxes.height(head.box))
        base = boxes.center(head.box)[1] + 0.35 * size
        look = Look("", size, color=head.fill if differ else None)
        words.append(Word(mood, head.box[0], head.box[2], base, look))
    return words, frozenset(box for _, _, parts in found for box in parts)


def _is_head(box: Box) -> bool:
    wide, high = boxes.width(box), boxes.height(box)
    return min(wide, high) >= SMALLEST and max(wide, high) <= min(LARGEST, 1.15 * min(wide, high))


def _within(box: Box, head: Box) -> bool:
    return boxes.holds_center(head, box) and boxes.width(box) < 0.9 * boxes.width(head)


def _mood(head: Curve, parts: Sequence[Curve], page: Page) -> str | None:
    wide = boxes.width(head.box)
    middle = boxes.center(head.box)[1]
    eyes = [
        part for part in parts if boxes.width(part.box) <= EYE * wide and boxes.center(part.box)[1] < middle
    ]
    if len(eyes) != EYES:
        return None
    for part in parts:
        if part not in eyes and _is_mouth(part.box, head.box):
            depth = part.sag
            return "☺" if depth > BENT else "☹" if depth < -BENT else "😐"
    straight = any(rule.horizontal and _is_mouth(rule.box, head.box) for rule in page.rules)
    return "😐" if straight else None


def _is_mouth(box: Box, head: Box) -> bool:
    low, high = MOUTH
    share = boxes.width(box) / boxes.width(head)
    return (
        boxes.holds_center(head, box)
        and low <= share <= high
        and boxes.center(box)[1] > boxes.center(head)[1]
    )
