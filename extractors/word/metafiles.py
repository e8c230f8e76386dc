"""The colour of simple Windows metafiles: lamps and flags that were drawn in another program and pasted as pictures.

Only what fills areas is followed: brushes and the shapes that are drawn with them. Sources: [MS-WMF] 2.3,
[MS-EMF] 2.3, [MS-EMFPLUS] 2.3.4.
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Iterator

MAX_RECORDS = 20_000
"""Records: a lamp has some dozens, a drawing of more is no status."""

_PLACEABLE = bytes.fromhex("d7cdc69a")
_EMF_SIGNATURE = b" EMF"
_EMF_PLUS = b"EMF+"

_EMF_BRUSH, _EMF_SELECT, _EMF_DELETE, _EMF_COMMENT = 39, 37, 40, 70
_EMF_BOUNDED = frozenset({3, 8, 62, 63, 86, 91})
"""Polygons and filled paths: their bounding rectangle comes first."""
_EMF_BOXES = frozenset({42, 43, 44, 46, 47})
"""Ellipse, rectangle, rounded rectangle, chord, pie: their box comes first."""
_STOCK = 0x80000000
"""On an object's number: one of the system's own; the first six are brushes from white to none."""
_STOCK_BRUSHES = {0: "#FFFFFF", 1: "#C0C0C0", 2: "#808080", 3: "#404040", 4: "#000000"}
_HOLLOW = 1
"""Brush style: draws nothing."""

_PLUS_RECTS, _PLUS_POLYGON, _PLUS_ELLIPSE, _PLUS_PIE, _PLUS_PATH = 0x400A, 0x400C, 0x400E, 0x4010, 0x4014
_PLUS_FILLS = frozenset({_PLUS_RECTS, _PLUS_POLYGON, _PLUS_ELLIPSE, _PLUS_PIE, _PLUS_PATH})
_PLUS_SOLID = 0x8000
"""Flag of a filling record: it holds the colour itself."""
_PLUS_SHORT = 0x4000
"""Flag: coordinates of two bytes, not of four."""

_WMF_BRUSH, _WMF_SELECT, _WMF_DELETE = 0x02FC, 0x012D, 0x01F0
_WMF_CREATORS = frozenset({0x02FA, 0x02FB, 0x02FC, 0x00F7, 0x01F9, 0x0142, 0x06FF})
"""Records that put an object into the first free place of the table."""
_WMF_BOXES = frozenset({0x0418, 0x041B, 0x061C, 0x081A, 0x0830})
_WMF_POLYGON = 0x0324

_Fill = tuple[str, float]
"""Colour and area."""


def is_metafile(data: bytes) -> bool:
    """Whether bytes are a WMF or EMF file."""
    return data[40:44] == _EMF_SIGNATURE or data[:4] == _PLACEABLE or data[:4] == b"\1\0\t\0"


def largest_fill(data: bytes) -> str | None:
    """The colour that fills most of a metafile, white, grey and black only where nothing else is filled; or None."""
    fills = _emf_fills(data) if data[40:44] == _EMF_SIGNATURE else _wmf_fills(data)
    areas: Counter[str] = Counter()
    try:
        for color, area in fills:
            areas[color] += round(area) + 1
    except (struct.error, IndexError):
        pass  # cut short: what was drawn before counts
    del areas["#FFFFFF"]
    colored = Counter({color: area for color, area in areas.items() if not _is_grey(color)})
    best = colored or areas
    return max(sorted(best), key=lambda color: best[color]) if best else None


def _emf_fills(data: bytes) -> Iterator[_Fill]:
    brushes: dict[int, str | None] = {}
    current: str | None = "#FFFFFF"
    offset = 0
    for _ in range(MAX_RECORDS):
        kind, size = struct.unpack_from("<II", data, offset)
        body = data[offset + 8 : offset + size]
        offset += size
        if size < 8 or offset > len(data):
            break
        if kind == _EMF_BRUSH:
            number, style = struct.unpack_from("<II", body)
            brushes[number] = None if style == _HOLLOW else _rgb(body[8:11])
        elif kind == _EMF_SELECT:
            (number,) = struct.unpack_from("<I", body)
            if number & _STOCK and number & ~_STOCK < 6:
                current = _STOCK_BRUSHES.get(number & ~_STOCK)
            elif number in brushes:
                current = brushes[number]
        elif kind == _EMF_DELETE:
            brushes.pop(struct.unpack_from("<I", body)[0], None)
        elif kind in _EMF_BOXES or kind in _EMF_BOUNDED:
            if current:
                yield current, _area(struct.unpack_from("<4i", body))
        elif kind == _EMF_COMMENT and body[4:8] == _EMF_PLUS:
            yield from _plus_fills(body[8:])


def _plus_fills(data: bytes) -> list[_Fill]:
    """Areas that GDI+ records inside a comment fill with a plain colour."""
    fills: list[_Fill] = []
    offset = 0
    while offset + 12 <= len(data):
        kind, flags, size, length = struct.unpack_from("<HHII", data, offset)
        body = data[offset + 12 : offset + 12 + length]
        if kind in _PLUS_FILLS and flags & _PLUS_SOLID and len(body) >= 4 and body[3]:
            color = "#" + "".join(f"{part:02X}" for part in (body[2], body[1], body[0]))
            fills.append((color, _plus_area(kind, flags, body)))
        if size < 12:
            break
        offset += size
    return fills


def _plus_area(kind: int, flags: int, body: bytes) -> float:
    """The area of the box that a record names; 1 where its outline stands elsewhere (a path)."""
    start = {_PLUS_ELLIPSE: 4, _PLUS_RECTS: 8, _PLUS_PIE: 12}.get(kind)
    if start is None:
        return 1.0
    form, width = ("<4h", 8) if flags & _PLUS_SHORT else ("<4f", 16)
    if len(body) < start + width:
        return 1.0
    _, _, across, down = struct.unpack_from(form, body, start)
    return abs(float(across) * float(down))


def _wmf_fills(data: bytes) -> Iterator[_Fill]:
    offset = (22 if data[:4] == _PLACEABLE else 0) + 18
    table: dict[int, str | None] = {}
    brushes: set[int] = set()
    current: str | None = "#FFFFFF"
    for _ in range(MAX_RECORDS):
        size, kind = struct.unpack_from("<IH", data, offset)
        body = data[offset + 6 : offset + 2 * size]
        offset += 2 * size
        if size < 3 or not kind:
            return
        if kind in _WMF_CREATORS:
            place = next(number for number in range(len(table) + 1) if number not in table)
            table[place] = None
            if kind == _WMF_BRUSH:
                brushes.add(place)
                (style,) = struct.unpack_from("<H", body)
                table[place] = None if style == _HOLLOW else _rgb(body[2:5])
        elif kind == _WMF_SELECT:
            (number,) = struct.unpack_from("<H", body)
            current = table.get(number) if number in brushes else current
        elif kind == _WMF_DELETE:
            (number,) = struct.unpack_from("<H", body)
            table.pop(number, None)
            brushes.discard(number)
        elif current and kind in _WMF_BOXES:
            edges = struct.unpack(f"<{len(body) // 2}h", body[: len(body) // 2 * 2])[-4:]
            yield current, _area((edges[0], edges[1], edges[2], edges[3]))
        elif current and kind == _WMF_POLYGON:
            (count,) = struct.unpack_from("<H", body)
            points = struct.unpack_from(f"<{2 * count}h", body, 2)
            across, down = points[::2], points[1::2]
            yield current, _area((min(across), min(down), max(across), max(down)))


def _area(box: tuple[int, int, int, int]) -> float:
    return abs((box[2] - box[0]) * (box[3] - box[1]))


def _rgb(parts: bytes) -> str:
    return "#" + "".join(f"{part:02X}" for part in parts)


def _is_grey(color: str) -> bool:
    parts = [int(color[index : index + 2], 16) for index in (1, 3, 5)]
    return max(parts) - min(parts) < 24
