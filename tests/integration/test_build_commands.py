"""The commands as a person runs them: what they print, and how they end."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from bounden.reports.handbook.confirming import to_be_confirmed, unconfirmed
from bounden.standards import standard
from bounden.standards.guidance import guidance_of

DONE, REFUSED, WRONG_USAGE = 0, 1, 2
EPISODE = """\
case: one
force: Wexshire Police
summary: A girl of 13 goes missing.
starts_at: 2023-03-06T18:00
as_of: +30d
coverage: partial
people:
  - {id: girl, age: 13}
occurrences:
  - id: episode
    kind: missing
    reported_at: +0h
    involved: [{person: girl, role: missing_person}]
    actions:
      - {kind: home_searched, at: +15h, note: "=1+1"}
      - {kind: phone_called, done: false}
expect:
  - {standard: MC-06, outcome: late}
"""


def bounden(*arguments, **more):
    """Run a command, and see what became of it."""
    return subprocess.run(
        [sys.executable, "-m", "bounden", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": "200", "NO_COLOR": "1"},
        **more,
    )


@pytest.fixture
def episode(tmp_path):
    file = tmp_path / "delivery" / "one.yaml"
    file.parent.mkdir()
    file.write_text(EPISODE)
    return file


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """A store for tests that only read."""
    place = tmp_path_factory.mktemp("read")
    (place / "delivery").mkdir()
    (place / "delivery" / "one.yaml").write_text(EPISODE)
    ran = bounden("build", place / "delivery", "--out", place / "store", "--as-of", "2023-06-01")
    assert ran.returncode == DONE, ran.stderr
    return place / "store"


def outcomes(store, *more):
    ran = bounden("outcomes", store, "--format", "json", *more)
    assert ran.returncode == DONE, ran.stderr
    return {(row["standard"], row["stage"]): row for row in map(json.loads, ran.stdout.splitlines())}


class TestCheck:
    def test_a_page_to_read(self, episode):
        ran = bounden("check", episode)
        assert ran.returncode == DONE
        assert ran.stderr == ""
        lines = [line.strip() for line in ran.stdout.splitlines()]
        assert lines[0] == "one  Wexshire Police"
        assert "episode · missing · reported Mon 6 Mar 2023 18:00" in lines
        assert "girl, 13" in lines
        late = next(number for number, line in enumerate(lines) if line.startswith("LATE") and "MC-06" in line)
        assert lines[late + 1 : late + 4] == [
            "due     Mon 6 Mar 2023 22:00",
            "done    Tue 7 Mar 2023 09:00",
            "because On record: the home searched at Tue 7 Mar 2023 09:00: after the limit.",
        ]
        assert any(line.startswith("missing the feed of") for line in lines)

    def test_json_is_one_object_a_line_with_the_fields_of_the_contract(self, episode):
        ran = bounden("check", episode, "--format", "json")
        rows = [json.loads(line) for line in ran.stdout.splitlines()]
        (late,) = [row for row in rows if row["standard"] == "MC-06"]
        assert {
            "case", "force", "occurrence", "person", "standard", "stage", "obligation_key", "triggered_at", "due_at",
            "discharged_at", "withdrawn_at", "outcome", "because", "missing",
        } <= set(late)  # fmt: skip
        assert late["due_at"] == late["due_at_latest"] == "2023-03-06T22:00:00Z"
        assert late["discharged_at"] == "2023-03-07T09:00:00Z"
        assert (late["case"], late["occurrence"], late["person"]) == ("one", "one/episode", "one/girl")
        assert late["outcome"] == "late"
        assert late["because"]

    def test_json_says_of_every_row_whether_its_standard_is_to_be_confirmed(self, episode):
        rows = [json.loads(line) for line in bounden("check", episode, "--format", "json").stdout.splitlines()]
        assert {row["to_be_confirmed"] for row in rows} == {True, False}
        assert all(row["to_be_confirmed"] is (row["standard"] in unconfirmed()) for row in rows)

    def test_an_earlier_as_of_sees_less(self, episode):
        ran = bounden("check", episode, "--format", "json", "--as-of", "2023-03-06T20:00")
        (row,) = [row for row in map(json.loads, ran.stdout.splitlines()) if row["standard"] == "MC-06"]
        assert row["outcome"] == "pending"
        assert row["discharged_at"] is None

    @pytest.mark.parametrize(("strict", "status"), [((), DONE), (("--strict",), REFUSED)])
    def test_an_expectation_that_is_not_reached_is_listed(self, episode, strict, status):
        episode.write_text(EPISODE.replace("outcome: late", "outcome: met"))
        ran = bounden("check", episode, "--format", "json", *strict)
        assert ran.returncode == status
        assert ran.stderr == "Not reached: one.yaml:18: expects MC-06 met; concluded late\n"
        assert all(json.loads(line) for line in ran.stdout.splitlines())

    def test_an_expectation_of_a_standard_that_is_not_there_is_listed(self, episode):
        episode.write_text(EPISODE.replace("MC-06", "MC-99"))
        assert "the rulebook holds no such standard" in bounden("check", episode).stderr

    def test_a_missing_file_is_wrong_usage(self, tmp_path):
        ran = bounden("check", tmp_path / "none.yaml")
        assert ran.returncode == WRONG_USAGE
        assert "does not exist" in ran.stderr

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("case: [one", "one.yaml"),
            (EPISODE + "colour: blue\n", "colour"),
            (EPISODE.replace("kind: phone_called", "kind: phone_cauled"), "did you mean phone_called?"),
            ("", "one.yaml"),
        ],
        ids=["not YAML", "unknown key", "unknown kind", "empty"],
    )
    def test_refused_data_ends_with_every_reason(self, episode, text, words):
        episode.write_text(text)
        ran = bounden("check", episode)
        assert ran.returncode == REFUSED
        assert ran.stdout == ""
        assert words in ran.stderr
        assert "Traceback" not in ran.stderr

    @pytest.mark.parametrize(
        "wrong", [("--as-of", "yesterday"), ("--engine", "spark"), ("--format", "xml"), ("--wrong",)]
    )
    def test_wrong_usage(self, episode, wrong):
        ran = bounden("check", episode, *wrong)
        assert ran.returncode == WRONG_USAGE
        assert ran.stdout == ""
        assert "Traceback" not in ran.stderr


class TestBuild:
    def test_what_was_built_is_told(self, tmp_path, episode):
        ran = bounden("build", episode.parent, "--out", tmp_path / "store", "--as-of", "2023-06-01T12:00:00Z")
        assert ran.returncode == DONE
        assert "as of 2023-06-01T12:00:00Z" in ran.stdout
        assert (tmp_path / "store" / "CURRENT").read_text().strip() in ran.stdout
        assert "reading case files" in ran.stderr

    def test_broken_rows_are_refused_with_file_and_line_and_nothing_is_published(self, tmp_path):
        delivery = tmp_path / "delivery"
        delivery.mkdir()
        (delivery / "people.csv").write_text(
            'force,source,person_id,sex\nWexshire,rms,p1,female\nWexshire,rms,"p2,male\n', encoding="utf-8"
        )
        ran = bounden("build", delivery, "--out", tmp_path / "store")
        assert ran.returncode == REFUSED
        assert "people.csv:3" in ran.stderr
        assert "Nothing was published" in ran.stderr
        assert "p2" not in ran.stderr
        assert not (tmp_path / "store" / "CURRENT").exists()

    def test_a_delivery_without_coverage_is_said_loudly(self, tmp_path):
        delivery = tmp_path / "delivery"
        delivery.mkdir()
        (delivery / "occurrences.csv").write_text(
            "force,source,occurrence_id,kind,reported_at\nWexshire,rms,o1,missing,2023-03-06T18:00\n", encoding="utf-8"
        )
        ran = bounden("build", delivery, "--out", tmp_path / "store")
        assert ran.returncode == DONE
        assert "Warning: NO COVERAGE" in ran.stderr

    def test_refused_data_leaves_what_was_published(self, tmp_path, episode):
        store = tmp_path / "store"
        assert bounden("build", episode.parent, "--out", store).returncode == DONE
        before = (store / "CURRENT").read_text()
        episode.write_text("case: [")
        assert bounden("build", episode.parent, "--out", store).returncode == REFUSED
        assert (store / "CURRENT").read_text() == before
        assert not list(store.glob(".building-*"))

    @pytest.mark.parametrize("wrong", [("--mapping", "niche"), ("--engine", "spark")])
    def test_what_cannot_be_done_yet_is_said(self, tmp_path, episode, wrong):
        ran = bounden("build", episode.parent, "--out", tmp_path / "store", *wrong)
        assert ran.returncode == WRONG_USAGE
        assert "written yet" in ran.stderr or "is not written yet" in ran.stderr

    def test_no_delivery_is_wrong_usage(self, tmp_path):
        assert bounden("build", tmp_path / "none", "--out", tmp_path / "store").returncode == WRONG_USAGE
        assert bounden("build", tmp_path).returncode == WRONG_USAGE


class TestOutcomes:
    def test_csv_parquet_and_json_hold_the_same(self, store, tmp_path):
        as_json = outcomes(store)
        as_csv = list(csv.DictReader(io.StringIO(bounden("outcomes", store).stdout)))
        assert bounden("outcomes", store, "--format", "parquet", "--out", tmp_path / "o.parquet").returncode == DONE
        as_parquet = pq.read_table(tmp_path / "o.parquet").to_pylist()
        keys = [row["obligation_key"] for row in as_json.values()]
        assert len(keys) >= 4
        assert [row["obligation_key"] for row in as_csv] == keys
        assert [row["obligation_key"] for row in as_parquet] == keys
        assert [row["outcome"] for row in as_csv] == [row["outcome"] or "" for row in as_json.values()]

    @pytest.mark.parametrize("as_of", [(), ("--as-of", "2023-03-10")])
    def test_every_format_says_what_is_to_be_confirmed(self, store, tmp_path, as_of):
        as_json = outcomes(store, *as_of).values()
        assert {row["to_be_confirmed"] for row in as_json} == {True, False}
        assert all(row["to_be_confirmed"] is (row["standard"] in unconfirmed()) for row in as_json)
        as_csv = list(csv.DictReader(io.StringIO(bounden("outcomes", store, *as_of).stdout)))
        said = ["true" if row["to_be_confirmed"] else "false" for row in as_json]
        assert [row["to_be_confirmed"] for row in as_csv] == said
        file = tmp_path / "o.parquet"
        assert bounden("outcomes", store, *as_of, "--format", "parquet", "--out", file).returncode == DONE
        column = pq.read_table(file)["to_be_confirmed"]
        assert (str(column.type), column.to_pylist()) == ("bool", [row["to_be_confirmed"] for row in as_json])

    def test_it_agrees_with_check(self, store, episode):
        checked = map(json.loads, bounden("check", episode, "--format", "json").stdout.splitlines())
        held = {row["obligation_key"]: row["outcome"] for row in outcomes(store).values()}
        assert held == {row["obligation_key"]: row["outcome"] for row in checked}

    def test_another_instant_judges_again(self, store):
        assert outcomes(store)["MC-06", ""]["outcome"] == "late"
        assert outcomes(store, "--as-of", "2023-03-06T20:00")["MC-06", ""]["outcome"] == "pending"
        assert outcomes(store, "--as-of", "2023-03-05T20:00") == {}

    def test_text_that_begins_a_formula_is_guarded(self, tmp_path, episode):
        episode.write_text(EPISODE.replace("Wexshire Police", '"=HYPERLINK(1)"'))
        bounden("build", episode.parent, "--out", tmp_path / "store")
        rows = list(csv.DictReader(io.StringIO(bounden("outcomes", tmp_path / "store").stdout)))
        assert {row["force"] for row in rows} == {"'=HYPERLINK(1)"}

    def test_parquet_to_a_terminal_is_wrong_usage(self, store):
        assert bounden("outcomes", store, "--format", "parquet").returncode == WRONG_USAGE

    def test_a_file_in_no_directory_is_wrong_usage(self, store, tmp_path):
        assert bounden("outcomes", store, "--out", tmp_path / "none" / "o.csv").returncode == WRONG_USAGE

    def test_a_store_without_snapshot_is_refused_and_says_what_to_do(self, tmp_path):
        ran = bounden("outcomes", tmp_path)
        assert ran.returncode == REFUSED
        assert "bounden build" in ran.stderr

    def test_a_reader_that_goes_away_is_no_fault(self, store):
        ran = subprocess.run(
            f"'{sys.executable}' -m bounden outcomes '{store}' | head -1",
            shell=True, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert ran.stdout.startswith("obligation_key,")
        assert ran.stderr == ""


class TestExplain:
    def test_the_explanation_names_clause_record_and_limit(self, store):
        key = outcomes(store)["MC-06", ""]["obligation_key"]
        ran = bounden("explain", store, key)
        assert ran.returncode == DONE
        assert "MC-06" in ran.stdout
        assert "late" in ran.stdout.lower()
        assert "one/episode/1" in ran.stdout

        assert "What good looks like" not in ran.stdout, "it is done"

    def test_it_says_what_is_to_be_confirmed(self, store):
        found = {row["standard"]: row["obligation_key"] for row in outcomes(store).values() if row["to_be_confirmed"]}
        for id, key in found.items():
            told = " ".join(bounden("explain", store, key).stdout.split())
            for each in to_be_confirmed(standard(id)):
                assert f"To be confirmed: {each}" in told
        key = outcomes(store)["MC-06", ""]["obligation_key"]
        assert "confirmed" not in bounden("explain", store, key).stdout

    def test_where_somebody_can_still_act_it_says_what_good_looks_like(self, store):
        key = outcomes(store)["MC-07", ""]["obligation_key"]
        ran = bounden("explain", store, key)
        assert ran.returncode == DONE
        told = " ".join(ran.stdout.partition("What good looks like:")[2].split())
        guidance = guidance_of("MC-07")
        for said in (*guidance.sentences, *(source.url for source in guidance.sources), guidance.fell_short.says):
            assert said in told
        assert f"case {guidance.fell_short.case}" in told

    def test_an_unknown_key_is_refused(self, store):
        ran = bounden("explain", store, "0" * 32)
        assert ran.returncode == REFUSED
        assert "no obligation" in ran.stderr
        assert ran.stdout == ""

    def test_what_is_no_key_is_wrong_usage(self, store):
        ran = bounden("explain", store, "MC-06")
        assert ran.returncode == WRONG_USAGE
        assert "32 hex digits" in ran.stderr


class TestStandards:
    def test_the_rulebook_as_a_list_and_as_json(self):
        listed = bounden("standards").stdout
        held = json.loads(bounden("standards", "--format", "json").stdout)
        assert len(held) > 40
        assert all(f"{one['id']} " in listed for one in held)

    def test_the_list_says_what_records_answer_and_what_a_person_must(self):
        kinds = {one["id"]: one["kind"] for one in json.loads(bounden("standards", "--format", "json").stdout)}
        assert (kinds["MC-06"], kinds["MC-18"]) == ("standard", "question")
        asked = bounden("standards", "--kind", "question", "--area", "missing").stdout
        assert "MC-18" in asked
        assert "MC-06" not in asked
        assert "RO-20" not in asked

    def test_an_audit_question_with_why_a_person_answers_it(self):
        said = bounden("standards", "ro-20").stdout
        assert "Why a person answers" in said
        assert "[ro_caseload]: 50" in said

    def test_an_unknown_area_is_wrong_usage(self):
        ran = bounden("standards", "--area", "moon")
        assert ran.returncode == WRONG_USAGE
        assert "governance" in ran.stderr

    def test_one_standard_with_its_clause_and_numbers(self):
        ran = bounden("standards", "mc-06")
        assert ran.returncode == DONE
        assert re.search(r"\[mc_search\]: 4 hours; local", ran.stdout)
        assert "https://" in ran.stdout
        assert "the home searched 13:59:59 ── due 14:00 → met" in ran.stdout
        assert json.loads(bounden("standards", "MC-06", "--format", "json").stdout)["id"] == "MC-06"

    def test_an_unknown_standard_is_wrong_usage_and_near_ones_are_named(self):
        ran = bounden("standards", "MC-6")
        assert ran.returncode == WRONG_USAGE
        assert "MC-06" in ran.stderr


def test_the_version_and_the_commands_are_told():
    assert bounden("--version").stdout == "bounden 0.1.0\n"
    for command in ("check", "build", "outcomes", "explain", "standards"):
        assert command in bounden("--help").stdout


def test_the_console_script_is_the_same():
    script = Path(sys.executable).with_name("bounden")
    assert script.exists(), "the project is not installed in this environment"
    assert subprocess.run([script, "--version"], capture_output=True, text=True, check=True).stdout == "bounden 0.1.0\n"


OWN = """\
force: Wexshire Police
numbers:
  mc_search: [{value: 30 min, from: 2023-01-01, reference: Policy 4.2}]
