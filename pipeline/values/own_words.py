"""What the language of a document says of ratings beside their words: colours as options, the rating before."""

from __future__ import annotations

import re

from rules.schema import Rules


def options_of(english: re.Pattern[str], colours: tuple[str, ...]) -> re.Pattern[str]:
    """What finds the options of a printed scale, colours of the document's own language among them."""
    own = "".join(f"{re.escape(colour)}|" for colour in sorted(colours, key=len, reverse=True))
    return (
        re.compile(english.pattern.replace("(?:red|", f"(?:{own}red|", 1), re.IGNORECASE) if own else english
    )


def earlier_of(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """What finds the rating before by the words of the document's language: 'Gelb (vorher Grün)'."""
    body = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    after = r"\s*[:=–-]?\s*(?P<word>[^\W\d_][\w/ -]*?)\s*(?:[)\]]|$|[.;,])"
    return re.compile(rf"[(\[]?(?<!\w)(?:{body})(?!\w){after}", re.IGNORECASE) if body else None


def phrases_of(rules: Rules, kind: str) -> list[str]:
    """The whole texts of a kind that the rules list."""
    return [phrase for rule in rules.texts if rule.kind == kind for phrase in rule.phrases]
