"""Where words go."""

from bounden.cli.terminal import output, progress


def test_progress_beside_a_terminal_is_a_plain_line_a_step_to_standard_error(capsys):
    with progress() as report:
        for done in range(3):
            report("reading people.csv", done, 3)
        report("judging", 0, 0)
    written = capsys.readouterr()
    assert written.out == ""
    assert written.err == "reading people.csv\njudging\n"


def test_progress_on_a_terminal_leaves_nothing_behind(capsys, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with progress() as report:
        report("judging", 1, 0)
    assert capsys.readouterr().out == ""


def test_output_that_is_no_terminal_has_a_fixed_width_and_no_colours(capsys):
    output().print("[bold]x[/bold] " + "word " * 40)
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 120
    assert "\x1b" not in "".join(lines)
