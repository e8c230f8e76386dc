"""Documents to rules that somebody may want: what no rule knew in them, and what it may mean."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from extractors.document import Document, UnreadableDocument
from extractors.registry import Aids, extract_document
from pipeline.converting import Means, converted
from pipeline.gather import gather_files
from pipeline.reading import trace_document, vocabulary_of
from pipeline.reading.wording import plain
from pipeline.rulebook.evidence import evidence, in_table_order, in_usual_order
from pipeline.rulebook.guess import Guess, Guesser
from pipeline.rulebook.unknown import Books, Unknown, unknown_labels, unknown_ratings, unknown_rest
from pipeline.rulebook.unknown_headings import known_sections, unknown_headings
from pipeline.rulebook.unknown_tables import unknown_in_table
from pipeline.run import is_report
from rules.schema import Rules

_NEAR = 0.65
"""Likeness from which a meaning is worth naming although nothing beside the wording speaks for it; below, words of
other languages are like anything.
"""
_NAMED = 5
"""Meanings that are named: the choice and four others."""
_DIMENSIONS = ("schedule", "cost", "risk", "quality", "overall", "other")
_RATINGS = ("Red", "Amber", "Green")
"""What is named where nothing tells more."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A wording that no rule knows, where it stands first, the documents that hold it, and what it may mean.

    ``guesses``: the likeliest first; ``sure``: the first may stand unless somebody objects.
    """

    unknown: Unknown
    documents: tuple[str, ...]
    guesses: tuple[Guess, ...] = ()
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Suggestions:
    """All suggestions, those of most documents first; ``unread``: files that could not be read, and why."""

    items: tuple[Suggestion, ...]
    read: int
    unread: tuple[tuple[str, str], ...]

    @property
    def teachable(self) -> bool:
        """Whether a rule can mend any of it; a date's wording no rule can."""
        return any(item.unknown.kind != "date" for item in self.items)


def suggest_rules(paths: Iterable[Path], rules: Rules) -> Suggestions:
    """What no rule knows in the documents under ``paths`` (files, folders, zip archives)."""
    found: list[tuple[str, Unknown]] = []
    unread: list[tuple[str, str]] = []
    guesser = Guesser(rules)
    with tempfile.TemporaryDirectory(prefix="highlight-", ignore_cleanup_errors=True) as scratch:
        gathered = gather_files(paths, is_report, Path(scratch))
        unread += [(omission.shown, omission.reason) for omission in gathered.omitted if omission.failed]
        with converted((file.path for file in gathered.files), Means()) as conversions:
            for file in gathered.files:
                try:
                    document = extract_document(file.path, Aids(conversions.get(file.path)))
                except UnreadableDocument as error:
                    unread.append((file.shown, str(error)))
                else:
                    found += [(file.shown, unknown) for unknown in find_unknown(document, rules, guesser)]
        read = len(gathered.files) + sum(omission.failed for omission in gathered.omitted) - len(unread)
    return Suggestions(_ranked(_merged(found), guesser), read, tuple(unread))


def find_unknown(document: Document, rules: Rules, guesser: Guesser) -> list[Unknown]:
    """What no rule knows in one document, each wording as often as it stands there."""
    books = Books(document, *trace_document(document, rules), vocabulary_of(rules, document))
    headings = in_usual_order(unknown_headings(books), known_sections(books))
    titles = {heading.wording for heading in headings}
    labels = [label for label in unknown_labels(books) if label.wording not in titles]
    found = [*headings, *labels, *unknown_ratings(books)]
    for table in books.tables():
        found += unknown_in_table(table, books)
    columns = iter(in_table_order([unknown for unknown in found if unknown.kind == "column"]))
    found = [next(columns) if unknown.kind == "column" else unknown for unknown in found]
    found = [part for unknown in found for part in _rated(unknown, guesser)]
    rated = [unknown for unknown in found if unknown.kind == "dimension"]
    if len(rated) == 1 and not any(report.ratings for report in books.reading.reports):
        found[found.index(rated[0])] = replace(rated[0], hint="overall")  # the only rating is the project's
    rest = unknown_rest(books)
    if not any(unknown.kind in {"heading", "label"} for unknown in found):
        rest = [unknown for unknown in rest if unknown.kind != "title"]  # the form is known: so is its title
    rest = [unknown for unknown in rest if unknown.wording not in titles]
    return [replace(item, wording=_one_line(item.wording)) for item in (*found, *rest)]


