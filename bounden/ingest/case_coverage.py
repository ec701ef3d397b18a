"""What a case file can and cannot show, as coverage rows (contract, section 2; record tests, 1.3)."""

from collections.abc import Iterable

from bounden.ingest.case_context import SOURCE, Case
from bounden.ingest.coverage_kinds import kinds_of
from bounden.ingest.page import Block
from bounden.records import TABLES, Action, Coverage

_ROW = ("table", "kind", "supplied", "from_at", "to_at", "occurrence", "person")


def coverage(case: Case, page: Block, actions: Iterable[Action]) -> list[Coverage]:
    """The coverage rows of a case: `complete`, `partial`, rows written out, or none (unstated throughout)."""
    if page.is_list("coverage"):
        return [_written_out(case, block) for block in page.blocks("coverage", _ROW)]
    mode = page.word("coverage", {"complete", "partial"})
    if mode == "complete":
        return [_supplied(case, "*")]
    return _partial(case, actions) if mode == "partial" else []


def _partial(case: Case, actions: Iterable[Action]) -> list[Coverage]:
    """A row for each occurrence, kind and person written about.

    It is open at both ends; where nothing but denials with an instant are written, it ends at the last of them.
    """
    groups: dict[tuple[str, str, str | None], list[Action]] = {}
    for action in actions:
        groups.setdefault((action.occurrence_id, action.kind, action.person_id), []).append(action)
    rows = []
    for (occurrence_id, kind, person_id), group in groups.items():
        ends = [a.happened_at for a in group if not a.done and a.happened_at is not None]
        bounded = len(ends) == len(group)
        rows.append(
            Coverage(
                force=case.force,
                source=SOURCE,
                source_ref=case.url,
                table="actions",
                kind=kind,
                supplied=True,
                to_at=max(ends) if bounded else None,
                occurrence_id=occurrence_id,
                person_id=person_id,
            )
        )
    return rows


def _supplied(case: Case, kind: str) -> Coverage:
    return Coverage(
        force=case.force, source=SOURCE, source_ref=case.url, table="actions", kind=kind, supplied=True
    )  # fmt: skip


def _written_out(case: Case, block: Block) -> Coverage:
    table = block.word("table", TABLES, required=True) or ""
    kind = block.word("kind", kinds_of(table), required=True) or ""
    supplied = block.truth("supplied")
    if "supplied" not in block:
        block.refuse("supplied", "is missing")
    from_at, _ = case.span(block, "from_at")
    to_at, to_at_latest = case.span(block, "to_at")
    if from_at and to_at and (to_at_latest or to_at) < from_at:
        block.refuse("to_at", "lies before from_at")
    return Coverage(
        force=case.force,
        source=SOURCE,
        source_ref=case.url,
        table=table,
        kind=kind,
        supplied=bool(supplied),
        from_at=from_at,
        to_at=to_at_latest or to_at,
        occurrence_id=case.refer(block, "occurrence", case.occurrences, "occurrence"),
        person_id=case.refer(block, "person", case.people, "person"),
    )
