"""Memos and their headings, registers under few known heads, what organisations call references, roles and ratings."""

from __future__ import annotations

import pytest

from extractors.document import Cell
from tests.documents import (
    AMBER,
    GREEN,
    bullets,
    cell,
    codes,
    head,
    heading,
    read_report,
    table,
)


def test_a_memos_subject_names_the_project_and_its_first_sentences_the_rest() -> None:
    report = read_report(
        "To:\tThe Steering Group",
        "From:\tAda Byron, Bursar",
        "Date:\t6 June 2012",
        "Re:\tOtter: replacing the old press",
        "Project number PR-2012-03. Sponsor: Prof. Cy Lunn (Dean). Project lead: Dr Bo Day.",
        "You will remember that we last met before the rollers came.",
        heading("The weather", 2),
        table(
            ["", head("May"), head("Now"), head("In a sentence")],
            ["Outlook", "Sunny", "Cloudy", "We will print by August but not in colour."],
            ["Press hall", "Cloudy", "Sunny", "The floor is level and dry."],
            ["Rollers", "Cloudy", "Thunder", "They are stuck at the docks."],
            ["Training", "Sunny", "Sunny", "Half of the printers have been taught."],
        ),
        "Sunny = green, no help needed; Cloudy = amber, we can handle it; Thunder = red, we need you.",
        heading("Since we last met", 2),
        "The old press was carried out in one piece.",
        heading("Before we next meet", 2),
        *bullets("Lay the rails."),
        heading("What keeps us awake", 2),
        *bullets("The rollers slip again – we have asked for a second ship."),
    )
    assert (report.project, report.reference) == ("Otter: replacing the old press", "PR-2012-03")
    assert (report.sponsor, report.manager) == ("Prof. Cy Lunn (Dean)", "Dr Bo Day")
    assert [(r.label, r.dimension, r.current, r.previous) for r in report.ratings][:2] == [
        ("Outlook", "overall", "Amber", "Green"),
        ("Press hall", "other", "Green", "Amber"),
    ]
    assert {"project-from-title", "dimension-guessed"} <= codes(report)
    assert [(item.kind, item.text) for item in report.activities] == [
        ("completed", "The old press was carried out in one piece."),
        ("planned", "Lay the rails."),
    ]
    assert [(risk.kind, risk.text) for risk in report.risks] == [(None, "The rollers slip again")]


def test_a_month_behind_now_is_no_earlier_one() -> None:
    rows: list[list[str | Cell]] = [
        [name, cell("Green", fill=GREEN), cell("Amber", fill=AMBER)] for name in ("Time", "Cost", "Scope")
    ]
    before = read_report(table(["", head("April"), head("Now")], *rows))
    behind = read_report(table(["", head("Now"), head("June")], *rows))
    assert [(r.current, r.previous) for r in before.ratings] == [("Amber", "Green")] * 3
    assert [r.previous for r in behind.ratings] == [None] * 3


@pytest.mark.parametrize(
    ("heading_text", "section"),
    [
        ("Since the trustees last sat", "completed"),
        ("By the time we next write", "planned"),
        ("What we lose sleep over", "risk"),
        ("Factors that may affect delivery", "risk"),
        ("Events which might disrupt the works", "risk"),
    ],
)
def test_headings_of_meetings_and_of_sleepless_nights(heading_text: str, section: str) -> None:
    report = read_report(
        heading("Progress"), *bullets("Arch set"), heading(heading_text), *bullets("Rope cut.")
    )
    kinds: list[str] = [item.kind for item in report.activities if item.text == "Rope cut."]
    kinds += ["risk" for risk in report.risks if risk.text == "Rope cut."]
    assert kinds == [section]


def test_a_position_is_the_overall_rating_where_no_other_is() -> None:
    alone = read_report("Project\tWeir Repair", "Position\tAMBER", heading("Progress"), *bullets("Arch set"))
    assert [(r.label, r.dimension, r.current) for r in alone.ratings] == [("Position", "overall", "Amber")]
    both = read_report("Project\tWeir Repair", table(["Overall", "Green"], ["Position", "Amber"]))
    assert [(r.label, r.dimension) for r in both.ratings] == [("Overall", "overall"), ("Position", "other")]


