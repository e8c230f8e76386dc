"""Words, letters, fills, symbols and pictures to a rating value."""

from __future__ import annotations

import copy
import re
from calendar import month_abbr, month_name
from collections.abc import Callable
from functools import lru_cache, partial
from typing import cast

from extractors.document import Figure, Run, noun
from pipeline.model import Basis, RatingValue
from pipeline.values.boxes import ticked_options
from pipeline.values.hues import agree, rating_of
from pipeline.values.own_words import earlier_of, options_of, phrases_of
from pipeline.values.two_lights import then_and_now
from rules.schema import Rules

_LETTERS = 2
"""Ratings of up to this many letters ('R', 'AG') count only as a whole cell, never as the start of a sentence."""
_COMMENT_GAP = re.compile(r"^\s*(?:[-–—:;,.|(]|\n|↑|↓|→|←|↔|▲|▼)\s*")
_HEDGED = re.compile(r"\s*[,;–—-]?\s*(?:but|though|although|however|except|apart from|if)\b", re.IGNORECASE)
"""'Good, but the lift is late': what takes a word back; a colour stays what it is."""
_MONTH = "|".join([*month_name[1:], *month_abbr[1:], "Sept"])
_WAS = re.compile(
    r"\(?\b(?:was|previously|previous|prev|formerly|from|prior|against|compared with|having been"
    r"|(?:last|previous) (?:month|period|week|report|quarter|update|return|review|time)"
    r"|(?:last|previous|prior) [a-z-]+(?: [a-z-]+)?(?=\s*[:=]))\b"
    r"\s*[:=\-–]?\s*(?P<word>[A-Za-z/\- ]+?)\s*(?:\)|$|[.;,])"
    r"|(?<!forecast )(?<!expected )(?<!next )(?<!for )(?<!by )"
    rf"[(\[]?\b(?:{_MONTH})(?:\s+\d{{2,4}})?\s*[:=]\s*(?P<month>[A-Za-z/\- ]+?)\s*(?:[)\]]|$|[.;,])"
    r"|\((?P<then>[A-Za-z/\-]+(?: [A-Za-z]+)?)\s+(?:in|at|for|last|during) [A-Za-z0-9 ]{3,24}\)",
    re.IGNORECASE,
)
"""The rating before: 'Amber (was Green)', 'Amber (April: Green)', 'Amber (Green in April)'."""
_FIRST = re.compile(
    r"(?i)\((?:not (?:previously )?(?:rated|assessed|reported|scored)|(?:a )?new|first (?:time|rating|report))\b"
    r"[^)]{0,30}\)"
)
"""What says that nothing was rated before: 'Green (not rated before)'."""
_ARROWS = re.compile(r"[↑↓→←↔⇧⇩⇨⇦⬆⬇➡⬅▲▼►◄△▽⇑⇓⇒⇐➔↗↘➚➘⬈⬊▶◀=]")
_JOINED = re.compile(r"\s*([/\-])\s*")
_OPTION = re.compile(
    r"(?<![\w/])(?:red|amber|yellow|green|blue|grey|gray|r|a|g|on track|at risk|off track)(?![\w/])",
    re.IGNORECASE,
)
_KEPT = 4096
"""Words whose compared form a process remembers."""
_VOCABULARIES = 64
"""Sets of rating words, of the rules and of documents' own legends, that a process remembers."""
_BETWEEN_OPTIONS = re.compile(r"\s*[/|]\s*|\s{3,}|\t+|\s+or\s+")
"""What parts the words of a printed scale."""
_OPTIONS = 3
"""That many different colours named in one short cell are the printed options, not a rating."""


@noun
class Mark:
    """What a rating cell shows."""

    text: str
    runs: tuple[Run, ...] = ()
    fill: str | None = None
    figures: tuple[Figure, ...] = ()