"""


@pytest.fixture
def own(tmp_path):
    """A case, a file of the force's own numbers, and a store built with it."""
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "one.yaml").write_text(EPISODE)
    (tmp_path / "own.yaml").write_text(OWN)
    built = bounden(
        "build",
        tmp_path / "cases",
        "--out",
        tmp_path / "store",
        "--as-of",
        "2023-12-01",
        "--local",
        tmp_path / "own.yaml",
    )
    assert built.returncode == DONE, built.stderr
    said = "Wexshire Police judges by its own mc_search from 2023-01-01: 30 min (national 4 h)."
    assert said in " ".join(built.stderr.split())
    return tmp_path


def test_every_export_says_where_a_force_s_own_number_decided(own):
    rows = list(csv.DictReader(io.StringIO(bounden("outcomes", own / "store").stdout)))
    assert {r["local_numbers"] for r in rows if r["standard"] == "MC-06"} == {"mc_search 30 min (national 4 h)"}
    assert {r["local_numbers"] for r in rows if r["standard"] != "MC-06"} == {""}
    checked = bounden("check", own / "cases" / "one.yaml", "--local", own / "own.yaml", "--format", "json")
    lines = [json.loads(line) for line in checked.stdout.splitlines()]
    (search,) = [line for line in lines if line["standard"] == "MC-06"]
    assert (search["local_numbers"], search["due_at"]) == ("mc_search 30 min (national 4 h)", "2023-03-06T18:30:00Z")
    assert "where the national one is 4 hours" in search["because"]
    page = bounden("standards", "MC-06", "--local", own / "own.yaml").stdout
    assert "Numbers of forces" in page
    assert "Policy 4.2" in page
    told = json.loads(bounden("standards", "MC-06", "--local", own / "own.yaml", "--format", "json").stdout)
    assert told["local_numbers"][0]["value"] == "30 min"


