"""Web pages made by hand, to be printed: elements as strings, their texts escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

Cell = str | tuple[str, str]
"""A plain text, or markup with the attributes of its cell (``("<b>x</b>", 'class="fill"')``)."""

BROWSER_FURNITURE = (
    '<template id="print-header"><div style="font-size:8px;font-family:Liberation Sans;width:100%;padding:0 24px;'
    'display:flex"><span style="flex:1">{stamp}</span><span style="flex:2;text-align:center">{title}</span>'
    '<span style="flex:1"></span></div></template>'
    '<template id="print-footer"><div style="font-size:8px;font-family:Liberation Sans;width:100%;padding:0 24px;'
    'display:flex"><span style="flex:1">{url}</span><span><span class="pageNumber"></span>/'
    '<span class="totalPages"></span></span></div></template>'
)


def page(title: str, style: str, body: str, *, language: str = "en-GB") -> str:
    """A whole page."""
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{style}</style></head>\n<body>{body}</body></html>\n"
    )


def browser_furniture(title: str, stamp: str, url: str) -> str:
    """The header and footer that a browser prints by itself: moment and title, address and page."""
    return BROWSER_FURNITURE.format(stamp=escape(stamp), title=escape(title), url=escape(url))


def tag(name: str, text: str, attributes: str = "") -> str:
    """An element that holds plain text."""
    return markup(name, escape(text), attributes)


def markup(name: str, inner: str, attributes: str = "") -> str:
    """An element that holds markup."""
    return f"<{name}{' ' if attributes else ''}{attributes}>{inner}</{name}>"


def bullets(texts: Iterable[str], attributes: str = "") -> str:
    """A list of plain texts."""
    return markup("ul", "".join(tag("li", text) for text in texts), attributes)


def row(cells: Sequence[Cell], name: str = "td") -> str:
    """A row of a table."""
    made = [tag(name, c) if isinstance(c, str) else markup(name, *c) for c in cells]
    return markup("tr", "".join(made))


def table(head: Sequence[Cell] | None, rows: Iterable[Sequence[Cell]], attributes: str = "") -> str:
    """A table; its head is repeated on every page."""
    top = markup("thead", row(head, "th")) if head else ""
    return markup("table", top + markup("tbody", "".join(map(row, rows))), attributes)