@noun
class RatingRead:
    """A rating and what it was read from. ``rest``: the words after it; ``conflict``: the colour that disagrees."""

    value: RatingValue | None
    basis: Basis | None
    rest: str = ""
    conflict: RatingValue | None = None
    previous: RatingValue | None = None
    unclear: bool = False


_TO = r"(?:→|->|➔|➜|➡|⟶|⇨|⇒|»|>)\ufe0f?"
_MOVED = re.compile(
    rf"(?P<then>[A-Za-z/ ]{{1,14}}?)\s*{_TO}\s*(?P<now>[A-Za-z/ ]{{1,14}}?)(?P<rest>\s*(?:$|[-–—:;,.(|\n].*))",
    re.DOTALL,
)
"""'A → G', 'Amber → Green – the pump has come': then and now in one cell."""


_Leading = Callable[[str], tuple[RatingValue, int] | None]
_Said = Callable[[str], tuple[RatingValue | None, str, RatingValue | None]]
_Options = Callable[[str], tuple[RatingValue, ...]]


class RatingWords:
    """The rating words and colours of the rules."""

    def __init__(self, rules: Rules) -> None:
        words: dict[str, RatingValue] = {}
        for rule in rules.ratings:
            for word in rule.words:
                words.setdefault(_fold(word), cast(RatingValue, rule.value))
        self._unclear = frozenset(_fold(letter) for letter in phrases_of(rules, "rating-unclear"))
        words = {word: value for word, value in words.items() if word not in self._unclear}
        self._colours = tuple(_fold(word) for word in phrases_of(rules, "colour-name"))
        self._was = tuple(phrases_of(rules, "was-rated"))
        self._use(words)
        self._sign = ""
        self._of_colour = lru_cache(maxsize=_KEPT)(partial(rating_of, rules.colours))

    def in_two_languages(self, sign: str) -> RatingWords:
        """These words for a document that says everything twice, with a sign between: 'Ambr / Amber'."""
        own = copy.copy(self)
        own._sign = sign
        return own

    def with_legend(self, legend: dict[str, RatingValue]) -> RatingWords:
        """These words with a document's own meanings put over them."""
        own = copy.copy(self)
        own._use({**self._words, **{_fold(word): value for word, value in legend.items()}})
        return own

    def _use(self, words: dict[str, RatingValue]) -> None:
        """Take words, and keep what is told of texts by them: each cell is asked by several steps."""
        self._words = words
        self._leading, self._said, self._options = _told_by(tuple(words.items()), self._colours, self._was)

    def light_in(self, text: str) -> bool:
        """Whether a whole text is a word for red, amber or green ('At risk')."""
        return self.of_word(text) in _LIT

    def with_colours(self, colours: dict[str, RatingValue]) -> RatingWords:
        """These words with a document's own colours (``#RRGGBB``) put over the rules' hues."""
        own = copy.copy(self)
        by_hue = self._of_colour
        own._of_colour = lru_cache(maxsize=_KEPT)(lambda color: colours.get(color) or by_hue(color))
        return own

    def of_word(self, text: str) -> RatingValue | None:
        """The rating that a whole text is."""
        return self._words.get(_bare(self._in_one_language(text) if self._sign else text))

    def _in_one_language(self, text: str) -> str:
        """The half of a rating in two languages that the rules know; any other text as it is. Of such documents."""
        first, found, second = text.partition(self._sign)
        known = [half for half in (first, second) if found and self._words.get(_bare(half))]
        return known[0].strip() if len(known) == 1 else text

    def of_colour(self, color: str | None) -> RatingValue | None:
        """The rating that a colour (``#RRGGBB``) shows, None for white and for colours of no rating."""
        return None if color is None else self._of_colour(color)

    def light_of(self, color: str | None) -> RatingValue | None:
        """The rating of a colour that stands for itself: red, amber, green or between; blue and grey may be paper."""
        value = self.of_colour(color)
        return value if value in _LIT else None

    def options(self, text: str) -> list[RatingValue]:
        """The different ratings that a short text names, in order: colours, or the scale's own words printed side by
        side ('On track / Slipping / In trouble').
        """
        return list(self._options(text))

    def _named(self, text: str) -> tuple[RatingValue, ...]:
        """The ratings of a piece of such a text, which may hold one of them alone."""
        return self._options(text) or _own_words(self._words, text)

    def starts_with_rating(self, text: str) -> bool:
        """Whether a text is a rating, alone or before its commentary."""
        return self._said(self._spelled_out(text))[0] is not None or self.may_be_several(text)

    def may_be_several(self, text: str) -> bool:
        """Whether a text is a letter that several colours of the document's language begin with: 'G'."""
        return _bare(text) in self._unclear

    def says_previous(self, text: str) -> bool:
        """Whether a text is nothing but an earlier rating that says so itself: 'Last month: Green'."""
        was = _WAS.match(text.strip())
        return was is not None and was.end() == len(text.strip())

    def says_first(self, text: str) -> bool:
        """Whether a text says that nothing was rated before: 'First report'."""
        return _FIRST.fullmatch(f"({text.strip(' .()')})") is not None

    def _spelled_out(self, text: str) -> str:
        """'A → G' as 'G (was A)', 'Ambr / Amber' as 'Amber'; any other text as it is."""
        text = self._in_one_language(text) if self._sign else text
        moved = _moved_in(text)
        if moved is None or not self.of_word(moved["now"]) or not self.of_word(moved["then"]):
            return text
        return f"{moved['now']} (was {moved['then']}){moved['rest']}"

    def _moved(self, mark: Mark) -> RatingRead | None:
        """'● → ● the grant is late', '● (was ●)': the lights of then and now; None where a mark does not show these."""
        lights = [figure for figure in mark.figures if figure.kind in _LIGHTS]
        values = [value for light in lights if (value := self.of_colour(light.color)) is not None]
        told = then_and_now(mark.text) if len(lights) == len(values) == 2 else None
        if told is None:
            return None
        (then, now), shown = (values, lights[1]) if told[0] else (values[::-1], lights[0])
        value, rest, _ = self._said(told[1])
        if value is not None:
            return RatingRead(value, "text", rest, previous=then)
        return RatingRead(now, "picture" if shown.kind == "picture" else "symbol", told[1], previous=then)

    def leading(self, text: str) -> RatingValue | None:
        """The rating that a text begins with before its commentary."""
        found = self._leading(text)
        return found[0] if found else None

    def read(self, mark: Mark) -> RatingRead:
        """The rating that a mark shows: words win over colours, a colour over nothing."""
        moved = self._moved(mark)
        if moved is not None:
            return moved
        text = " ".join(_ARROWS.sub(" ", self._spelled_out(mark.text)).split())
        boxes = [figure for figure in mark.figures if figure.kind == "checkbox" and self.options(figure.text)]
        if len(boxes) > 1:
            ticked = [value for figure in boxes if figure.checked for value in self.options(figure.text)]
            return (
                RatingRead(ticked[0], "symbol") if len(ticked) == 1 else RatingRead(None, None, unclear=True)
            )
        if len(self.options(text)) >= _OPTIONS and len(text) < 80:
            return self._chosen(mark)
        seen, basis = self._seen(mark)
        value, rest, previous = self._said(text)
        if value is not None:
            disagrees = seen is not None and seen in {*_LIT, "Blue"} and not agree(value, seen)
            conflict = seen if disagrees else None
            return RatingRead(value, "text", rest, conflict, previous)
        unclear = seen is None and self.may_be_several(text)
        return RatingRead(seen, basis if seen else None, text, None, previous, unclear)

    def _seen(self, mark: Mark) -> tuple[RatingValue | None, Basis | None]:
        shown = [
            (value, figure.kind)
            for figure in mark.figures
            if figure.kind in _LIGHTS and (value := self.of_colour(figure.color)) is not None
        ]
        lit = [(value, kind) for value, kind in shown if value not in {"Grey", "Black"}] or shown
        if len({value for value, _ in lit}) == 1:  # a traffic light's lit lamp speaks, never the first
            return lit[0][0], "picture" if lit[0][1] == "picture" else "symbol"
        if lit:
            return None, None
        fill = self.of_colour(mark.fill)
        if fill is None:
            fill = next((value for run in mark.runs if (value := self.of_colour(run.fill))), None)
        if fill is not None:
            return fill, "fill"
        for run in mark.runs:
            if run.text.strip() and (value := self.light_of(run.color)) is not None:
                return value, "symbol" if not any(char.isalnum() for char in run.text) else "fill"
        return None, None

    def _chosen(self, mark: Mark) -> RatingRead:
        """The one of several printed options that is marked: ringed, filled, bold, underlined or recoloured alone."""
        beside = self._beside_options(mark.text)
        for figure in mark.figures:
            covered = self._named(figure.overlaps)
            if len(covered) == 1:
                return RatingRead(covered[0], "symbol", beside)
        ticked = ticked_options(" ".join(mark.text.split()), lambda words: bool(self._named(words)))
        if ticked is not None and len(ticked) == 1:
            return RatingRead(self._named(ticked[0])[0], "symbol", beside)
        words = [run for run in mark.runs if self._named(run.text)]
        for look in ("fill", "bold", "underline", "color"):
            marked = [run for run in words if getattr(run, look)]
            named = [value for run in marked for value in self._named(run.text)]
            if len(named) == 1 and len(marked) < len(words):
                return RatingRead(named[0], "text", beside)
        return RatingRead(None, None, unclear=True)

    def _beside_options(self, text: str) -> str:
        """What is said beside printed options, a gap away: 'R<tab>A<tab>G<tab>Access is slow'."""
        parts = [part.strip() for part in _GAPS.split(text)]
        said = [part for part in parts if part and not self._named(part)]
        return said[-1] if len(said) == 1 < len(parts) and len(said[0].split()) > 1 else ""


