"""How often Python looks for circles among the objects of a document that is being read."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

NEW_OBJECTS = 100_000
"""Made and not let go of since the last search: more than reading a usual report makes. Packs of many pages make more,
and what a library leaves in circles does not pile up.
"""


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Searches are as rare as that meanwhile: a document's nouns are many and know nothing of those that hold them, so
    that a search at every seven hundred of them finds nothing and takes a fifteenth of the time.
    """
    usual = gc.get_threshold()
    gc.set_threshold(max(NEW_OBJECTS, usual[0]) if usual[0] else 0, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
