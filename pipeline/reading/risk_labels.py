"""The labelled parts of a risk: 'Mitigation: ...; Owner: A B' in one line, or on lines of a cell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from functools import lru_cache

from extractors.document import Cell

_LABEL = re.compile(
    r"(?:(?<=^)|(?<=[.;,)\]])\s+|\s+[–—|-]\s+|\(|\[|\s{2,}|\n|\s)(?P<label>"
    r"(?:risk|issue|description|cause|effect|consequence|mitigat(?:ion|ing actions?)|mitigations|response"
    r"|what (?:we are|we['’]re|is being) (?:doing|done)(?: about (?:it|this))?|countermeasures?"
    r"|resolution|controls?|actions?(?: taken| plan)?|owner|risk owner|action owner|lead|likelihood"
    r"|probability|impact|severity|score|risk score|rating|rag|status|next steps?))"
    r"\s*(?::|=)\s*",
    re.IGNORECASE,
)

_KEPT = 4096
"""Lines whose labels a process remembers: several steps ask for them."""
_INNER = re.compile(r"(?<=[.;!?)])\s+(?P<label>[A-Z][\w'’ ]{2,30}?)\s?:\s+(?P<value>\S.*)$")
"""A label after the sentence that tells the risk."""


def _may_label(text: str) -> bool:
    """Whether a line holds the sign that a label ends with."""
    return ":" in text or "=" in text


@lru_cache(maxsize=_KEPT)
def _labels_in(text: str) -> tuple[re.Match[str], ...]:
    """The labels in a line."""
    return tuple(_LABEL.finditer(text))


def split_labels(text: str) -> dict[str, str]:
    """The labelled parts of a line by role; what stands before the first label is 'text'. {} without labels."""
    matches = _labels_in(text) if _may_label(text) else ()
    if not matches:
        return {}
    parts: dict[str, str] = {}
    lead = text[: matches[0].start()].strip(" .;,–—-|([")
    if lead:
        parts["text"] = text[: matches[0].start()].rstrip(" ;,–—-|([").strip()
    for match, following in zip(matches, [*matches[1:], None], strict=True):
        words = match["label"].casefold()
        value = text[match.end() : following.start() if following else len(text)].strip()
        value = value.rstrip(" ;,|·•–—-([").strip()
        if value.endswith((")", "]")) and value.count("(") + value.count("[") < value.count(
            ")"
        ) + value.count("]"):
            value = value[:-1].strip()
        role = _role(words)
        if words in {"risk", "issue"}:
            parts.setdefault("kind", words)
        if role == "text" and "text" in parts:
            parts["text"] += f" {match['label']}: {value}"
        else:
            parts.setdefault(role, value)
    return parts


def inner_labels(texts: Iterable[str]) -> Counter[str]:
    """How often each label stands within lines, after a sentence ('The pump is down. Remedy: hire one.')."""
    return Counter(found["label"].casefold() for text in texts if (found := _INNER.search(text)))


def inner_part(
    text: str, roles_of: Callable[[str], str | None], usual: Collection[str]
) -> tuple[str, str, str] | None:
    """A line as its text, the part that a label within it names, and that part's words; None without such a label.

    ``roles_of`` tells the part that a known label names. Any label is of the response that is ``usual``: it stands in
    several lines of the section.
    """
    found = _INNER.search(text)
    if found is None:
        return None
    role = roles_of(found["label"]) or ("response" if found["label"].casefold() in usual else None)
    return (text[: found.start()].strip(), role, found["value"].strip()) if role else None


def _role(words: str) -> str:
    for role, stems in (
        ("text", ("risk", "issue", "description", "cause", "effect", "consequence")),
        ("owner", ("owner", "risk owner", "action owner", "lead")),
        ("likelihood", ("likelihood", "probability")),
        ("impact", ("impact", "severity")),
        ("score", ("score", "risk score")),
        ("rating", ("rating", "rag")),
        ("status", ("status",)),
    ):
        if words in stems:
            return role
    return "response"


def _at_response(text: str) -> list[str]:
    """A line parted where 'Mitigation:' begins a sentence within it: the line before it may have been full."""
    if not _may_label(text):
        return [text]
    label = next(
        (
            found
            for found in _labels_in(text)
            if found["label"][0].isupper()
            and text[: found.start()].rstrip().endswith((".", ";", "!", "?"))
            and _role(found["label"].casefold()) == "response"
        ),
        None,
    )
    return [text] if label is None else [text[: label.start()].strip(), text[label.start("label") :]]


def lines_by_label(cell: Cell) -> tuple[str, dict[str, str]]:
    """A description's cell that holds further parts on lines of their own ('Mitigation: ...', 'Lead: ...')."""
    text: list[str] = []
    parts: dict[str, str] = {}
    last = ""
    for words in (part for line in cell.lines for part in _at_response(line.text)):
        label = _LABEL.match(words) if _may_label(words) else None
        role = _role(label["label"].casefold()) if label and text else "text"
        if label and role != "text":
            last = role
            parts.setdefault(role, words[label.end() :].strip())
        elif last:
            parts[last] = f"{parts[last]} {words}".strip()
        elif words:
            text.append(words)
    return " ".join(text), parts
