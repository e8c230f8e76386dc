"""Reading from outside: pages laid out in grids, tables side by side, bands, columns known by what they show."""

from __future__ import annotations

from dataclasses import replace

from extractors.document import Block, Cell, Run
from tests.documents import (
    AMBER,
    BLUE,
    FORM,
    GREEN,
    RED,
    bold,
    bullets,
    cell,
    codes,
    done,
    head,
    heading,
    para,
    read,
    read_report,
    table,
)

BAND = BLUE


def band(text: str, across: int) -> list[str | Cell]:
    return [cell(bold(text), fill=BAND, across=across)]


def ratings(*blocks: Block | str | list[Block]) -> list[tuple[str, str | None, str | None]]:
    return [(rating.label, rating.current, rating.comment) for rating in read_report(FORM, *blocks).ratings]


def test_a_matrix_printed_in_two_halves_side_by_side() -> None:
    heads: list[str | Cell] = [head(word) for word in ("Area", "RAG", "Why?") * 2]
    assert ratings(
        heading("RAG at a glance"),
        table(
            heads,
            [
                "Overall",
                cell("A", fill=AMBER),
                "Kiln late.",
                "Time",
                cell("A", fill=AMBER),
                "Two weeks lost.",
            ],
            [
                "Cost",
                cell("G", fill=GREEN),
                "Within budget.",
                "Staff",
                cell("R", fill=RED),
                "Nobody fires it.",
            ],
        ),
    ) == [
        ("Overall", "Amber", "Kiln late."),
        ("Cost", "Green", "Within budget."),
        ("Time", "Amber", "Two weeks lost."),
        ("Staff", "Red", "Nobody fires it."),
    ]


def test_parts_of_a_page_in_a_grid_are_known_by_what_they_hold() -> None:
    matrix = table(["Time", cell("▲", fill=GREEN), "On time."], ["Money", cell("▼", fill=RED), "Overspent."])
    dates = table(
        [head("Milestone"), head("Plan"), head("Forecast")], ["Kiln lit", "1 May 2012", "8 May 2012"]
    )
    report = read_report(
        FORM,
        table(
            [head("Vital signs of the pottery"), head("Since last month"), head("Voices")],
            [cell(matrix), cell(*bullets("Built the kiln")), cell("“It is warm.”")],
            [head("Milestones"), head("Asks of the board"), head("Weather")],
            [cell(dates), cell("No asks this month"), cell("Wet")],
        ),
    )
    assert [(rating.label, rating.current, rating.comment) for rating in report.ratings] == [
        ("Time", "Green", "On time."),
        ("Money", "Red", "Overspent."),
    ]
    assert [activity.text for activity in report.activities] == ["Built the kiln"]
    assert [(milestone.text, milestone.forecast) for milestone in report.milestones] == [
        ("Kiln lit", "2012-05-08")
    ]
    assert report.decisions == ()


def test_rows_across_a_table_of_work_tell_its_kind() -> None:
    report = read_report(
        FORM,
        heading("Works and activities"),
        table(
            [head("Section of works"), head("Activity"), head("Date")],
            band("Completed this month", 3),
            ["Kiln", "Kerbs laid along the yard", "07/06/2012"],
            band("Programmed this month, not completed", 3),
            [cell("None", across=3)],
            band("Look ahead: July 2012", 3),
            ["Shed", "Roof the shed", "26/07/2012"],
        ),
    )
    assert done(report) == [
        ("completed", "Kiln", "Kerbs laid along the yard"),
        ("planned", "Shed", "Roof the shed"),
    ]
    assert [activity.due for activity in report.activities] == ["2012-06-07", "2012-07-26"]


def test_heads_nobody_knows_are_read_by_what_stands_below_and_told() -> None:
    report = read_report(
        FORM,
        heading("Work in the next period"),
        table(
            [head("Kiln day"), head("Work"), head("Potter")],
            ["8 January 2012", "Glaze the large jars", "Ann Lee"],
            ["15 January 2012", "Fire the large jars", "Bo Day"],
        ),
    )
    assert [(a.text, a.owner, a.due) for a in report.activities] == [
        ("Glaze the large jars", "Ann Lee", "2012-01-08"),
        ("Fire the large jars", "Bo Day", "2012-01-15"),
    ]
    (told,) = [finding for finding in report.findings if finding.code == "guessed-column"]
    assert told.severity == "warning"
    assert "'Potter' as owner" in told.message


def test_what_columns_show_makes_no_register_of_any_table() -> None:
    report = read_report(
        FORM,
        heading("Pots on the shelf"),
        table(
            [head("Squall"), head("What we are doing"), head("Hand")],
            ["The large jar from the north shelf", "Leaving it there", "Ann Lee"],
            ["The small jar from the south shelf", "Turning it round", "Bo Day"],
        ),
    )
    assert (report.activities, report.risks) == ((), ())
    assert "unknown-table" in codes(report)