_GAPS = re.compile(r"\t+|\s{3,}")
_LIT = {"Red", "Amber", "Green", "Amber/Red", "Amber/Green"}
_LIGHTS = {"symbol", "shape", "picture"}
_COLOUR_WORDS = {"red", "amber", "green", "yellow", "blue", "amber/red", "amber/green", "grey", "black"}


def _said(
    words: dict[str, RatingValue], beginning: _Beginning, text: str
) -> tuple[RatingValue | None, str, RatingValue | None]:
    """The rating that a text says, what it says besides, and the rating before."""
    previous = None
    text = _FIRST.sub("", text)
    for was in beginning.was.finditer(text) if beginning.was else ():
        previous = words.get(_bare(was["word"]))
        if previous is not None:
            text = (text[: was.start()] + text[was.end() :]).strip(" ,;()")
            break
    for was in _WAS.finditer(text) if previous is None else ():
        previous = words.get(_bare(was["word"] or was["month"] or was["then"]))
        if previous is not None:
            text = (text[: was.start()] + text[was.end() :]).strip(" ,;()")
            break
    whole = words.get(_bare(text))
    if whole is not None:
        return whole, "", previous
    leading = _leading(words, beginning, text)
    if leading is None:
        return None, text, previous
    value, end = leading
    return value, _unbracketed(_COMMENT_GAP.sub("", text[end:]).strip()), previous


