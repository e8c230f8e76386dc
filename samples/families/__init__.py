"""Every family of samples, one module each: first those that rules may be tuned on, then those kept apart."""

from __future__ import annotations

from samples.families import (
    blank_form,
    boxed,
    building_site,
    colour_only,
    committee_pack,
    confidence,
    council_form,
    council_print,
    funder_update,
    key_values,
    memo,
    nhs_grid,
    options,
    police_cells,
    quadrant,
    quarterly,
    register,
    ringed,
    sprint_board,
    stage_headings,
    state_agency,
    symbol_sheet,
    transposed,
    two_column,
)

FAMILIES = (
    council_form.FAMILY,
    stage_headings.FAMILY,
    nhs_grid.FAMILY,
    two_column.FAMILY,
    confidence.FAMILY,
    memo.FAMILY,
    register.FAMILY,
    police_cells.FAMILY,
    committee_pack.FAMILY,
    blank_form.FAMILY,
    council_print.FAMILY,
    building_site.FAMILY,
    symbol_sheet.FAMILY,
    quadrant.FAMILY,
    key_values.FAMILY,
    quarterly.FAMILY,
    colour_only.FAMILY,
    funder_update.FAMILY,
    options.FAMILY,
    boxed.FAMILY,
    sprint_board.FAMILY,
    state_agency.FAMILY,
    ringed.FAMILY,
    transposed.FAMILY,
)

HANDFUL: dict[str, tuple[tuple[str, ...], tuple[int, ...]]] = {
    "council_form": (("leisure", "contact"), (4, 5, 6)),
    "nhs_grid": (("prescribing",), (3, 4, 5, 6)),
    "register": (("records",), (4, 5, 6)),
    "police_cells": (("control",), (2, 3, 4)),
    "confidence": (("grants",), (8, 9, 10)),
    "memo": (("bridge",), (2, 3)),
    "two_column": (("bridge",), (4, 5, 6)),
    "stage_headings": (("contact",), (7, 8)),
    "committee_pack": (("leisure",), (3,)),
    "blank_form": (("leisure",), (1, 2)),
    "building_site": (("bridge",), (7, 8)),
    "symbol_sheet": (("records",), (7, 8)),
    "quadrant": (("prescribing",), (7, 8)),
    "council_print": (("leisure",), (7, 8)),
    "key_values": (("warmth",), (7, 8, 9)),
}
"""Samples kept with the project: family, projects, months of the story. None of them is of a family kept apart."""

ONE_CALENDAR = {"contact": 12, "records": 4, "control": 8, "bridge": 8}
"""Years (leap onto leap) that the stories of the kept samples are moved by, so that one tracker shows them together."""