def test_a_register_that_says_that_it_holds_nothing() -> None:
    heads: list[str | Cell] = [
        head(word) for word in ("No.", "Issue", "BRAG", "Action in hand", "With", "State")
    ]
    report = read_report(FORM, heading("Issues"), table(heads, [cell("No open issues", across=6)]))
    assert report.risks == ()


def test_the_next_table_of_a_form_begins_with_heads_of_its_own() -> None:
    report = read_report(
        FORM,
        table(
            band("Key risks", 4),
            [head("No."), head("Risk"), head("Control measures"), head("Owner")],
            ["R1", "The kiln may crack", "Fire it slowly", "Ann Lee"],
            band("Live issues", 4),
            [head("No."), head("Issue"), head("Being done about it"), head("Owner")],
            ["I1", "Clay ran out", "Order more", "Bo Day"],
            band("Key dates", 4),
            [head("Event"), head("Original"), head("Revised"), head("Achieved")],
            ["Kiln lit", "1 May 2012", "", "2 May 2012"],
        ),
    )
    assert [(risk.kind, risk.text, risk.response) for risk in report.risks] == [
        ("risk", "The kiln may crack", "Fire it slowly"),
        ("issue", "Clay ran out", "Order more"),
    ]
    assert [(m.text, m.baseline, m.actual) for m in report.milestones] == [
        ("Kiln lit", "2012-05-01", "2012-05-02")
    ]


def test_a_description_that_holds_the_mitigation_and_the_owner() -> None:
    report = read_report(
        FORM,
        heading("Top risks"),
        table(
            [head("Score"), head("Risk")],
            [cell("16", fill=RED), cell("The kiln may crack", "Mitigation: Fire it slowly", "Lead: Ann Lee")],
        ),
    )
    (risk,) = report.risks
    assert (risk.text, risk.response, risk.owner, risk.score, risk.rating) == (
        "The kiln may crack", "Fire it slowly", "Ann Lee", "16", "Red",
    )  # fmt: skip


def test_commentary_in_the_column_of_its_colour() -> None:
    assert ratings(
        heading("How is it going?"),
        table(
            [
                "",
                cell(bold("Going well"), fill=GREEN),
                cell(bold("Needs watching"), fill=AMBER),
                cell(bold("Needs help"), fill=RED),
            ],
            ["Overall", "", "Open on time, without slack.", ""],
            ["Budget", "Inside the grant.", "", ""],
        ),
    ) == [("Overall", "Amber", "Open on time, without slack."), ("Budget", "Green", "Inside the grant.")]  # fmt: skip


def test_work_under_the_rows_of_its_sites() -> None:
    report = read_report(
        FORM,
        heading("Site by site"),
        table(
            band("North yard", 2),
            [head("This month"), cell(*bullets("Laid the floor of the kiln shed"))],
            [head("Next month"), cell(*bullets("Roof the shed"))],
            band("South yard", 2),
            [head("Next month"), cell(*bullets("Drain the yard"))],
        ),
    )
    assert done(report) == [
        ("completed", "North yard", "Laid the floor of the kiln shed"),
        ("planned", "North yard", "Roof the shed"),
        ("planned", "South yard", "Drain the yard"),
    ]


def test_columns_of_counts_are_no_sections() -> None:
    report = read_report(
        FORM,
        heading("Pots"),
        table(
            [head("Shelf"), head("Planned"), head("Started"), head("Handed over")], ["North", "58", "44", "0"]
        ),
    )
    assert report.activities == ()


def test_labels_over_their_values_above_a_summary() -> None:
    report = read_report(
        table(
            [cell("Scheme ref"), cell("SRO"), cell("Scheme lead"), cell("Promoter"), cell("Finish")],
            ["CL-04", "Ann Lee", "Bo Day", "Partnership", "27/06/2012"],
            [cell("Kilns are lit at both yards.", across=5)],
        ),
        heading("Progress"),
        *bullets("Lit the kiln"),
    )
    assert (report.reference, report.sponsor, report.manager, report.end_date) == (
        "CL-04", "Ann Lee", "Bo Day", "2012-06-27",
    )  # fmt: skip