def _leading(
    words: dict[str, RatingValue], beginning: _Beginning, text: str
) -> tuple[RatingValue, int] | None:
    """The rating that a text begins with, and where it ends."""
    text = text.lstrip("(-–: ") if text[:1] in "(-–: " else text
    match = beginning.pattern.match(text)
    if match:
        rest = text[match.end() :]
        if _HEDGED.match(rest) and _fold(match.group(0)) not in beginning.colours:
            return None
        if not rest.strip() or _COMMENT_GAP.match(rest) or _fold(match.group(0)) in beginning.colours:
            return words[_fold(match.group(0))], match.end()
    letter = re.match(r"(?:[RAG]|A/?G|A/?R)(?=\s*(?:[-–—:(]|$))", text)
    if letter and (value := words.get(_fold(letter.group(0)))):
        return value, letter.end()
    return None


@lru_cache(maxsize=_KEPT)
def _moved_in(text: str) -> re.Match[str] | None:
    """What stands before and after the arrow of 'A → G'."""
    return _MOVED.fullmatch(text.strip())


@lru_cache(maxsize=_VOCABULARIES)
def _told_by(
    pairs: tuple[tuple[str, RatingValue], ...], colours: tuple[str, ...], was: tuple[str, ...]
) -> tuple[_Leading, _Said, _Options]:
    """What some words with their ratings tell of texts: ``_leading``, ``_said`` and ``_options``, their answers kept.

    The reports of one template explain their colours in the same words, month after month.
    """
    words = dict(pairs)
    beginning = _Beginning(_beginning(tuple(words)), _COLOUR_WORDS | {*colours}, earlier_of(was))
    option = options_of(_OPTION, colours)
    return (
        lru_cache(maxsize=_KEPT)(partial(_leading, words, beginning)),
        lru_cache(maxsize=_KEPT)(partial(_said, words, beginning)),
        lru_cache(maxsize=_KEPT)(partial(_options, words, option)),
    )


