"""`manage.py demonstrate`, as somebody at a terminal sees it."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def demonstrate(store: Path, tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts the command on a store and database of its own; ends what a test left running."""
    started: list[subprocess.Popen[str]] = []
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "bounden.config.settings",
        "BOUNDEN_VAR": str(tmp_path / "var"),
        "BOUNDEN_SNAPSHOTS": str(store),
    }

    def start(*arguments: str, snapshots: Path | None = None) -> subprocess.Popen[str]:
        given = {**environment, **({"BOUNDEN_SNAPSHOTS": str(snapshots)} if snapshots else {})}
        command = [sys.executable, str(ROOT / "manage.py"), "demonstrate", *arguments]
        started.append(subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=given))
        return started[-1]

    yield start
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()


def _greeting(process: subprocess.Popen[str]) -> str:
    lines = []
    for line in process.stdout:
        lines.append(line)
        if "Ctrl-C" in line:
            return "".join(lines)
    raise AssertionError(process.stderr.read())


def _open(port: int) -> int:
    for _ in range(50):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/sign-in/", timeout=5) as answer:
                return answer.status
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server did not answer")


def test_first_run_prints_address_and_password_once_and_stops_cleanly(
    demonstrate: Callable[..., subprocess.Popen[str]], port: int, tmp_path: Path
) -> None:
    first = demonstrate("--port", str(port))
    said = _greeting(first)
    assert f"http://127.0.0.1:{port}/" in said
    password = re.search(r"password +(\S+)", said)[1]
    assert _open(port) == 200
    first.send_signal(signal.SIGINT)
    out, errors = first.communicate(timeout=10)
    assert first.returncode == 0
    assert "Stopped." in out
    assert "Traceback" not in errors
    kept = b"".join(path.read_bytes() for path in (tmp_path / "var").rglob("*") if path.is_file())
    assert password.encode() not in kept

    second = demonstrate("--port", str(port))
    said = _greeting(second)
    assert "--new-password" in said
    assert not re.search(r"password +\w+-", said)
    assert _open(port) == 200
    second.send_signal(signal.SIGTERM)
    second.communicate(timeout=10)
    assert second.returncode == 0


def test_busy_port_is_said_plainly(demonstrate: Callable[..., subprocess.Popen[str]], port: int) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        process = demonstrate("--port", str(port))
        _, errors = process.communicate(timeout=30)
    assert process.returncode == 1
    assert f"port {port} cannot be used" in errors
    assert f"--port {port + 1}" in errors
    assert "Traceback" not in errors


def test_without_a_snapshot_it_says_how_to_build_one(
    demonstrate: Callable[..., subprocess.Popen[str]], port: int, tmp_path: Path
) -> None:
    process = demonstrate("--port", str(port), snapshots=tmp_path / "none")
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 1
    assert "bounden build" in errors
    assert "Traceback" not in errors