def test_a_forms_summing_up_says_how_much_is_done() -> None:
    form = table(
        ["Project", "Weir Repair"], ["In short", "62% complete by length. The weather has been kind."]
    )
    assert read_report(form).percent_complete == 62
    asked = table(
        ["Project", "Weir Repair"], ["Testing", "62% complete by length. The weather has been kind."]
    )
    assert read_report(asked).percent_complete is None


@pytest.mark.parametrize("what", ["What", "Yarn"])
def test_the_column_of_most_words_tells_a_register_whose_text_has_no_known_head(what: str) -> None:
    report = read_report(
        heading("Risk and issue log (open items)"),
        table(
            [head(name) for name in ("#", "Type", what, "Prob", "Imp", "What we are doing", "With", "State")],
            ["14", "Risk", "The clay arrives wet or late again.", "M", "H", "Dry it.", "Client", "Open"],
            [
                "17",
                "Issue",
                "The kiln has no key of its own.",
                "",
                "H",
                "Locksmith called.",
                "Client",
                "Escalated",
            ],
        ),
    )
    assert [
        (r.kind, r.text, r.response, r.owner, r.likelihood, r.impact, r.status) for r in report.risks
    ] == [
        ("risk", "The clay arrives wet or late again.", "Dry it.", "Client", "M", "H", "Open"),
        ("issue", "The kiln has no key of its own.", "Locksmith called.", "Client", None, "H", "Escalated"),
    ]


def test_what_an_order_is_worth_and_what_it_will_come_to() -> None:
    report = read_report(
        heading("Commercials"),
        table(
            [head(name) for name in ("Line", "Order value", "Claimed", "Est. at completion", "Headroom")],
            ["Moulds", "£112.5k", "£67.8k", "£110.9k", "£1.6k"],
        ),
    )
    assert [(f.budget, f.actual, f.forecast, f.variance) for f in report.finances] == [
        (112500, 67800, 110900, 1600)
    ]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Work during June and July", "planned"),
        ("Work in the months of June to August 2012", "planned"),
        ("Work over April and May", "completed"),
    ],
)
def test_work_in_named_months_is_told_by_the_reports_own(title: str, kind: str) -> None:
    report = read_report(
        "Project\tWeir Repair",
        "Month reported\tMay 2012",
        heading("What has been achieved"),
        *bullets("Arch set"),
        heading(title),
        *bullets("Coffer dam flooded"),
    )
    assert [item.kind for item in report.activities if item.text == "Coffer dam flooded"] == [kind]


def test_matters_and_what_somebody_is_doing_about_them() -> None:
    report = read_report(
        heading("Matters which may affect delivery"),
        table(
            [head("Matter"), head("What the keepers are doing about it")],
            ["Ice on the moat.", "A second boat is on trial."],
        ),
    )
    assert [(risk.kind, risk.text, risk.response) for risk in report.risks] == [
        (None, "Ice on the moat.", "A second boat is on trial.")
    ]


@pytest.mark.parametrize(
    ("label", "value", "reference"),
    [
        ("Heritage Fund reference", "NM-21-874", "NM-21-874"),
        ("SOW no", "SOW-0093", "SOW-0093"),
        ("Diocesan faculty ref.", "2012/044", "2012/044"),
        ("Planning application reference", "12/00345/FUL", None),
        ("Contact number", "01234 567890", None),
        ("Invoice no", "INV-2012", None),
    ],
)
def test_an_organisations_own_name_for_the_reference(label: str, value: str, reference: str | None) -> None:
    report = read_report(table(["Project", "Weir Repair"], [label, value], ["Sponsor", "Ada Byron"]))
    assert report.reference == reference
    assert ("reference-guessed" in codes(report)) == (reference is not None)