@noun
class _Beginning:
    """What finds a rating at the start of a text; of ``colours`` whatever follows. ``was`` finds the one before."""

    pattern: re.Pattern[str]
    colours: frozenset[str] | set[str]
    was: re.Pattern[str] | None


def _beginning(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words at the start of a text, the longest first."""
    longest = sorted((word for word in words if len(word.replace("/", "")) > _LETTERS), key=len, reverse=True)
    return re.compile(r"(?:" + "|".join(map(re.escape, longest)) + r")(?![\w/])", re.IGNORECASE)


def _unbracketed(rest: str) -> str:
    """'improving)' without the bracket whose opening stood before it."""
    return rest[:-1].rstrip() if rest.endswith(")") and rest.count(")") > rest.count("(") else rest


@lru_cache(maxsize=_KEPT)
def _fold(text: str) -> str:
    folded = _JOINED.sub(r"\1", " ".join(text.casefold().split()))
    return folded.strip(" .:;,()[]*").removeprefix("rag: ").removesuffix(" status")


@lru_cache(maxsize=_KEPT)
def _bare(text: str) -> str:
    """As ``_fold``, arrows left out."""
    return _fold(_ARROWS.sub("", text))


def _options(words: dict[str, RatingValue], option: re.Pattern[str], text: str) -> tuple[RatingValue, ...]:
    """The different ratings that a text names as options, in order."""
    named = tuple(dict.fromkeys(words[name] for name in _options_in(option, text) if name in words))
    own = tuple(dict.fromkeys(_own_words(words, text))) if _BETWEEN_OPTIONS.search(text.strip()) else ()
    return own if len(own) > len(named) else named


def _own_words(words: dict[str, RatingValue], text: str) -> tuple[RatingValue, ...]:
    """The ratings that a text parts by strokes; none where one of its parts is no word of the scale."""
    values = [words.get(_bare(part)) for part in _BETWEEN_OPTIONS.split(text) if part.strip()]
    return tuple(value for value in values if value is not None) if None not in values else ()


@lru_cache(maxsize=_KEPT)
def _options_in(option: re.Pattern[str], text: str) -> tuple[str, ...]:
    """The words of ratings that stand in a text, in their compared form, in order."""
    return tuple(_fold(match.group(0)) for match in option.finditer(text))
