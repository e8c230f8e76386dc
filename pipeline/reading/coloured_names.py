"""Names that begin with a colour: 'Programme: Green Fleet' names a programme and rates nothing."""

from __future__ import annotations

from pipeline.reading.vocabulary import Vocabulary

_SMALL = 3
"""Letters of the longest word that a name writes small ('of', 'the', 'and')."""
_MOST_WORDS = 6
_KINDS = ("state", "trend")


def is_coloured_name(label: str, value: str, vocabulary: Vocabulary) -> bool:
    """Whether a field's value is a rating word and more capital words in one stretch: a name, no commentary.

    'Amber Green' is a rating, 'Amber Slipping' says how things stand, 'Green - On time' parts the two.
    """
    words = value.split()
    rating_words = vocabulary.rating_words
    if not 1 < len(words) <= _MOST_WORDS or not vocabulary.field(label):
        return False
    if rating_words.of_word(words[0]) is None or rating_words.of_word(value) is not None:
        return False
    if not all(word.replace("'", "").replace("’", "").isalnum() for word in words):
        return False
    rest = words[1:]
    if any(rating_words.starts_with_rating(" ".join(rest[at:])) for at in range(len(rest))):
        return False
    if any(vocabulary.is_kind(kind, part) for kind in _KINDS for part in (*rest, " ".join(rest))):
        return False
    return all(word[0].isupper() or len(word) <= _SMALL for word in rest) and rest[-1][0].isupper()