def test_whose_project_manager_it_is() -> None:
    form = table(["Project", "Weir Repair"], ["Promoter PM", "Bo Day"], ["Monday PM", "Cy Lunn"])
    assert read_report(form).manager == "Bo Day"


def test_matters_to_determine_are_decisions_and_barriers_tell_no_kind() -> None:
    report = read_report(
        "Project\tWeir Repair",
        heading("Barriers and what we are doing about them"),
        table([head("Barrier"), head("Actions"), head("Who")], ["Ice.", "Salt.", "Bo Day"]),
        heading("Matters for the Chapter to determine"),
        *bullets("Lend us the pump."),
    )
    assert [(risk.kind, risk.text, risk.owner) for risk in report.risks] == [(None, "Ice.", "Bo Day")]
    assert [item.text for item in report.decisions] == ["Lend us the pump."]


@pytest.mark.parametrize(
    ("label", "dimension"),
    [
        ("Roadmap", "schedule"),
        ("Burn", "cost"),
        ("Backlog & change", "scope"),
        ("Condition of the fabric", "quality"),
    ],
)
def test_what_software_houses_and_archives_rate(label: str, dimension: str) -> None:
    report = read_report(table(["Overall", "Green"], [label, "Amber"]))
    assert [rating.dimension for rating in report.ratings] == ["overall", dimension]


@pytest.mark.parametrize(
    ("sentence", "fields"),
    [
        ("The sponsor is Dr Ann Lee and the project manager is Bo Day.", (None, "Dr Ann Lee", "Bo Day")),
        ("Bo Day is our project manager, and Ann Lee is the sponsor.", (None, "Ann Lee", "Bo Day")),
        (
            "Our reference is LM/07; the project lead remains Prof. Cy Lunn (Dean).",
            ("LM/07", None, "Prof. Cy Lunn"),
        ),
        ("The sponsor is happy and the project manager is on leave.", (None, None, None)),
        ("The contract manager is Kilgour Ltd. The lead is 4 mm thick.", (None, None, None)),
    ],
)
def test_who_is_who_in_a_sentence_is_read_and_told(sentence: str, fields: tuple[str | None, ...]) -> None:
    report = read_report(heading("Weir Repair"), sentence, heading("Progress"), *bullets("Arch set"))
    assert (report.reference, report.sponsor, report.manager) == fields
    assert ("field-from-sentence" in codes(report)) == any(fields)
    assert sentence in [passage.text for passage in report.narrative]


def test_what_a_form_says_outdoes_a_sentence() -> None:
    form = table(["Project", "Weir Repair"], ["Sponsor", "Ada Byron"])
    assert read_report(form, "The sponsor is Dr Ann Lee.").sponsor == "Ada Byron"


@pytest.mark.parametrize(
    ("sentence", "current", "previous"),
    [
        ("Overall we judge the project Amber (last month Green).", "Amber", "Green"),
        ("We rate the scheme as a whole green.", "Green", None),
        ("The project is Amber (was Green).", "Amber", "Green"),
        ("We see the project green roof finished.", None, None),
    ],
)
def test_what_the_writer_judges_the_project_to_be(
    sentence: str, current: str | None, previous: str | None
) -> None:
    report = read_report(heading("Weir Repair"), sentence, heading("Progress"), *bullets("Arch set"))
    rated = [(rating.dimension, rating.current, rating.previous) for rating in report.ratings]
    assert rated == ([("overall", current, previous)] if current else [])


def test_circumstances_and_how_somebody_responds_to_them() -> None:
    report = read_report(
        heading("Circumstances that could affect delivery"),
        table(
            [head("Circumstance"), head("How officers are responding"), head("Responsible")],
            ["Ice on the moat.", "A second boat is on trial.", "Bo Day"],
        ),
        heading("Hazards"),
        *bullets("The sluice may jam."),
    )
    assert [(risk.kind, risk.text, risk.response, risk.owner) for risk in report.risks] == [
        (None, "Ice on the moat.", "A second boat is on trial.", "Bo Day"),
        ("risk", "The sluice may jam.", None, None),
    ]
