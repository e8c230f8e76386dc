"""Records laid out otherwise than in a register: cards, blocks of labelled lines, amounts one under the other."""

from __future__ import annotations

from extractors.document import Block, Paragraph, Run
from pipeline.model import Risk
from tests.documents import (
    AMBER,
    FORM,
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


def facts(risk: Risk) -> tuple[str | None, ...]:
    return (risk.text, risk.response, risk.owner, risk.likelihood, risk.impact)


def test_a_card_for_each_risk() -> None:
    report = read_report(
        FORM,
        heading("Key risks"),
        table(
            ["Risk", "The kiln may crack"],
            ["Mitigation", "Fire it slowly"],
            ["Likelihood", "High", "Impact", "Low"],
        ),
        table(["Risk", "Clay may run out"], ["Mitigation", "Order more"], ["Owner", "Bo Day"]),
    )
    assert [facts(risk) for risk in report.risks] == [
        ("The kiln may crack", "Fire it slowly", None, "High", "Low"),
        ("Clay may run out", "Order more", "Bo Day", None, None),
    ]


def test_cards_one_below_another_in_one_table() -> None:
    one = [["Issue", "The kiln cracked"], ["Action", "Weld it"], ["Owner", "Ann Lee"]]
    two = [["Issue", "Clay ran out"], ["Action", "Order more"], ["Owner", "Bo Day"]]
    report = read_report(FORM, heading("Issues"), table(*one, *two))  # type: ignore[arg-type]
    assert [facts(risk)[:3] for risk in report.risks] == [
        ("The kiln cracked", "Weld it", "Ann Lee"),
        ("Clay ran out", "Order more", "Bo Day"),
    ]


def test_a_register_of_risks_is_no_card() -> None:
    report = read_report(
        FORM,
        heading("Risks"),
        table([head("Risk"), head("Mitigation")], ["The kiln may crack", "Fire it slowly"]),
    )
    assert [facts(risk)[:2] for risk in report.risks] == [("The kiln may crack", "Fire it slowly")]


def test_numbered_risks_in_bold_over_labelled_lines() -> None:
    report = read_report(
        FORM,
        heading("Risks"),
        bold("Risk 1: The kiln may crack"), para("Mitigation: Fire it slowly"), para("Owner: Ann Lee"),
        bold("Risk 2: Clay may run out"), para("Mitigation: Order more"), para("Owner: Bo Day"),
    )  # fmt: skip
    assert [(risk.reference, *facts(risk)[:3]) for risk in report.risks] == [
        ("Risk 1", "The kiln may crack", "Fire it slowly", "Ann Lee"),
        ("Risk 2", "Clay may run out", "Order more", "Bo Day"),
    ]


def test_rows_of_a_raid_log_that_are_neither_risk_nor_issue() -> None:
    report = read_report(
        FORM,
        heading("RAID log"),
        table(
            [head("Type"), head("Ref"), head("Description"), head("Action"), head("Owner")],
            ["Risk", "R1", "The kiln may crack", "Fire it slowly", "AL"],
            ["Assumption", "A1", "The grant stays", "", ""],
            ["Issue", "I1", "Clay ran out", "Order more", "BD"],
            ["Dependency", "D1", "The gas works", "Call them", "AL"],
        ),
    )
    assert [(risk.kind, risk.reference) for risk in report.risks] == [("risk", "R1"), ("issue", "I1")]
    assert [n.text.split()[0] for n in report.narrative] == ["Assumption", "Dependency"]
    assert "raid-row" in codes(report)


def test_amounts_one_under_the_other_are_one_line_of_the_budget() -> None:
    report = read_report(
        FORM,
        heading("Finance"),
        table(
            ["Budget", "£1.2m"],
            ["Spend to date", "£300k"],
            ["Forecast outturn", "£1.1m"],
            ["Variance", "(£100k)"],
        ),
    )
    (line,) = report.finances
    assert (line.text, line.budget, line.actual, line.forecast, line.variance) == (
        "Finance", 1_200_000, 300_000, 1_100_000, -100_000,
    )  # fmt: skip


def test_amounts_side_by_side_without_a_name() -> None:
    report = read_report(
        FORM, heading("Budget"), table([head("Budget"), head("Spend to date")], ["£1,200,000", "£300,000"])
    )
    assert [(line.text, line.budget, line.actual) for line in report.finances] == [
        ("Budget", 1_200_000, 300_000)
    ]


def test_columns_of_crosses_hold_no_dates() -> None:
    report = read_report(
        FORM,
        heading("Milestones"),
        table(
            [head("Milestone"), head("Met"), head("Scheduled"), head("Original date"), head("Actual date")],
            ["Kiln built", "X", "", "03/01/2012", "13/01/2012"],
            ["First firing", "", "X", "30/03/2012", ""],
        ),
    )
    assert [(m.baseline, m.actual) for m in report.milestones] == [
        ("2012-01-03", "2012-01-13"),
        ("2012-03-30", None),
    ]


def test_columns_that_number_the_lines_beside_them() -> None:
    heads = [head(word) for word in ("No", "Achievements this period", "No", "Planned next period")]
    report = read_report(
        FORM, table([*heads], ["1", "Built the kiln", "1", "Fire it"], ["2", "Dug clay", "2", "Sell pots"])
    )
    assert [(kind, text) for kind, _, text in done(report)] == [
        ("completed", "Built the kiln"),
        ("completed", "Dug clay"),
        ("planned", "Fire it"),
        ("planned", "Sell pots"),
    ]


def test_products_planned_but_not_started_are_missed() -> None:
    report = read_report(
        FORM,
        heading("3.3 Products planned but not started or completed in this period"),
        bullets("Glaze recipe"),
    )
    assert [(kind, text) for kind, _, text in done(report)] == [("missed", "Glaze recipe")]


def test_a_benefits_table_is_neither_money_nor_ratings() -> None:
    heads = [head(word) for word in ("Benefit", "Baseline", "Target", "Actual", "RAG")]
    report = read_report(
        FORM, heading("Benefits"), table([*heads], ["Fewer breakages", "10", "2", "4", cell("A", fill=AMBER)])
    )
    assert not report.finances
    assert not report.ratings
    assert [n.text for n in report.narrative] == ["Fewer breakages 10 2 4 A"]


def test_a_log_of_changes_holds_no_activities() -> None:
    heads = [head(word) for word in ("CR no", "Description", "Status")]
    report = read_report(
        FORM, heading("Change requests"), table([*heads], ["CR1", "A second kiln", "Approved"])
    )
    assert not report.activities
    assert [n.text for n in report.narrative] == ["CR1 A second kiln Approved"]


def test_a_workstreams_plain_cell_is_its_activity_though_others_have_bullets() -> None:
    heads = [head(word) for word in ("Workstream", "Progress this month", "Next month")]
    report = read_report(
        FORM,
        table(
            [*heads],
            ["Kiln", cell(*bullets("Built it", "Lit it")), "Fire pots"],
            ["Clay", "Dug it", cell(*bullets("Sell it"))],
        ),
    )
    assert done(report) == [
        ("completed", "Kiln", "Built it"),
        ("completed", "Kiln", "Lit it"),
        ("completed", "Clay", "Dug it"),
        ("planned", "Kiln", "Fire pots"),
        ("planned", "Clay", "Sell it"),
    ]


def test_a_column_of_letters_under_an_unknown_head_is_the_risks_rating() -> None:
    heads = [head(word) for word in ("Ref", "Risk", "Mitigation", "Glow")]
    report = read_report(
        FORM, heading("Risks"), table([*heads], ["R1", "The kiln may crack", "Fire it slowly", "A"])
    )
    assert [risk.rating for risk in report.risks] == ["Amber"]


def test_an_unknown_heading_that_runs_in_ends_the_risks() -> None:
    def run_in(head: str, rest: str) -> Paragraph:
        return para(Run(f"{head}:", bold=True), f" {rest}")

    report = read_report(
        FORM,
        run_in("Progress", "The kiln was built."),
        run_in("Next steps", "It will be fired."),
        run_in("Risks", "The kiln may crack."),
        run_in("Potters' welfare", "Two potters were treated."),
    )
    assert [risk.text for risk in report.risks] == ["The kiln may crack."]
    assert [passage.section for passage in report.unclassified] == ["Potters' welfare"]


def test_a_workstream_without_words_in_its_cell_is_no_activity() -> None:
    heads = [head(word) for word in ("Workstream", "Done this month", "Planned next month")]
    report = read_report(
        FORM,
        table([*heads], ["Kiln", cell(*bullets("Built it")), ""], ["Clay", "", cell(*bullets("Dig it"))]),
    )
    assert done(report) == [("completed", "Kiln", "Built it"), ("planned", "Clay", "Dig it")]


def test_amounts_in_lines_are_the_lines_of_a_budget() -> None:
    report = read_report(
        FORM,
        heading("Money"),
        para("Scaffold"), para("Budget\t£412,000"), para("Spent to date\t£37,000"),
        para("Lead"), para("Budget\t£863,000"), para("Expected final cost\t£870,000"),
        para("The grant was paid in May."),
    )  # fmt: skip
    assert [(f.text, f.budget, f.actual, f.forecast, f.currency) for f in report.finances] == [
        ("Scaffold", 412_000, 37_000, None, "GBP"),
        ("Lead", 863_000, None, 870_000, "GBP"),
    ]
    assert [n.text for n in report.narrative] == ["The grant was paid in May."]


def test_a_row_of_a_record_that_its_reference_spans() -> None:
    heads = [head(word) for word in ("Ref", "Entry", "Risk description", "Owner")]
    report = read_report(
        FORM,
        heading("Risk register"),
        table(
            [*heads],
            [cell("R01", down=2), "Risk", "The kiln may crack", cell("AL", down=2)], ["Action", "Fire it slowly"],
            [cell("I01", down=2), "Issue", "Clay ran out", cell("BD", down=2)], ["Action", "Order more"],
        ),
    )  # fmt: skip
    assert [(r.kind, r.reference, r.text, r.response, r.owner) for r in report.risks] == [
        ("risk", "R01", "The kiln may crack", "Fire it slowly", "AL"),
        ("issue", "I01", "Clay ran out", "Order more", "BD"),
    ]


def test_a_register_that_nobody_filled_in_holds_no_records() -> None:
    heads = [head(word) for word in ("No.", "Issue", "Action taken", "Owner", "Status")]
    report = read_report(FORM, heading("Issues"), table([*heads], ["", "", "", "", ""], ["", "", "", "", ""]))
    assert not report.risks
    assert not report.unclassified


def test_a_column_that_no_rule_knows_is_told() -> None:
    heads = [head(word) for word in ("Risk", "Mitigation", "Gloaming")]
    report = read_report(
        FORM, heading("Risks"), table([*heads], ["The kiln may crack", "Fire it slowly", "Often so"])
    )
    (told,) = [finding for finding in report.findings if finding.code == "unread-column"]
    assert "Gloaming" in told.message


def test_a_label_down_the_side_names_the_rows_beside_it() -> None:
    report = read_report(
        FORM,
        table(
            [head("D. Risks", down=3), head("Ref"), head("Risk"), head("Mitigation")],
            ["R1", "The kiln may crack", "Fire it slowly"],
            ["R2", "Clay may run out", "Order more"],
        ),
    )
    assert [(risk.reference, risk.text) for risk in report.risks] == [
        ("R1", "The kiln may crack"),
        ("R2", "Clay may run out"),
    ]


def test_an_unknown_date_beside_a_forecast_is_the_baseline() -> None:
    heads = [head(word) for word in ("Milestone", "Date in award", "Expected")]
    report = read_report(FORM, heading("Milestones"), table([*heads], ["Kiln lit", "Sep-18", "Oct-18"]))
    assert [(m.baseline, m.forecast) for m in report.milestones] == [("2018-09", "2018-10")]


def test_work_packages_hold_what_was_done_and_what_comes_next() -> None:
    report = read_report(
        FORM,
        heading("Progress by work package"),
        heading("WP1 Kiln", 2), bold("Progress in this period:"), bullets("Built it"),
        bold("Next steps:"), bullets("Light it"),
        heading("WP2 Clay", 2), bold("Progress in this period:"), bullets("Dug it"),
        heading("Milestones"),
    )  # fmt: skip
    assert done(report) == [
        ("completed", "WP1 Kiln", "Built it"),
        ("planned", "WP1 Kiln", "Light it"),
        ("completed", "WP2 Clay", "Dug it"),
    ]


def test_titles_in_a_series_part_a_pack() -> None:
    def board(name: str) -> list[Block]:
        return [
            bold(f"Project dashboard: {name}"),
            table([head("Project manager"), "Ann Lee"]),
            heading("Risks"), table([head("Risk"), head("Mitigation")], [f"{name} may fail", "Try again"]),
        ]  # fmt: skip

    cover: list[Block] = [
        bold("Pottery dashboards for May 2012"),
        table([head("Programme manager"), "Bo Day"]),
    ]
    reading = read(cover, board("Kiln"), board("Clay"))
    assert [report.project for report in reading.reports] == ["Kiln", "Clay"]


def test_a_lead_in_is_no_record() -> None:
    report = read_report(
        FORM, heading("Risks"), bullets("The main risks are set out below.", "The kiln may crack")
    )
    assert [risk.text for risk in report.risks] == ["The kiln may crack"]


def test_a_number_in_a_cell_of_its_own_stands_before_its_question() -> None:
    report = read_report(
        FORM,
        table(
            [cell("3.2"), head("What has been delivered this month?", across=2)],
            [cell(*bullets("Built the kiln"), across=3)],
            [cell("3.4"), head("What will be delivered next month?", across=2)],
            [cell(*bullets("Light it"), across=3)],
        ),
    )
    assert [(kind, text) for kind, _, text in done(report)] == [
        ("completed", "Built the kiln"),
        ("planned", "Light it"),
    ]


def test_bands_of_risks_and_issues_in_one_register() -> None:
    heads = [head(word) for word in ("ID", "Description", "Mitigation", "Owner")]
    report = read_report(
        FORM,
        heading("RAID log"),
        table(
            [*heads],
            [head("RISKS", across=4)], ["R1", "The kiln may crack", "Fire it slowly", "AL"],
            [head("ISSUES", across=4)], ["I1", "Clay ran out", "Order more", "BD"],
        ),
    )  # fmt: skip
    assert [(risk.kind, risk.reference, risk.response) for risk in report.risks] == [
        ("risk", "R1", "Fire it slowly"),
        ("issue", "I1", "Order more"),
    ]
