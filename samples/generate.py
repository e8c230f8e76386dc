"""Write samples and their gold: ``python -m samples.generate OUT [--family F] [--months N] [--apart|--open|...]``.

Outputs are the same on every run (those that LibreOffice writes: the same gold and pages, not the same bytes).
``--as doc`` (or rtf, odt) writes the Word families in that format instead, through LibreOffice, with the same gold;
``--as scan`` all families as scanned PDF files.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from samples.families import FAMILIES, HANDFUL, ONE_CALENDAR
from samples.family import Family, Rendered
from samples.printing import PrinterMissing, print_with_browser, settled
from samples.story import MONTHS_TOLD, tell

OFFICE_SECONDS = 900
"""Time for LibreOffice to write every family; a page takes a second at most."""

OTHER_FORMATS = ("doc", "rtf", "odt")
"""What a Word family can be written as, beside .docx."""

SCAN = "scan"
"""Every family printed and scanned."""


class OfficeMissing(PrinterMissing):
    """LibreOffice is needed and not there."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A document still in memory."""

    family: Family
    name: str
    rendered: Rendered
    office: bool = False
    """True where another program makes the file of ``name`` from what ``rendered`` holds."""

    @property
    def gold(self) -> str:
        """The gold file's text."""
        return json.dumps({"reports": list(self.rendered.reports)}, indent=1, ensure_ascii=False) + "\n"


def make_samples(
    family: Family,
    months: Iterable[int],
    projects: Iterable[str] | None = None,
    moved: Mapping[str, int] | None = None,
) -> Iterator[Sample]:
    """Render a family for these months of the story, project by project (a pack: month by month).

    ``moved``: by project, the years that its story is moved by.
    """
    keys = tuple(projects or family.projects)
    years = moved or {}
    for number in months:
        told = [(tell(key, number, years.get(key, 0)),) for key in keys]
        groups = [family.gather(number)] if family.gather else told
        for updates in filter(None, groups):
            name = f"{family.file_name(updates)}_{family.name.replace('_', '-')}{family.suffix}"
            yield Sample(family, name, family.render(updates), family.office)


def in_other_format(samples: Iterable[Sample], suffix: str) -> Iterator[Sample]:
    """The samples of Word families as LibreOffice saves them in another format; the rest are left out."""
    for sample in samples:
        if sample.family.suffix == ".docx":
            name = str(Path(sample.name).with_suffix(f".{suffix}"))
            yield dataclasses.replace(sample, name=name, office=True)


def printed(samples: Iterable[Sample]) -> Iterator[Sample]:
    """The samples as PDF files: LibreOffice prints the Word families."""
    for sample in samples:
        name = str(Path(sample.name).with_suffix(".pdf"))
        yield dataclasses.replace(sample, name=name, office=sample.office or sample.family.suffix == ".docx")


def write_scans(samples: Iterable[Sample], out: Path) -> int:
    """Write samples as ``write_samples`` does, but as scans of their pages.

    Returns:
        The number of documents written.

    Raises:
        OfficeMissing: LibreOffice is not installed or wrote no file.
    """
    from samples.scanning import scan_files  # noqa: PLC0415 - pictures are made when somebody wants them

    prints = list(printed(samples))
    count = write_samples(prints, out)
    scan_files((sample.family.name, out / sample.family.name / sample.name) for sample in prints)
    return count


def write_samples(samples: Iterable[Sample], out: Path) -> int:
    """Write documents and gold below ``OUT/FAMILY/``; web pages go through Chromium, and what else needs it through
    LibreOffice, all of one format in one call.

    Returns:
        The number of documents written.

    Raises:
        PrinterMissing: LibreOffice or Chromium is not installed or wrote no file.
    """
    pages: list[tuple[bytes, Path]] = []
    waiting: dict[str, list[Sample]] = {}
    count = 0
    for sample in samples:
        folder = out / sample.family.name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{sample.name}.gold.json").write_text(sample.gold, encoding="utf-8", newline="\n")
        if sample.office and sample.family.source == ".html":
            pages.append((sample.rendered.content, folder / sample.name))
        elif sample.office:
            waiting.setdefault(Path(sample.name).suffix, []).append(sample)
        else:
            (folder / sample.name).write_bytes(sample.rendered.content)
        count += 1
    for group in waiting.values():
        save_with_office(group, out)
    if pages:
        print_with_browser(pages)
    return count


