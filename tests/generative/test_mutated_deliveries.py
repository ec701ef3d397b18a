"""Damaged deliveries never lose a record silently and never publish half of anything.

Each example takes a small valid delivery, damages it once or twice by a seeded choice, and holds the account of the
reader against a count made here, character by character, by another method.
"""

import codecs
import csv
import hashlib
import io
import random
import re
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq
import pytest

from bounden.ingest import Refused, deliver
from bounden.records import TABLES

EXAMPLES = 320
SEED = 20261121

FORCE = "Wexshire Police,niche"
VALID = {
    "people": "force,source,person_id,family_name,date_of_birth,age_years,age_on\n"
    + "".join(f'{FORCE},p{n},"O\'Neill, ""Zoë {n}""",2012-03-{n:02},,\n' for n in range(1, 7))
    + f"{FORCE},p7,Żółć,,13,2023-03-06\n",
    "places": f"force,source,place_id,kind,latitude\n{FORCE},h1,care_home,51.5\n{FORCE},h2,home,\n",
    "occurrences": "force,source,occurrence_id,kind,category,reported_at,narrative,place_id\n"
    + f'{FORCE},o1,incident,neglect,2023-03-06T18:00,"First line,\nsecond ""line""\n\nlast",h1\n'
    + f"{FORCE},o2,missing,,2023-07-06,no more,\n"
    + f'{FORCE},o3,detention,,2023-10-29T01:30,"""quoted""",h2\n',
    "involvements": "force,source,occurrence_id,person_id,role,vehicle\n"
    + "".join(f"{FORCE},o{n % 3 + 1},p{n},child_subject,{'true' if n % 2 else ''}\n" for n in range(1, 8)),
    "actions": "force,source,action_id,occurrence_id,person_id,kind,happened_at,done,value,note\n"
    + "".join(
        f"{FORCE},a{n},o{n % 3 + 1},{f'p{n}' if n < 8 else ''},child_seen,2023-03-07T{n:02}:15,"
        + ("false" if n % 4 else "")
        + (',,"a, b"\n' if n % 3 else ",,\n")
        for n in range(1, 15)
    )
    + f"{FORCE},a15,o1,p1,risk_graded,2023-03-07,true,medium,\n",
    "flags": "force,source,person_id,place_id,kind,from_at\n"
    + f"{FORCE},p1,,looked_after,\n{FORCE},,h1,firearms,2020-01-01\n",
    "coverage": f"force,source,table,kind,supplied,from_at,to_at\n{FORCE},actions,*,true,2023-01-01,2023-12-31\n",
}