def test_sheets_of_a_pack_are_named_by_their_banners() -> None:
    def sheet(name: str, reference: str, number: int) -> list[Block]:
        return [
            table(
                [
                    cell(bold(name), fill=BLUE),
                    cell("May 2012", fill=BLUE),
                    cell(f"Sheet {number} of 2", fill=BLUE),
                ]
            ),
            table(
                ["Scheme ref", reference, "SRO", "Ann Lee"], ["Scheme lead", "Bo Day", "Finish", "1 May 2013"]
            ),
            heading("Delivered in May"),
            *bullets(f"Lit the kiln of {name}"),
            heading("Milestones"),
            table(
                [head("Milestone"), head("Baseline"), head("Forecast")], ["Lit", "1 May 2012", "2 May 2012"]
            ),
        ]

    reports = read(
        "Potters' partnership", *sheet("North kiln", "P-1", 1), *sheet("South kiln", "P-2", 2)
    ).reports
    assert [(report.project, report.reference) for report in reports] == [
        ("North kiln", "P-1"),
        ("South kiln", "P-2"),
    ]


def test_numbers_that_a_form_gives_its_lines_are_no_dimensions() -> None:
    report = read_report(
        FORM,
        table(
            ["", head("Measure"), head("This return"), head("Last return"), head("Reason")],
            ["12", "Overall", "Amber", "Green", "The kiln cracked."],
            ["13", "Cost", "Green", "Green", "Nothing spent."],
        ),
    )
    assert [(rating.label, rating.current, rating.previous) for rating in report.ratings] == [
        ("Overall", "Amber", "Green"),
        ("Cost", "Green", "Green"),
    ]


def test_a_line_of_words_with_their_colours_is_the_legend_of_ratings() -> None:
    report = read_report(
        FORM,
        table([head("Measure"), head("Assessment")], ["Time", "Drifting"], ["Cost", "On course"]),
        para("Our scale: On course (green) – fine; Drifting (amber) – we act; Aground (red) – you act."),
    )
    assert [(rating.label, rating.current) for rating in report.ratings] == [
        ("Time", "Amber"),
        ("Cost", "Green"),
    ]


def test_a_numbered_risk_with_a_bold_number_is_no_heading() -> None:
    def told(number: str, words: str) -> Block:
        return replace(para(""), runs=(Run(number, bold=True), Run(words)))

    def led(head: str, words: str) -> Block:
        return told(f"{head}:", f" {words}")

    report = read_report(
        FORM,
        led("Summary", "All is well with the pots and the kilns."),
        led("Completed", "The kiln was built and the clay was dug."),
        led("Planned", "The kiln will be lit and the pots fired."),
        bold("Risks"),
        told("R1:", " Clay may crack. Mitigation: Dry it."),
        told("R2:", " Kiln is cold. Mitigation: Light it."),
    )
    assert [one.text for one in report.risks] == ["Clay may crack.", "Kiln is cold."]


def test_cells_of_label_and_value_in_one_are_fields_whatever_their_fill() -> None:
    report = read_report(
        heading("Highlight report"),
        table(
            [
                cell("Project: Depot move", fill=BLUE),
                cell("Programme: Estates", fill=BLUE),
                cell("Ref: D-17", fill=BLUE),
            ],
            ["Sponsor: Ann Lee", "Project manager: Bo Day", "Directorate: Works"],
        ),
    )
    assert (report.project, report.reference, report.sponsor, report.manager) == (
        "Depot move",
        "D-17",
        "Ann Lee",
        "Bo Day",
    )


def test_a_row_dressed_as_the_heads_above_begins_another_register() -> None:
    def band(*words: str) -> list[str | Cell]:
        return [cell(bold(word), fill=BLUE) for word in words]

    report = read_report(
        FORM,
        table(
            band("Key stage", "Original date", "Revised date", "Date achieved"),
            ["Contract let", "10.05.2024", "", "08.05.2024"],
            ["Kiln lit", "20.01.2025", "24.02.2025", ""],
            band("Funding", "Budget £", "Spent to date £", "Likely outturn £"),
            ["Reserve", "251,000", "69,900", "263,500"],
        ),
    )
    assert [one.text for one in report.milestones] == ["Contract let", "Kiln lit"]
    assert [(one.text, one.budget) for one in report.finances] == [("Reserve", 251000.0)]


def test_ratings_stand_beside_their_labels_in_one_line() -> None:
    line = para(
        Run("Overall\t"),
        Run("Amber", fill=AMBER),
        Run("\tCost\t"),
        Run("Green", fill=GREEN),
        Run("\tKilns\tRed"),
    )
    assert ratings(line) == [("Overall", "Amber", None), ("Cost", "Green", None), ("Kilns", "Red", None)]


def test_a_register_that_nobody_filled_in_holds_no_records() -> None:
    report = read_report(
        FORM, heading("Risks"), table([head(word) for word in ("Risk", "Likelihood", "Impact", "Mitigation")])
    )
    assert report.risks == () and not {"Risk", "Impact"} & set(report.metadata)