def _rated(unknown: Unknown, guesser: Guesser) -> list[Unknown]:
    """A label that looks like a rated dimension's, beside a word that may be its rating, is both; others stay."""
    value = unknown.beside[0] if unknown.beside else ""
    if (
        unknown.kind != "label"
        or not value.isalpha()
        or not _near(guesser.rank("dimension", unknown.wording))
    ):
        return [unknown]
    why = f"beside '{unknown.wording}'; its rating is not read"
    mark = replace(unknown, kind="rating", wording=value, beside=(), why=why)
    return [replace(unknown, kind="dimension"), mark]


def _merged(found: list[tuple[str, Unknown]]) -> list[Suggestion]:
    """Each wording once, with the documents that hold it and the meaning that most of them show."""
    groups: dict[tuple[str, str], list[tuple[str, Unknown]]] = {}
    for shown, unknown in found:
        if plain(unknown.wording):
            groups.setdefault((unknown.kind, plain(unknown.wording)), []).append((shown, unknown))
    merged = []
    for group in groups.values():
        hints = Counter(unknown.hint for _, unknown in group if unknown.hint)
        hint = hints.most_common(1)[0][0] if hints else ""
        documents = tuple(dict.fromkeys(shown for shown, _ in group))
        merged.append(Suggestion(replace(group[0][1], hint=hint), documents))
    return sorted(merged, key=lambda suggestion: -len(suggestion.documents))


def _ranked(suggestions: list[Suggestion], guesser: Guesser) -> tuple[Suggestion, ...]:
    ranked = []
    for suggestion in suggestions:
        guesses = _guesses(suggestion.unknown, guesser)
        sure = bool(guesses) and guesses[0].sure and suggestion.unknown.kind != "title"
        ranked.append(replace(suggestion, guesses=tuple(guesses[:_NAMED]), sure=sure))
    return tuple(ranked)


def _guesses(unknown: Unknown, guesser: Guesser) -> list[Guess]:
    """A sure likeness first, then what the text beside it speaks for, then what it looks like."""
    kind, wording = unknown.kind, unknown.wording
    if kind == "date":
        return []
    if kind == "title":
        return [Guess("title", 0.0)]
    like = guesser.rank(kind, wording)
    if kind == "rating":
        shown = [Guess(unknown.hint, 1.0)] if unknown.hint else []
        return _once([*shown, *_sure(like), *_named(_RATINGS, like)])
    if kind == "dimension":
        return _once([*_sure(like), *_named([unknown.hint], like), *_near(like), *_named(_DIMENSIONS, like)])
    spoken = _named(evidence(unknown), like)
    if kind == "label":  # only what the value's shape allows: a date's label is no manager's
        fields = [guess for guess in spoken if guess.meaning != "metadata"]
        return _once([*_sure(spoken), *_near(fields), *spoken])
    read = [
        guess for guess in like if not guess.meaning.endswith(".aside")
    ]  # what is kept aside needs no rule
    return _once([*_sure(read), *spoken[:1], *_near(read), *spoken])


def _sure(like: Sequence[Guess]) -> list[Guess]:
    return [guess for guess in _near(like) if guess.sure]


def _near(like: Sequence[Guess]) -> list[Guess]:
    return sorted((guess for guess in like if guess.likeness >= _NEAR), key=lambda guess: -guess.likeness)


def _named(meanings: Iterable[str], like: Sequence[Guess]) -> list[Guess]:
    """Guesses of these meanings in their order, unsure ones too."""
    by_meaning = {guess.meaning: guess for guess in like}
    return [by_meaning[meaning] for meaning in meanings if meaning in by_meaning]


def _once(guesses: Iterable[Guess]) -> list[Guess]:
    first: dict[str, Guess] = {}
    for guess in guesses:
        first.setdefault(guess.meaning, guess)
    return list(first.values())


def _one_line(text: str) -> str:
    """A wording without line ends, tabs and signs that no file may hold."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
