"""A delivery: one directory of canonical tables or of case files, taken in whole or refused whole."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa

from bounden.ingest import case_files
from bounden.ingest.account import Account, FileAccount
from bounden.ingest.case_summary import case_summaries
from bounden.ingest.cross_checks import check_references, distinct
from bounden.ingest.csv_tables import stage_csv
from bounden.ingest.parquet_tables import stage_parquet
from bounden.ingest.refusals import Refusal, Refused
from bounden.ingest.staging import Staged
from bounden.ingest.table_files import arrow_of, schema_of, write_table
from bounden.records import TABLES

#: Told how far a delivery is: what is being done, and units done of units in all (bytes read, files or tables).
Progress = Callable[[str, int, int], None]

_READERS = {".csv": stage_csv, ".parquet": stage_parquet}
_REMARKS = frozenset({"README.md", "README.txt"})
#: What a simulation puts beside its tables: known answers, the truth behind the records, and what it is.
_ANSWERS = frozenset({"answers.parquet", "truth_people.parquet", "truth_narratives.parquet", "manifest.json"})


def deliver(source: Path, into: Path, *, progress: Progress | None = None) -> Account:
    """Read the delivery in the directory `source` and write `<table>.parquet` for all nine tables into `into`.

    Case files add `cases.json`: what was said about each case. `into` must not exist or be empty. Every physical
    record is accepted, refused or a duplicate; unless every one is accepted or a duplicate, nothing is written.

    Raises Refused with every reason; FileExistsError where `into` holds something; NotADirectoryError.
    """
    if not source.is_dir():
        raise NotADirectoryError(f"{source} is no directory; a delivery is a directory of tables or of case files")
    if into.exists() and any(into.iterdir()):
        raise FileExistsError(f"{into} is not empty; records are written into a new directory")
    tell = progress or _silent
    tables, pages = _files(source)
    if pages:
        return _deliver_cases(pages, into, tell)
    answers = sorted(path.name for path in source.iterdir() if path.name in _ANSWERS)
    return _deliver_tables(tables, into, tell, answers)


def _silent(what: str, done: int, total: int) -> None:
    pass


def _files(source: Path) -> tuple[dict[str, Path], list[Path]]:
    """The table files by table and the case files of a delivery. Raises Refused for anything else in it."""
    tables: dict[str, Path] = {}
    pages: list[Path] = []
    refusals = []
    for path in sorted(source.iterdir()):
        if path.name in _REMARKS | _ANSWERS:
            continue
        if path.is_symlink() or not path.is_file():
            refusals.append(Refusal(path.name, 0, "", "is no plain file; a delivery holds plain files only"))
        elif path.suffix == ".yaml":
            pages.append(path)
        elif path.suffix not in _READERS:
            refusals.append(Refusal(path.name, 0, "", "is neither <table>.csv, <table>.parquet nor a case file *.yaml"))
        elif path.stem not in TABLES:
            known = ", ".join(TABLES)
            reason = f"is named after no table; the nine are {known}. Raw extracts with a mapping cannot be read yet"
            refusals.append(Refusal(path.name, 0, "", reason))
        elif path.stem in tables:
            refusals.append(Refusal(path.name, 0, "", f"the table comes twice, also as {tables[path.stem].name}"))
        else:
            tables[path.stem] = path
    if tables and pages:
        refusals.append(Refusal(source.name, 0, "", "holds case files and tables; deliver them separately"))
    if not refusals and not tables and not pages:
        refusals.append(Refusal(source.name, 0, "", "holds neither <table>.csv, <table>.parquet nor case files *.yaml"))
    if refusals:
        raise Refused(refusals)
    return tables, pages


def _deliver_tables(files: dict[str, Path], into: Path, tell: Progress, answers: list[str]) -> Account:
    staged: dict[str, Staged] = {}
    size, done = sum(path.stat().st_size for path in files.values()), 0
    for name, path in files.items():

        def read(length: int, stage: str = f"reading {path.name}") -> None:
            nonlocal done
            done += length
            tell(stage, done, size)

        staged[name] = _READERS[path.suffix](path, TABLES[name], read)
    tell("checking ids and references", size, size)
    rows = {name: distinct(one) for name, one in staged.items()}
    lost = check_references(staged, rows)
    account = Account(
        files=tuple(
            FileAccount(
                file=one.file,
                table=name,
                rows_in=one.rows_in,
                accepted=rows[name].rows.num_rows - lost.get(name, 0),
                refused=len(one.refused),
                duplicates=rows[name].duplicates,
            )
            for name, one in staged.items()
        ),
        rows={name: rows[name].rows.num_rows if name in rows else 0 for name in TABLES},
        warnings=_warnings(set(files), answers),
    )
    refusals = [refusal for one in staged.values() for refusal in one.refusals]
    if not account.adds_up:
        refusals.append(Refusal("", 0, "", "records accepted, refused and duplicate do not add up to those counted"))
    if refusals:
        raise Refused(refusals, account)
    empty = {name: schema_of(table).empty_table() for name, table in TABLES.items()}
    _write({name: rows[name].rows if name in rows else empty[name] for name in TABLES}, into, tell, {})
    return account


def _warnings(delivered: set[str], answers: list[str]) -> tuple[str, ...]:
    """What a reader of the results must know about the delivery as a whole."""
    warnings = []
    if answers:
        warnings.append(f"left unread, being the known answers of a simulation: {', '.join(answers)}")
    if "coverage" not in delivered:
        warnings.append(
            "NO COVERAGE: the delivery does not say what it can and cannot show. It is unstated throughout, so that "
            "nothing that is absent counts as not done; deliver a coverage table"
        )
    absent = [name for name in TABLES if name not in delivered and name != "coverage"]
    if absent:
        warnings.append(f"not delivered, and read as holding nothing: {', '.join(absent)}")
    return tuple(warnings)


def _deliver_cases(pages: list[Path], into: Path, tell: Progress) -> Account:
    tell("reading case files", 0, len(pages))
    try:
        cases = case_files.read(pages)
    except Refused as error:
        wrong = {refusal.file for refusal in error.refusals}
        raise Refused(error.refusals, _case_account(pages, wrong, {}, ())) from None
    records = case_files.together(cases)
    rows = {name: arrow_of(table, getattr(records, name)) for name, table in TABLES.items()}
    unstated = [case.case for case in cases if case.coverage is None]
    warnings = (f"unstated throughout, so that silence is never omission: {', '.join(unstated)}",) if unstated else ()
    said = json.dumps(case_summaries(cases), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    _write(rows, into, tell, {"cases.json": said})
    return _case_account(pages, set(), {name: table.num_rows for name, table in rows.items()}, warnings)


def _case_account(pages: list[Path], wrong: set[str], rows: dict[str, int], warnings: tuple[str, ...]) -> Account:
    return Account(
        files=tuple(
            FileAccount(
                file=path.name,
                table="case",
                rows_in=1,
                accepted=int(path.name not in wrong),
                refused=int(path.name in wrong),
                duplicates=0,
            )
            for path in pages
        ),
        rows={name: rows.get(name, 0) for name in TABLES},
        warnings=warnings,
    )


def _write(rows: dict[str, pa.Table], into: Path, tell: Progress, texts: dict[str, str]) -> None:
    """Write all nine tables and the texts beside them; where that fails, nothing stays behind."""
    existed = into.exists()
    into.mkdir(parents=True, exist_ok=True)
    try:
        for done, (name, table) in enumerate(TABLES.items()):
            tell(f"writing {name}", done, len(TABLES))
            write_table(table, rows[name], into)
        for name, text in texts.items():
            (into / name).write_text(text, encoding="utf-8")
        tell("written", len(TABLES), len(TABLES))
    except BaseException:
        shutil.rmtree(into)
        if existed:
            into.mkdir()
        raise