def save_with_office(samples: list[Sample], out: Path) -> None:
    """Let LibreOffice turn its files into the format of their names, all in one call and with a profile of its own.

    They come to ``OUT/FAMILY/``; every family's names are its own.

    Raises:
        OfficeMissing: LibreOffice is not installed or wrote no file.
    """
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise OfficeMissing("LibreOffice is needed for these samples: install it or choose another --family")
    with tempfile.TemporaryDirectory() as scratch:
        sources = []
        for sample in samples:
            source = Path(scratch) / Path(sample.name).with_suffix(sample.family.source)
            source.write_bytes(sample.rendered.content)
            sources.append(str(source))
        profile = (Path(scratch) / "profile").as_uri()
        command = [office, "--headless", f"-env:UserInstallation={profile}", "--convert-to"]
        subprocess.run(
            [*command, Path(samples[0].name).suffix[1:], "--outdir", scratch, *sources],
            check=True,
            capture_output=True,
            timeout=OFFICE_SECONDS,
        )
        absent = [sample.name for sample in samples if not (Path(scratch) / sample.name).is_file()]
        for sample in samples:
            if sample.name not in absent:
                content = (Path(scratch) / sample.name).read_bytes()
                final = settled(content) if sample.name.endswith(".pdf") else content
                (out / sample.family.name / sample.name).write_bytes(final)
    if absent:
        raise OfficeMissing(
            f"LibreOffice wrote no file for {', '.join(absent)}: try it by hand on one of them"
        )


def choose_families(names: list[str], *, apart: bool, opened: bool) -> list[Family]:
    """The families asked for; without a choice all of them.

    Raises:
        KeyError: a name that is no family.
    """
    known = {family.name: family for family in FAMILIES}
    unknown = [name for name in names if name not in known]
    if unknown:
        raise KeyError(f"no family named {', '.join(unknown)}; there are {', '.join(known)}")
    chosen = [known[name] for name in names] if names else list(FAMILIES)
    return [family for family in chosen if not (apart and not family.apart) and not (opened and family.apart)]


def handful() -> Iterator[Sample]:
    """The readable few that are kept with the project."""
    known = {family.name: family for family in FAMILIES}
    for name, (projects, months) in HANDFUL.items():
        yield from make_samples(known[name], months, projects, ONE_CALENDAR)


def main(arguments: list[str] | None = None) -> int:
    """Command line; returns the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m samples.generate", description="Write sample highlight reports."
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("--family", action="append", default=[], help="only this family (may be repeated)")
    parser.add_argument(
        "--months", type=int, default=MONTHS_TOLD, help="how many months of the story (1 to 12)"
    )
    parser.add_argument(
        "--as",
        choices=(*OTHER_FORMATS, SCAN),
        dest="other",
        help="the Word families in this format instead; scan: every family, printed and scanned",
    )
    group = parser.add_mutually_exclusive_group()
    group.add_argument(
        "--apart", action="store_true", help="only families kept apart as a test of generality"
    )
    group.add_argument(
        "--open", action="store_true", dest="opened", help="only families that rules may be tuned on"
    )
    group.add_argument("--all", action="store_true", help="every family (the default)")
    group.add_argument("--handful", action="store_true", help="the few that are kept with the project")
    options = parser.parse_args(arguments)
    if not 1 <= options.months <= MONTHS_TOLD:
        parser.error(f"--months is 1 to {MONTHS_TOLD}")
    try:
        families = choose_families(options.family, apart=options.apart, opened=options.opened)
        months = range(1, options.months + 1)
        samples = handful() if options.handful else (s for f in families for s in make_samples(f, months))
        if options.other in OTHER_FORMATS:
            samples = in_other_format(samples, options.other)
        write = write_scans if options.other == SCAN else write_samples
        print(f"{write(samples, options.out)} samples written to {options.out}")
    except (KeyError, PrinterMissing) as error:
        print(error.args[0], file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
