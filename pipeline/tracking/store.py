"""The store: every document read, once by its bytes, with its records in tables that SQL can ask.

SQLite by default, any SQLAlchemy URL otherwise. The contract object of each document is the truth that the
workbook is made from; the row tables hold the same records for queries and derive from ``columns.py``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self, TypeVar

import sqlalchemy as sql
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from pipeline.model import Reading, as_contract
from pipeline.tracking.columns import SHEETS, Column, Kind
from pipeline.tracking.contract import from_contract
from pipeline.tracking.corrections import Correction
from pipeline.tracking.records import rows_of
from pipeline.tracking.text import clean_text

STORE_SCHEMA = 2
"""Version of the tables below; a store of a higher one was written by a newer release."""

TABLES = sql.MetaData()
"""Every table of the store, for whoever asks it with SQL."""

_version = sql.Table("highlight_tracker", TABLES, sql.Column("schema_version", sql.Integer, primary_key=True))
_documents = sql.Table(
    "documents",
    TABLES,
    sql.Column("sha256", sql.String(64), primary_key=True),
    sql.Column("format", sql.String(8)),
    sql.Column("pages", sql.Integer),
    sql.Column("scanned", sql.Boolean, nullable=False),
    sql.Column("status", sql.String(8), nullable=False),
    sql.Column("rules_version", sql.String(128), nullable=False),
    sql.Column("ingested_at", sql.String(32), nullable=False),
    sql.Column("read_at", sql.String(32), nullable=False),
    sql.Column("contract", sql.UnicodeText, nullable=False),
)
_paths = sql.Table(
    "document_paths",
    TABLES,
    sql.Column("sha256", sql.ForeignKey("documents.sha256"), primary_key=True),
    sql.Column("position", sql.Integer, primary_key=True),
    sql.Column("path", sql.UnicodeText, nullable=False),
)
_shown = sql.Table(
    "shown",
    TABLES,
    sql.Column("workbook", sql.String(255), primary_key=True),
    sql.Column("id", sql.String(24), primary_key=True),
    sql.Column("digests", sql.Text, nullable=False),
)
_corrections = sql.Table(
    "corrections",
    TABLES,
    sql.Column("id", sql.String(24), primary_key=True),
    sql.Column("field", sql.String(32), primary_key=True),
    sql.Column("sheet", sql.String(32), nullable=False),
    sql.Column("read", sql.UnicodeText, nullable=False),
    sql.Column("corrected", sql.UnicodeText, nullable=False),
    sql.Column("first_seen", sql.String(32), nullable=False),
)
_TYPES: dict[Kind, type[sql.types.TypeEngine[Any]]] = {
    "count": sql.Integer,
    "number": sql.Float,
    "percent": sql.Float,
    "flag": sql.Boolean,
}


def _row_column(column: Column) -> sql.Column[Any]:
    if column.key == "id":
        return sql.Column("id", sql.String(24), primary_key=True)
    return sql.Column(column.key, _TYPES.get(column.kind, sql.UnicodeText)())


_row_tables = {
    sheet.name: sql.Table(
        sheet.key,
        TABLES,
        sql.Column("document", sql.ForeignKey("documents.sha256"), nullable=False, index=True),
        sql.Column("report", sql.Integer),
        sql.Column("position", sql.Integer, nullable=False),
        *(_row_column(column) for column in sheet.columns if column.origin == "record"),
    )
    for sheet in SHEETS
}


class StoreError(Exception):
    """The store cannot be used; the message says what to do next."""


@dataclass(frozen=True, slots=True)
class StoredReading:
    """A document of the store. ``paths`` are the names its bytes were seen under, the first seen first."""

    reading: Reading
    paths: tuple[str, ...]
    ingested_at: datetime
    """When the bytes were first ingested: a later reading by newer rules does not change which came first."""
    read_at: datetime
    rules_version: str


Result = TypeVar("Result")


class Store:
    """Documents and their records. Every change is one transaction: a document is in it whole or not at all."""

    def __init__(self, engine: sql.Engine) -> None:
        self._engine = engine

    @classmethod
    def open(cls, url: str | Path) -> Self:
        """The store at a SQLAlchemy URL, or at the path of a SQLite file, made where there is none.

        Raises:
            StoreError: the database cannot be reached, is something else, or was written by a newer release.
        """
        try:
            address = sql.make_url(url) if isinstance(url, str) and "://" in url else _sqlite_url(Path(url))
            store = cls(sql.create_engine(address))
        except (ArgumentError, SQLAlchemyError, ImportError) as error:
            raise StoreError(
                f"cannot use the store '{url}': {error}. Give a path, or a URL such as"
                " postgresql+psycopg://user@host/database with its driver installed."
            ) from error
        store._change(_prepare)
        return store

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def read_by(self, sha256: str) -> str | None:
        """The release and rules that read these bytes; None where none did. A document that could not be read counts
        as never read: its next ingest tries again, because what it lacked may be there by then.
        """
        query = sql.select(_documents.c.rules_version, _documents.c.status).where(
            _documents.c.sha256 == sha256
        )
        found = self._change(lambda link: link.execute(query).one_or_none())
        return None if found is None or found.status == "failed" else str(found.rules_version)

    def add(self, reading: Reading, ingested_at: datetime, rules_version: str) -> bool:
        """Take a document in, in place of an earlier reading of the same bytes.

        Returns:
            False where the store held the same reading already: nothing but perhaps a new path was written.
        """
        return self._change(lambda link: _add(link, reading, ingested_at, rules_version))

    def seen_at(self, sha256: str, path: str) -> bool:
        """Note another name of bytes that the store holds; False where it was known.

        Raises:
            StoreError: the store holds no such document.
        """
        return self._change(lambda link: _see(link, sha256, path))

    def readings(self) -> Iterator[StoredReading]:
        """Every document, ordered by its first path, then by its bytes."""
        return iter(self._change(_read_all))

    def shown(self, workbook: str) -> dict[str, str]:
        """What a workbook showed when it was last written: digests of its cells by the ID of their row."""
        query = sql.select(_shown.c.id, _shown.c.digests).where(_shown.c.workbook == workbook)
        return dict(self._change(lambda link: [(row.id, row.digests) for row in link.execute(query)]))

    def keep_shown(self, workbook: str, digests: Mapping[str, str]) -> None:
        """Keep what a workbook shows now, in place of what it showed before; equal rows are not written again."""
        self._change(lambda link: _keep_shown(link, workbook, digests))

    def corrections(self) -> list[Correction]:
        """What people corrected, in the order in which it was first seen."""
        order = (_corrections.c.first_seen, _corrections.c.id, _corrections.c.field)
        rows = self._change(lambda link: list(link.execute(sql.select(_corrections).order_by(*order))))
        return [
            Correction(
                row.sheet,
                row.id,
                row.field,
                json.loads(row.read),
                json.loads(row.corrected),
                datetime.fromisoformat(row.first_seen),
            )
            for row in rows
        ]

    def keep_corrections(self, corrections: Iterable[Correction]) -> None:
        """Keep these corrections, in place of all that were kept before."""
        self._change(lambda link: _keep_corrections(link, corrections))

    def _change(self, work: Callable[[sql.Connection], Result]) -> Result:
        try:
            with self._engine.begin() as link:
                return work(link)
        except SQLAlchemyError as error:
            cause = getattr(error, "orig", None) or error
            raise StoreError(
                f"the store {self._engine.url.render_as_string()} cannot be used: {cause}. Is the path right, is it a"
                " store of this program, may you write there, and is no other ingest running?"
            ) from error


def _sqlite_url(path: Path) -> sql.URL:
    if not path.absolute().parent.is_dir():
        raise StoreError(f"cannot make the store '{path}': its folder does not exist. Make the folder first.")
    return sql.URL.create("sqlite", database=str(path))


def _prepare(link: sql.Connection) -> None:
    if not sql.inspect(link).has_table(_version.name):
        TABLES.create_all(link)
        link.execute(_version.insert().values(schema_version=STORE_SCHEMA))
        return
    version = link.execute(sql.select(sql.func.max(_version.c.schema_version))).scalar_one()
    if version > STORE_SCHEMA:
        raise StoreError(
            f"the store has schema version {version}, this release knows {STORE_SCHEMA}: it was written by a newer"
            " release. Update this program, or name another store with --store."
        )
    if version < STORE_SCHEMA:
        TABLES.create_all(link)  # a newer schema only adds tables
        link.execute(_version.update().values(schema_version=STORE_SCHEMA))


def _keep_shown(link: sql.Connection, workbook: str, digests: Mapping[str, str]) -> None:
    own = _shown.c.workbook == workbook
    held = {row.id: row.digests for row in link.execute(sql.select(_shown).where(own))}
    stale = [row for row in held if held[row] != digests.get(row)]
    if stale:
        gone = _shown.delete().where(own, _shown.c.id == sql.bindparam("gone"))
        link.execute(gone, [{"gone": row} for row in stale])
    fresh = [
        {"workbook": workbook, "id": row, "digests": text}
        for row, text in digests.items()
        if held.get(row) != text
    ]
    if fresh:
        link.execute(_shown.insert(), fresh)


def _keep_corrections(link: sql.Connection, corrections: Iterable[Correction]) -> None:
    link.execute(_corrections.delete())
    rows = [
        {
            "id": item.row,
            "field": item.column,
            "sheet": item.sheet,
            "read": json.dumps(item.read),
            "corrected": json.dumps(item.corrected),
            "first_seen": _moment_text(item.first_seen),
        }
        for item in corrections
    ]
    if rows:
        link.execute(_corrections.insert(), rows)


def _add(link: sql.Connection, reading: Reading, ingested_at: datetime, rules_version: str) -> bool:
    document = reading.document
    contract = _contract_text(reading)
    match = _documents.c.sha256 == document.sha256
    found = link.execute(sql.select(_documents).where(match)).one_or_none()
    values = {
        "format": document.format,
        "pages": document.pages,
        "scanned": document.scanned,
        "status": "failed" if reading.failed else "read",
        "rules_version": rules_version,
        "read_at": _moment_text(ingested_at),
        "contract": contract,
    }
    if found is None:
        first = {"sha256": document.sha256, "ingested_at": values["read_at"]}
        link.execute(_documents.insert().values(first | values))
    elif (found.contract, found.rules_version) != (contract, rules_version):
        link.execute(_documents.update().where(match).values(values))
    else:
        _see(link, document.sha256, document.path)
        return False
    _write_rows(link, reading)
    _see(link, document.sha256, document.path)
    return True


def _contract_text(reading: Reading) -> str:
    """The contract object without its path (names are kept apart), as ASCII: any database holds any text so."""
    nameless = replace(reading, document=replace(reading.document, path=""))
    return json.dumps(as_contract(nameless), sort_keys=True)


def _write_rows(link: sql.Connection, reading: Reading) -> None:
    for table in _row_tables.values():
        link.execute(table.delete().where(table.c.document == reading.document.sha256))
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in _row_tables}
    for row in rows_of(reading):
        values = {key: row.values[key] for key in row.sheet.keys("record")}
        place = {
            "document": reading.document.sha256,
            "report": row.report,
            "position": len(rows[row.sheet.name]),
        }
        rows[row.sheet.name].append(place | {key: _plain(value) for key, value in values.items()})
    for name, batch in rows.items():
        if batch:
            link.execute(_row_tables[name].insert(), batch)


def _plain(value: Any) -> Any:
    return clean_text(value) if isinstance(value, str) else value


def _see(link: sql.Connection, sha256: str, path: str) -> bool:
    path = clean_text(path)
    held = link.execute(sql.select(_documents.c.sha256).where(_documents.c.sha256 == sha256)).first()
    if held is None:
        raise StoreError(f"the store holds no document {sha256}: add its reading before another of its names")
    known = list(link.execute(sql.select(_paths.c.path).where(_paths.c.sha256 == sha256)).scalars())
    if path in known:
        return False
    link.execute(_paths.insert().values(sha256=sha256, path=path, position=len(known)))
    return True


def _read_all(link: sql.Connection) -> list[StoredReading]:
    paths: dict[str, list[str]] = {}
    for row in link.execute(sql.select(_paths).order_by(_paths.c.sha256, _paths.c.position)):
        paths.setdefault(row.sha256, []).append(row.path)
    stored = []
    for row in link.execute(sql.select(_documents)):
        reading = from_contract(Reading, json.loads(row.contract))
        names = tuple(paths[row.sha256])
        reading = replace(reading, document=replace(reading.document, path=names[0]))
        moments = (datetime.fromisoformat(row.ingested_at), datetime.fromisoformat(row.read_at))
        stored.append(StoredReading(reading, names, *moments, rules_version=row.rules_version))
    return sorted(stored, key=lambda item: (item.paths[0], item.reading.document.sha256))


def _moment_text(moment: datetime) -> str:
    """UTC, to the second; a moment without a zone is taken as UTC."""
    aware = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return aware.replace(microsecond=0).isoformat()
