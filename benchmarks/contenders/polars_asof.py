"""The plain shape on Polars: actions laid out by kind, then one join_asof a member of each test."""

from functools import reduce
from operator import and_, or_
from pathlib import Path

import polars as pl

from benchmarks.plain_shape import PlainTest, Rows
from benchmarks.work import Work

_FOUND = ["case", "trigger", "triggered_at", "due_at", "met_at", "evidence", "outcome"]


def run(work: Work) -> dict[str, float]:
    """Judge every plain test."""
    cases = pl.read_parquet(
        work.table("occurrences"), columns=["occurrence_id", "kind", "category", "reported_at", "reported_at_latest"]
    ).with_columns(
        pl.int_range(pl.len()).alias("case"),
        pl.col("category").fill_null("other"),
        pl.when(_exact("reported_at", work)).then(pl.col("reported_at")).alias("reported_at"),
    )
    laid_out = _lay_out(work, cases)
    cases = cases.drop("occurrence_id", "reported_at_latest")
    days = pl.read_parquet(work.days)
    for test, file in work.files_found():
        triggers = _triggers(test, cases, laid_out)
        found = _intervals(test, triggers, laid_out) if test.recurring else _firsts(test, triggers, laid_out)
        if test.elapsed is not None:
            found = found.with_columns((pl.col("triggered_at") + test.elapsed).alias("due_at"))
        else:
            due = days.filter(pl.col("period") == test.limit).select("day", "due_at")
            found = found.join(due, left_on=pl.col("triggered_at").dt.date(), right_on="day")
        found.with_columns(
            pl.when(pl.col("met_at") <= pl.col("due_at"))
            .then(pl.lit("met"))
            .when(pl.col("met_at") > pl.col("due_at"))
            .then(pl.lit("late"))
            .when(pl.col("due_at") < work.as_of)
            .then(pl.lit("missed"))
            .otherwise(pl.lit("pending"))
            .alias("outcome")
        ).select(_FOUND).write_parquet(file, compression="zstd")
    return {}


def _lay_out(work: Work, cases: pl.DataFrame) -> Path:
    """Write the rows that are used to a file for each kind."""
    laid_out = work.room / "by-kind"
    rows = (
        pl.scan_parquet(work.table("actions"), row_index_name="action")
        .filter(_exact("happened_at", work) & pl.col("done") & pl.col("latest_unknown").not_().fill_null(True))
        .filter(pl.col("kind").is_in(work.kinds))
        .join(cases.lazy().select("occurrence_id", "case"), on="occurrence_id")
        .select("kind", "case", pl.col("action").cast(pl.Int64), "happened_at", "value")
    )
    rows.sink_parquet(pl.PartitionBy(laid_out, key="kind"), mkdir=True)
    return laid_out


def _exact(name: str, work: Work) -> pl.Expr:
    """Where an instant is given, exact, and not later than the day of judgement."""
    exact = pl.col(f"{name}_latest").fill_null(pl.col(name)) == pl.col(name)
    return (exact & (pl.col(name) <= work.as_of)).fill_null(False)


def _of(rows: Rows, laid_out: Path) -> pl.DataFrame:
    """Rows of these kinds and values, in the order of time and place in the file."""
    found = []
    for kind, values in rows:
        files = sorted((laid_out / f"kind={kind}").glob("*.parquet"))
        if files:
            of_kind = pl.scan_parquet(files, hive_partitioning=False).select("case", "action", "happened_at", "value")
            found.append(of_kind.filter(pl.col("value").is_in(values)) if values else of_kind)
    if not found:
        empty = {"case": pl.Int64, "action": pl.Int64, "happened_at": pl.Datetime("us")}
        return pl.DataFrame(schema=empty)
    return pl.concat(found).drop("value").sort("happened_at", "action").collect()


def _triggers(test: PlainTest, cases: pl.DataFrame, laid_out: Path) -> pl.DataFrame:
    """case, trigger, triggered_at; in the order of time."""
    fits = cases.filter(
        reduce(
            or_,
            (
                reduce(
                    and_,
                    (pl.col(name).is_in(words) for name, words in (("kind", kinds), ("category", groups)) if words),
                    pl.lit(True),
                )
                for kinds, groups in test.ways
            ),
        )
    )
    if test.starts == "each":
        rows = _of(test.starting, laid_out).join(fits.select("case"), on="case", how="semi")
        return rows.select("case", pl.col("action").alias("trigger"), pl.col("happened_at").alias("triggered_at")).sort(
            "triggered_at"
        )
    triggered = pl.col("reported_at")
    if test.starts == "first":
        first = _of(test.starting, laid_out).group_by("case").agg(pl.col("happened_at").min())
        fits = fits.join(first, on="case", how="left")
        triggered = pl.coalesce("happened_at", "reported_at") if test.else_report else pl.col("happened_at")
    found = fits.select("case", pl.lit(-1, pl.Int64).alias("trigger"), triggered.alias("triggered_at"))
    return found.drop_nulls().sort("triggered_at")


def _firsts(test: PlainTest, triggers: pl.DataFrame, laid_out: Path) -> pl.DataFrame:
    """The triggers with the last of the first rows of each member."""
    found = triggers
    for number, member in enumerate(test.members):
        # Of the rows of one instant the first in the file counts.
        rows = _of(member, laid_out).unique(["case", "happened_at"], keep="first", maintain_order=True)
        found = found.join_asof(
            rows.rename({"happened_at": f"met_{number}", "action": f"evidence_{number}"}),
            left_on="triggered_at",
            right_on=f"met_{number}",
            by="case",
            strategy="forward",
            check_sortedness=False,
        )
    each = range(len(test.members))
    every = reduce(and_, (pl.col(f"met_{n}").is_not_null() for n in each))
    found = found.with_columns(pl.when(every).then(pl.max_horizontal(f"met_{n}" for n in each)).alias("met_at"))
    evidence = pl.coalesce(pl.when(pl.col(f"met_{n}") == pl.col("met_at")).then(pl.col(f"evidence_{n}")) for n in each)
    return found.with_columns(evidence.alias("evidence"))


def _intervals(test: PlainTest, triggers: pl.DataFrame, laid_out: Path) -> pl.DataFrame:
    """An interval from the trigger and from every later row, discharged by the next."""
    rows = _of(test.members[0], laid_out).join(triggers.select("case", "triggered_at"), on="case")
    later = rows.filter(pl.col("happened_at") > pl.col("triggered_at")).select(
        "case", pl.col("action").alias("trigger"), pl.col("happened_at").alias("triggered_at")
    )
    return (
        pl.concat([triggers, later])
        .sort("case", "triggered_at", "trigger")
        .with_columns(
            pl.col("triggered_at").shift(-1).over("case").alias("met_at"),
            pl.col("trigger").shift(-1).over("case").alias("evidence"),
        )
    )
