"""How a corrected cell is marked: a frame, and a comment that tells what was read."""

from __future__ import annotations

from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Border, Side

from pipeline.tracking.corrections import Correction, spoken_value

MARK = "Read by the tracker: "
"""Begins the tracker's part of a cell's comment."""

MARK_COLOUR = "FF7030A0"
AUTHOR = "Highlight Tracker"
COMMENT_WIDTH, COMMENT_HEIGHT = 320, 110
"""Pixels."""


def mark_correction(cell: Cell, correction: Correction) -> None:
    """Frame a corrected cell and tell in its comment what was read; people's own comment stays before that."""
    line = Side(style="medium", color=MARK_COLOUR)
    cell.border = Border(left=line, right=line, top=line, bottom=line)
    told = f"{MARK}{spoken_value(correction.read)}\nCorrected by hand, first seen {correction.first_seen:%d %b %Y}."
    theirs = f"{cell.comment.text}\n\n" if cell.comment else ""
    cell.comment = Comment(theirs + told, cell.comment.author if cell.comment else AUTHOR)
    cell.comment.width, cell.comment.height = COMMENT_WIDTH, COMMENT_HEIGHT


def without_mark(comment: Comment) -> Comment | None:
    """A comment without the tracker's part; None where nobody else wrote in it."""
    theirs, mark, _ = comment.text.partition(MARK)
    if not mark:
        return comment
    if not theirs.strip():
        return None
    return Comment(theirs.rstrip(), comment.author, comment.height, comment.width)
