"""What tests need from the machine, and a loud word where it is absent.

A test marked `browser`, `postgres` or `spark` is skipped where the machine has none, and the end of the run says how
many and why. `--require browser` (see the Makefile) turns that skip into a failure.
"""

import os
import shutil
from pathlib import Path

import pytest

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium() -> str | None:
    """Path of a Chromium on this machine, the one that Playwright installed included."""
    for name in CHROMIUM_NAMES:
        if found := shutil.which(name):
            return found
    cache = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH", Path.home() / ".cache" / "ms-playwright"))
    return next((str(p) for p in sorted(cache.glob("chromium-*/chrome-linux*/chrome"))), None)


NEEDS = {
    "browser": (chromium, "this machine has no Chromium"),
    "postgres": (lambda: os.environ.get("BOUNDEN_TEST_POSTGRES"), "BOUNDEN_TEST_POSTGRES names no server"),
    "spark": (lambda: shutil.which("java"), "this machine has no Java"),
}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--require", action="append", default=[], choices=sorted(NEEDS), help="fail where this is absent")


def pytest_configure(config: pytest.Config) -> None:
    for need in config.getoption("--require"):
        present, reason = NEEDS[need]
        if not present():
            raise pytest.UsageError(f"{need} tests are required here, but {reason}")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for need, (present, reason) in NEEDS.items():
        if not present():
            for item in items:
                if item.get_closest_marker(need):
                    item.add_marker(pytest.mark.skip(reason=reason))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for need, (_, reason) in NEEDS.items():
        skipped = sum(1 for r in terminalreporter.stats.get("skipped", ()) if reason in str(r.longrepr))
        if skipped:
            terminalreporter.write_line(
                f"NOT TESTED HERE: {skipped} {need} tests were skipped ({reason}); make test-{need} requires them",
                yellow=True,
                bold=True,
            )


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """Path of the Chromium to drive, for tests marked `browser`."""
    path = chromium()
    assert path is not None, "mark tests that use chromium_path with pytest.mark.browser"
    return path
