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
}
"""Samples kept with the project: family, projects, months of the story."""