def test_what_would_change_is_said_in_short_and_in_full(own):
    short = bounden("what-if", own / "store", "--set", "mc_search=20 h")
    assert short.returncode == DONE
    assert "1 would change." in short.stdout
    assert "1  late becomes met" in short.stdout
    rows = list(
        csv.DictReader(
            io.StringIO(bounden("what-if", own / "store", "--set", "mc_search=20 h", "--format", "csv").stdout)
        )
    )
    assert [(r["standard"], r["outcome_before"], r["outcome_after"]) for r in rows] == [("MC-06", "late", "met")]
    (line,) = bounden("what-if", own / "store", "--set", "mc_search=20 h", "--format", "json").stdout.splitlines()
    assert json.loads(line)["due_at_after"] == "2023-03-07T14:00:00Z"
    snapshot = next(p for p in (own / "store").iterdir() if (p / "rulebook.json").exists())
    for rulebook in ("today", snapshot, snapshot / "rulebook.json"):
        assert "0 would change." in bounden("what-if", own / "store", "--rulebook", rulebook).stdout
    (own / "other.yaml").write_text(OWN.replace("30 min", "20 h") + "    \n")
    assert bounden("what-if", own / "store", "--local", own / "other.yaml").returncode == REFUSED, "laxer without why"


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        ([], WRONG_USAGE, "name what to change"),
        (["--force", "W", "--rulebook", "today"], WRONG_USAGE, "for whom to --set"),
        (["--set", "mc_serch=2 h"], WRONG_USAGE, "the rulebook has no number mc_serch"),
        (["--set", "mc_search"], WRONG_USAGE, "of the kind of the national one, 4 h"),
        (["--set", "mc_search=2 d"], WRONG_USAGE, "of the kind of the national one, 4 h"),
        (["--set", "mc_search=0 h"], WRONG_USAGE, "of the kind of the national one, 4 h, not 0"),
        (["--set", "rest_from=05:00"], WRONG_USAGE, "hours of rest begin before midnight"),
        (["--set", "mc_search=2 h", "--force", "Wexshre"], WRONG_USAGE, "the snapshot holds no record of Wexshre"),
        (["--rulebook", "nowhere"], WRONG_USAGE, "there is no nowhere"),
        (["--rulebook", "."], REFUSED, "rulebook.json is not there"),
    ],
)
def test_what_if_refuses_what_it_cannot_ask(own, arguments, status, said):
    ran = bounden("what-if", own / "store", *arguments)
    assert ran.returncode == status
    assert said in " ".join(ran.stderr.replace("│", " ").split())


def test_a_force_that_no_record_names_is_not_said_to_be_judged_by_its_own_numbers(own):
    (own / "own.yaml").write_text(OWN.replace("Wexshire", "Wexshre"))
    build = ["build", own / "cases", "--out", own / "other"]
    for command in (["check", own / "cases" / "one.yaml"], ["what-if", own / "store"], build):
        ran = bounden(*command, "--local", own / "own.yaml")
        assert ran.returncode == DONE, ran.stderr
        assert "Warning: no record is of Wexshre Police" in " ".join(ran.stderr.split())
        assert "judges by its own" not in ran.stderr


def test_local_numbers_that_cannot_be_used_are_refused_before_anything_is_read(own):
    (own / "own.yaml").write_text(OWN.replace("30 min", "soon"))
    for command in (["check", own / "cases" / "one.yaml"], ["build", own / "cases", "--out", own / "store"]):
        ran = bounden(*command, "--local", own / "own.yaml")
        assert ran.returncode == REFUSED
        assert "own.yaml, line 3: mc_search: value must be of the kind of the national one, 4 h" in ran.stderr