def count_records(content: bytes) -> int:
    """The records of a CSV file by reading it character by character: an independent count, header included."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = content.decode("utf-16", "replace")
    else:
        text = content.decode("utf-8-sig", "replace")
    text = re.sub("\r\n|\r", "\n", text)
    records, state, begun = 0, "start", False
    for character in text:
        if state == "quoted":
            state = "closing" if character == '"' else "quoted"
        elif state == "closing" and character == '"':
            state = "quoted"
        elif character == "\n":
            records, state, begun = records + 1, "start", False
            continue
        elif character == ",":
            state = "start"
        elif character == '"' and state == "start":
            state = "quoted"
        else:
            state = "plain"
        begun = True
    return records + begun


# How a file is damaged. Each takes its bytes and a random generator and returns other bytes.


def lines_of(content):
    return content.splitlines(keepends=True)


def drop_a_quote(content, rng):
    places = [m.start() for m in re.finditer(b'"', content)]
    place = rng.choice(places) if places else rng.randrange(len(content))
    return content[:place] + content[place + bool(places) :]


def add_a_quote(content, rng):
    place = rng.randrange(len(content) + 1)
    return content[:place] + b'"' + content[place:]


def add_a_nul(content, rng):
    place = rng.randrange(len(content) + 1)
    return content[:place] + b"\0" + content[place:]


def add_a_stray_byte(content, rng):
    place = rng.randrange(len(content) + 1)
    return content[:place] + bytes([rng.randrange(0x80, 0xC0)]) + content[place:]


def save_as_windows_1252(content, rng):
    return content.decode().replace("Ż", "Ž").encode("cp1252", "replace") + "naïve".encode("cp1252")


def save_as_utf_16(content, rng):
    return content.decode().encode("utf-16")


def cut_off(content, rng):
    return content[: rng.randrange(len(content))]


def cut_from_the_front(content, rng):
    return content[rng.randrange(1, len(content)) :]


def empty(content, rng):
    return b""


def rewrite(content, change):
    rows = list(csv.reader(io.StringIO(content.decode(), newline="")))
    change(rows)
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()


def drop_a_column(content, rng):
    def change(rows):
        place = rng.randrange(len(rows[0]))
        for row in rows:
            del row[place]

    return rewrite(content, change)


def drop_a_required_column(content, rng):
    def change(rows):
        place = rng.choice([rows[0].index("force"), rows[0].index("source")])
        for row in rows:
            del row[place]

    return rewrite(content, change)


def rename_a_column(content, rng):
    def change(rows):
        rows[0][rng.randrange(len(rows[0]))] = rng.choice(["", "surname", "Zoë Example", "FORCE"])

    return rewrite(content, change)


def add_a_cell(content, rng):
    def change(rows):
        rows[rng.randrange(1, len(rows))].append("extra")

    return rewrite(content, change)


def drop_a_cell(content, rng):
    def change(rows):
        rows[rng.randrange(1, len(rows))].pop()

    return rewrite(content, change)


def swap_two_columns_of_a_row(content, rng):
    def change(rows):
        row = rows[rng.randrange(1, len(rows))]
        one, other = rng.sample(range(len(row)), 2)
        row[one], row[other] = row[other], row[one]

    return rewrite(content, change)


def put_a_wrong_value(content, rng):
    def change(rows):
        row = rows[rng.randrange(1, len(rows))]
        row[rng.randrange(len(row))] = rng.choice(["", "x" * 200, "2023-02-30", "2023-03-26T01:30", "-1", "maybe", " "])

    return rewrite(content, change)


def repeat_the_header(content, rng):
    lines = lines_of(content)
    return b"".join([*lines, lines[0]])


def add_a_blank_line(content, rng):
    return content + b"\n"


def break_a_line(content, rng):
    place = rng.randrange(len(content) + 1)
    return content[:place] + rng.choice([b"\n", b"\r", b"\r\n"]) + content[place:]


def join_two_lines(content, rng):
    place = rng.choice([m.start() for m in re.finditer(b"\n", content)])
    return content[:place] + content[place + 1 :]


def change_the_delimiter(content, rng):
    return content.replace(b",", rng.choice([b";", b"\t", b"|"]))


def lose_a_byte(content, rng):
    place = rng.randrange(len(content))
    return content[:place] + content[place + 1 :]


def swap_bytes(content, rng):
    place = rng.randrange(len(content) - 1)
    return content[:place] + content[place : place + 2][::-1] + content[place + 2 :]


def give_an_id_other_content(content, rng):
    def change(rows):
        row = list(rng.choice(rows[1:]))
        row[1] = "another system"
        rows.append(row)

    return rewrite(content, change)


def as_parquet(content, rng):
    sheet = pa.csv.read_csv(io.BytesIO(content), parse_options=pa.csv.ParseOptions(newlines_in_values=True))
    out = io.BytesIO()
    pq.write_table(sheet, out)
    return out.getvalue()


# What changes the bytes and not the meaning.


def add_a_mark(content, rng):
    return codecs.BOM_UTF8 + content


def end_lines_with_cr_lf(content, rng):
    return content.replace(b"\n", b"\r\n")


def end_lines_with_cr(content, rng):
    return content.replace(b"\n", b"\r")


def drop_the_last_line_end(content, rng):
    return content.removesuffix(b"\n")


def quote_everything(content, rng):
    rows = csv.reader(io.StringIO(content.decode(), newline=""))
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(rows)
    return out.getvalue().encode()


def shuffle_rows(content, rng):
    def change(rows):
        rest = rows[1:]
        rng.shuffle(rest)
        rows[1:] = rest

    return rewrite(content, change)


def shuffle_columns(content, rng):
    def change(rows):
        order = rng.sample(range(len(rows[0])), len(rows[0]))
        rows[:] = [[row[place] for place in order] for row in rows]

    return rewrite(content, change)


def repeat_rows(content, rng):
    def change(rows):
        rows += rng.choices(rows[1:], k=rng.randrange(1, 9))

    return rewrite(content, change)


HARMLESS = (
    add_a_mark,
    end_lines_with_cr_lf,
    end_lines_with_cr,
    drop_the_last_line_end,
    quote_everything,
    shuffle_rows,
    shuffle_columns,
    repeat_rows,
)
FATAL = (
    add_a_nul,
    add_a_stray_byte,
    save_as_windows_1252,
    save_as_utf_16,
    empty,
    drop_a_required_column,
    rename_a_column,
    add_a_cell,
    drop_a_cell,
    repeat_the_header,
    add_a_blank_line,
    change_the_delimiter,
)
EITHER = (
    drop_a_quote,
    add_a_quote,
    cut_off,
    cut_from_the_front,
    drop_a_column,
    swap_two_columns_of_a_row,
    put_a_wrong_value,
    break_a_line,
    join_two_lines,
    lose_a_byte,
    swap_bytes,
    give_an_id_other_content,
)
MUTATIONS = HARMLESS + FATAL + EITHER
#: Tables in which a line end stands inside quotes: another line end there is another text.
WITH_LINE_ENDS_IN_TEXT = {"occurrences"}


@dataclass
class Result:
    account: object
    refused: Refused | None
    written: dict[str, str]


def write(directory, files):
    directory.mkdir()
    for name, content in files.items():
        (directory / name).write_bytes(content)


def run(directory, into):
    try:
        account, refused = deliver(directory, into), None
    except Refused as error:
        account, refused = error.account, error
    written = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in into.iterdir()} if into.exists() else {}
    return Result(account, refused, written)


def valid_files():
    return {f"{name}.csv": text.encode() for name, text in VALID.items()}


@pytest.fixture(scope="module")
def undamaged(tmp_path_factory):
    base = tmp_path_factory.mktemp("undamaged")
    write(base / "delivery", valid_files())
    result = run(base / "delivery", base / "out")
    assert result.refused is None
    return result


def check(result, files):
    """The promises that hold whatever was done to the files."""
    assert result.account.adds_up
    for file in result.account.files:
        assert file.rows_in == max(count_records(files[file.file]) - 1, 0), file
    if result.refused is None:
        assert sorted(result.written) == sorted(f"{name}.parquet" for name in TABLES)
        assert result.account.refused == 0
        assert sum(result.account.rows.values()) == result.account.rows_in - result.account.duplicates
        return
    assert result.written == {}
    assert result.refused.refusals
    blamed = {refusal.file for refusal in result.refused.refusals}
    for file in result.account.files:
        assert not file.refused or file.file in blamed
    for refusal in result.refused.refusals:
        physical = max(len(re.split(b"\r\n|\r|\n", files[refusal.file])), 1)
        assert 0 <= refusal.line <= physical
        assert refusal.line or "UTF-16" in refusal.reason or "empty" in refusal.reason, refusal


def damaged(number):
    """The example of that number: which files, and what was done to them."""
    rng = random.Random(SEED + number)
    files = valid_files()
    done = []
    for place in range(1 + (number % 4 == 3)):
        mutation = MUTATIONS[number % len(MUTATIONS)] if place == 0 else rng.choice(EITHER)
        name = rng.choice(sorted(files))
        if files[name]:
            try:
                files[name] = mutation(files[name], rng)
            except (UnicodeDecodeError, IndexError, ValueError, csv.Error):
                continue  # too damaged to be damaged further in this way
            done.append((mutation, name))
            if mutation is save_as_utf_16:
                break  # a piece of UTF-16 is no text that could be counted here
    return files, done


@pytest.mark.parametrize("number", range(EXAMPLES))
def test_a_damaged_delivery_is_accounted_for(number, tmp_path, undamaged):
    files, done = damaged(number)
    write(tmp_path / "delivery", files)
    result = run(tmp_path / "delivery", tmp_path / "out")
    check(result, files)
    if len(done) != 1:
        return
    ((mutation, name),) = done
    if mutation in FATAL:
        assert result.refused is not None
        assert {refusal.file for refusal in result.refused.refusals} == {name}
    if mutation in HARMLESS:
        assert result.refused is None, result.refused
        changed = {n for n in result.written if result.written[n] != undamaged.written[n]}
        assert changed <= {f"{table}.parquet" for table in WITH_LINE_ENDS_IN_TEXT}


def test_every_kind_of_damage_is_tried_and_both_ends_are_reached():
    tried = [mutation for number in range(EXAMPLES) for mutation, _ in damaged(number)[1][:1]]
    assert {mutation: tried.count(mutation) for mutation in MUTATIONS if tried.count(mutation) < 6} == {}


@pytest.mark.parametrize("number", range(20))
def test_a_cut_parquet_file_publishes_nothing(number, tmp_path):
    rng = random.Random(SEED + number)
    files = valid_files()
    name = rng.choice(["actions", "involvements", "people", "flags"])
    whole = as_parquet(files.pop(f"{name}.csv"), rng)
    files[f"{name}.parquet"] = whole[: rng.randrange(len(whole))]
    write(tmp_path / "delivery", files)
    result = run(tmp_path / "delivery", tmp_path / "out")
    assert result.refused is not None
    assert result.written == {}
    assert result.account.adds_up
    assert [refusal.file for refusal in result.refused.refusals] == [f"{name}.parquet"]


def test_the_count_made_here_knows_what_it_counts():
    assert count_records(b"") == 0
    assert count_records(b'a,"b\nc"\nd') == 2
    assert count_records(b'a"b\nc"\n') == 2
    assert count_records(b'"a"b"\nc\n') == 2
    assert count_records(b'"a\nb\n') == 1
    assert count_records(b"a\r\n\rb\r") == 3
