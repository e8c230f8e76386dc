"""The borough's form of ``council_form`` as its officers publish it: printed to PDF."""

from __future__ import annotations

from dataclasses import replace

from samples.families import council_form

FAMILY = replace(
    council_form.FAMILY,
    name="council_print",
    style="the same form, printed to PDF",
    tests="one template in two formats: the same gold from cells, fills and a bar that are only drawn",
    suffix=".pdf",
    projects=("bridge", "leisure"),
    office=True,
)
