"""A district council's quarterly capital return: a front page, then one register-like table for each scheme."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update
from samples.story import tell
from samples.word import COLOURS, Sheet, para, row, run, shade, write

SLATE, STONE = "D5DCE4", "F2F2F2"
SCHEMES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))["schemes"]
WORDS = {"G": "On target", "A": "Slight concern", "R": "Serious concern", "B": "Completed"}
SEEN = {"G": "Green", "A": "Amber", "R": "Red", "B": "Blue"}
LABELS = {"Scheme overall": "overall", "Timescale": "schedule", "Budget": "cost"}
QUARTERS = (
    "April to June 2024",
    "July to September 2024",
    "October to December 2024",
    "January to March 2025",
)
ENDS = (date(2024, 6, 30), date(2024, 9, 30), date(2024, 12, 31), date(2025, 3, 31))
RETURNED = (date(2024, 7, 9), date(2024, 10, 8), date(2025, 1, 14), date(2025, 4, 9))
FRONT = (
    "This return brings together the schemes in the approved capital programme with a budget above £50,000. "
    "It is compiled from entries made by project officers and goes to the Finance and Assets Committee."
)
KEY = "Green – On target    Amber – Slight concern    Red – Serious concern    Blue – Completed"


def render(updates: tuple[Update, ...]) -> Rendered:
    quarter = updates[0].number
    sheet = Sheet("Tahoma", 9, margin_cm=1.8)
    run(sheet.header.paragraphs[0], "Capital Programme 2024/25", size=8, color="595959")
    para(sheet.body, "Tarnbeck District Council", bold=True, size=18)
    para(sheet.body, f"Capital schemes: return for Quarter {quarter}", bold=True, size=14)
    para(sheet.body, FRONT)
    para(sheet.body, f"Key to positions:    {KEY}", italic=True, size=8)
    body: Any = sheet.body
    reports: list[Record] = []
    for scheme in SCHEMES:
        if scheme["from"] <= quarter <= scheme["to"]:
            if reports:
                body.add_page_break()
            reports.append(_scheme(sheet, scheme, quarter))
    return Rendered(sheet.save(), tuple(reports))


def _line(grid: Any, widths: tuple[int, ...], texts: tuple[str, ...], **look: Any) -> list[Any]:
    """A row whose cells are as many columns wide as ``widths`` says."""
    cells, at, made = row(grid, [None] * 6), 0, []
    for width, text in zip(widths, texts, strict=True):
        cell = cells[at].merge(cells[at + width - 1])
        fill = look.get("fill")
        if text:
            write(cell, text, **{name: value for name, value in look.items() if name != "fill"})
        if fill:
            shade(cell, fill)
        made.append(cell)
        at += width
    return made


def _labels(grid: Any, *pairs: tuple[str, str], widths: tuple[int, ...] = (1, 1, 1, 1, 1, 1)) -> None:
    cells = _line(grid, widths, ("",) * len(widths))
    for place, (label, value) in enumerate(pairs):
        write(cells[2 * place], label, bold=True)
        shade(cells[2 * place], STONE)
        write(cells[2 * place + 1], value)


def _scheme(sheet: Sheet, scheme: dict[str, Any], quarter: int) -> Record:
    told = scheme[f"q{quarter}"]
    grid = sheet.table([2.9, 2.9, 2.9, 2.9, 2.9, 2.9])
    _labels(grid, ("Scheme", scheme["name"]), ("Ref", scheme["ref"]), widths=(1, 3, 1, 1))
    returned = RETURNED[quarter - 1]
    when = f"Quarter {quarter}: {QUARTERS[quarter - 1]}"
    _labels(grid, ("Return for", when), ("Date of return", dates.dotted(returned)), widths=(1, 3, 1, 1))
    _labels(
        grid,
        ("Service", scheme["service"]),
        ("Scheme sponsor", scheme["sponsor"]),
        ("Project officer", scheme["officer"]),
    )
    _labels(
        grid,
        ("Ward", scheme["ward"]),
        ("Started", dates.dotted(scheme["start"])),
        ("Due to finish", dates.dotted(scheme["end"])),
    )
    lists: dict[str, Any] = {
        "ratings": _positions(grid, scheme, quarter),
        "activities": _work(grid, told),
        "milestones": _stages(grid, scheme, quarter),
        "finances": _funding(grid, told, quarter),
        "risks": _concerns(grid, told),
    }
    _line(grid, (6,), ("Member decision sought",), bold=True, fill=SLATE)
    _line(grid, (6,), (told.get("ask", "None this quarter"),))
    report = gold.report(
        project=scheme["name"],
        reference=scheme["ref"],
        sponsor=scheme["sponsor"],
        manager=scheme["officer"],
        report_date=returned,
        period=dates.iso_month(ENDS[quarter - 1]),
        start_date=scheme["start"],
        end_date=scheme["end"],
        decisions=gold.decisions([told["ask"]] if "ask" in told else []),
        **lists,
    )
    del report["programme"]  # 'Capital Programme' stands in the page header alone
    return report


def _positions(grid: Any, scheme: dict[str, Any], quarter: int) -> list[Record]:
    _line(grid, (1, 1, 1, 3), ("Position", "This quarter", "Last quarter", "Reason"), bold=True, fill=SLATE)
    records = []
    before = scheme.get(f"q{quarter - 1}", {}).get("position")
    told = scheme[f"q{quarter}"]
    for place, (label, key) in enumerate(LABELS.items()):
        now, was = told["position"][place], before[place] if before else None
        reason = told["reasons"].get(key)
        cells = _line(
            grid, (1, 1, 1, 3), (label, WORDS[now], WORDS[was] if was else "New return", reason or "")
        )
        shade(cells[1], COLOURS[SEEN[now]])
        if was:
            shade(cells[2], COLOURS[SEEN[was]])
        records.append(gold.rating(label, key, SEEN[now], SEEN[was] if was else None, reason))
    return records


def _work(grid: Any, told: dict[str, Any]) -> list[Record]:
    """No bullets: each paragraph of the cell is a piece of work."""
    records = []
    for title, kind, texts in (
        ("Work done this quarter", "completed", told["done"]),
        ("Work for next quarter", "planned", told["next"]),
    ):
        _line(grid, (6,), (title,), bold=True, fill=SLATE)
        (cell,) = _line(grid, (6,), ("",))
        for text in texts or ("None",):
            write(cell, text)
        records += [gold.activity(kind, text) for text in texts]
    return records


def _stages(grid: Any, scheme: dict[str, Any], quarter: int) -> list[Record]:
    heads = ("Key stage", "Original date", "Revised date", "Date achieved")
    _line(grid, (3, 1, 1, 1), heads, bold=True, fill=SLATE)
    records = []
    for stage in scheme["stages"]:
        moved = [day for moment, day in stage.get("moves", ()) if moment <= quarter]
        actual = stage.get("actual")
        reached = actual if actual and actual <= ENDS[quarter - 1] else None
        revised = moved[-1] if moved else None
        days = (stage["original"], revised, reached)
        _line(grid, (3, 1, 1, 1), (stage["text"], *(dates.dotted(day) if day else "" for day in days)))
        records.append(
            gold.milestone(stage["text"], baseline=stage["original"], forecast=revised, actual=reached)
        )
    return records


def _funding(grid: Any, told: dict[str, Any], quarter: int) -> list[Record]:
    heads = (
        "Funding",
        "Budget £",
        f"Spent to {dates.dotted(ENDS[quarter - 1])} £",
        "Likely outturn £",
        "Variation £",
    )
    _line(grid, (2, 1, 1, 1, 1), heads, bold=True, fill=SLATE)
    lines = [(name, *sums) for name, *sums in told["funding"]]
    if len(lines) > 1:
        lines.append(("Total", *(sum(line[at] for line in lines) for at in (1, 2, 3))))
    records = []
    for name, budget, spent, outturn in lines:
        variation = outturn - budget
        shown = f"-{-variation:,}" if variation < 0 else f"+{variation:,}" if variation else "0"
        _line(grid, (2, 1, 1, 1, 1), (name, f"{budget:,}", f"{spent:,}", f"{outturn:,}", shown))
        records.append(gold.finance(name, budget=budget, actual=spent, forecast=outturn, variance=variation))
    return records


def _concerns(grid: Any, told: dict[str, Any]) -> list[Record]:
    _line(grid, (3, 2, 1), ("Matters of concern", "Action in hand", "Officer"), bold=True, fill=SLATE)
    for text, action, officer in told["concerns"]:
        _line(grid, (3, 2, 1), (text, action, officer))
    if not told["concerns"]:
        _line(grid, (6,), ("Nothing to report",))
    return [
        gold.risk(None, text, response=action, owner=officer) for text, action, officer in told["concerns"]
    ]


def gather(number: int) -> tuple[Update, ...]:
    """The quarter's number in place of a month's; the schemes' entries stand in this module's own file."""
    return (replace(tell("leisure", number), number=number),) if number <= len(ENDS) else ()


FAMILY = Family(
    name="capital_return",
    organisation="Tarnbeck District Council",
    style="quarterly return of a district council's capital programme officer, one table for each scheme",
    tests="several reports, plain paragraphs of work in cells, words of its own with a key, concerns, revised dates",
    suffix=".docx",
    apart=False,
    projects=("leisure",),
    render=render,
    gather=gather,
    file_name=lambda updates: f"capital-return-{dates.iso_month(ENDS[updates[0].number - 1])}",
)
