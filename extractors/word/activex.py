"""ActiveX controls: the tick boxes, option buttons and fields of older forms, whose state only a binary part holds.

Sources: [MS-OFORMS] 2.2.5 (MorphDataControl, which tick boxes, option buttons, text fields and lists share);
[MS-CFB] (the compound file that Word keeps it in); [MS-OI29500] (``ax:ocx``).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.document import Problem
from extractors.word.markup import AX, Element, R, W
from extractors.word.package import Package

_BOXES = frozenset({"8BD21D40-EC42-11CE-9E0D-00AA006002F3", "8BD21D50-EC42-11CE-9E0D-00AA006002F3",
                    "8BD21D60-EC42-11CE-9E0D-00AA006002F3"})  # fmt: skip
"""Class ids of tick box, option button and toggle button."""
_FIELDS = frozenset({"8BD21D10-EC42-11CE-9E0D-00AA006002F3", "8BD21D20-EC42-11CE-9E0D-00AA006002F3",
                     "8BD21D30-EC42-11CE-9E0D-00AA006002F3"})  # fmt: skip
"""Class ids of text field, list and combined list."""
_SILENT = frozenset({"D7053240-CE69-11CD-A777-00DD01143C57"})
"""A push button: it runs a macro and tells nothing."""

_COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
_VERSION = b"\0\2"
_MAX_BYTES = 1_000_000
"""A control's part has a few kilobytes; more holds a picture at most."""
_END = 0xFFFFFFFA
"""Sector numbers from here on mean 'no sector' ([MS-CFB] 2.1)."""

_VALUE, _CAPTION = 22, 23
_SIZES = {0: 4, 1: 4, 2: 4, 3: 4, 4: 1, 5: 1, 6: 1, 7: 1, 9: 2, 10: 4, 11: 2, 12: 2, 13: 2, 14: 2, 15: 2, 16: 1,
          17: 1, 18: 1, 20: 1, 21: 1, 22: 4, 23: 4, 24: 4, 25: 4, 26: 4, 27: 2, 28: 2, 29: 2, 32: 4}  # fmt: skip
"""Bit of the property mask -> bytes of the property in the data block, each aligned to its own size."""
_SIZE_BIT = 8
_COMPRESSED = 0x80000000
"""On a string's length: one byte a character, not two."""


@dataclass(frozen=True, slots=True)
class Control:
    """What a control shows: ``checked`` of a box (None where it is neither), the words of a field, its caption."""

    is_box: bool
    checked: bool | None
    value: str
    caption: str


def read_control(holder: Element, package: Package, part: str) -> Control | None:
    """The control in a ``w:object`` or ``w:pict``; None where there is none, or where it cannot be read (then told).

    Args:
        holder: the element.
        package: the document.
        part: the part that the element stands in.
    """
    control = holder.find(W + "control")
    if control is None:
        return None
    name = package.target(part, control.get(R + "id"))
    root = package.tree(name) if name else None
    if root is None or name is None:
        package.problems.append(_unread(control))
        return None
    kind = root.get(AX + "classid", "").strip("{}").upper()
    if kind in _SILENT:
        return None
    values = {item.get(AX + "name", ""): item.get(AX + "value", "") for item in root.iter(AX + "ocxPr")}
    if not values:
        binary = package.target(name, root.get(R + "id"))
        values = _stored(package.data(binary) or b"") if binary else {}
    if kind not in _BOXES | _FIELDS or not values:
        package.problems.append(_unread(control))
        return None
    value = values.get("Value", "")
    checked = {"1": True, "-1": True, "0": False}.get(value)
    return Control(kind in _BOXES, checked, "" if kind in _BOXES else value, values.get("Caption", ""))


def _stored(data: bytes) -> dict[str, str]:
    """Value and caption of a stored control; empty where the data is damaged."""
    try:
        if data.startswith(_COMPOUND) and len(data) <= _MAX_BYTES:
            data = _stream(data, "contents")
        start = next(offset for offset in (0, 16) if data[offset : offset + 2] == _VERSION)
        return _morph(data[start:])
    except (struct.error, StopIteration, IndexError, ValueError):
        return {}


def _morph(data: bytes) -> dict[str, str]:
    (mask,) = struct.unpack_from("<Q", data, 4)
    offset = 12
    lengths: dict[int, int] = {}
    for bit, size in _SIZES.items():
        if mask >> bit & 1:
            offset = -(-offset // size) * size
            if bit in (_VALUE, _CAPTION):
                (lengths[bit],) = struct.unpack_from("<I", data, offset)
            offset += size
    offset = -(-offset // 4) * 4 + (8 if mask >> _SIZE_BIT & 1 else 0)
    found = {"Value": "", "Caption": ""}
    for bit, length in lengths.items():
        count = length & ~_COMPRESSED
        if offset + count > len(data):
            raise ValueError("the string ends after the data")
        text = data[offset : offset + count].decode(
            "cp1252" if length & _COMPRESSED else "utf-16-le", "replace"
        )
        found["Value" if bit == _VALUE else "Caption"] = text
        offset += -(-count // 4) * 4
    return found


def _stream(data: bytes, name: str) -> bytes:
    """A small stream of a compound file."""
    sector, mini = 1 << data[30], 1 << data[32]
    first, _, cutoff, mini_first, _ = struct.unpack_from("<5I", data, 48)

    def at(number: int) -> bytes:
        return data[(number + 1) * sector : (number + 2) * sector]

    heads = [number for number in struct.unpack_from("<109I", data, 76) if number < _END]
    table = [number for head in heads for (number,) in struct.iter_unpack("<I", at(head))]
    directory = b"".join(at(number) for number in _chain(first, table))
    entries = [directory[index : index + 128] for index in range(0, len(directory), 128)]
    (root_start,) = struct.unpack_from("<I", entries[0], 116)
    for entry in entries:
        length = struct.unpack_from("<H", entry, 64)[0]
        if entry[: max(0, length - 2)].decode("utf-16-le", "replace").lower() != name:
            continue
        start, size = struct.unpack_from("<II", entry, 116)
        if size >= cutoff:
            return b"".join(at(number) for number in _chain(start, table))[:size]
        small = b"".join(at(number) for number in _chain(root_start, table))
        links = b"".join(at(number) for number in _chain(mini_first, table))
        mini_table = [number for (number,) in struct.iter_unpack("<I", links)]
        numbers = _chain(start, mini_table)
        return b"".join(small[number * mini : (number + 1) * mini] for number in numbers)[:size]
    raise ValueError(f"no stream {name}")


def _chain(start: int, table: list[int]) -> Iterator[int]:
    for _ in range(len(table)):
        if start >= _END:
            return
        yield start
        start = table[start]


def _unread(control: Element) -> Problem:
    name = control.get(W + "name", "")
    return Problem(
        "control-unread",
        "warning",
        f"A form control{f' ({name})' if name else ''} keeps what was entered where it cannot be read. "
        "Open the document in Word and compare the form's boxes and fields with what was read.",
    )
