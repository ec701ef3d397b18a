"""Pictures of the pages. With BOUNDEN_SCREENSHOTS naming a directory they are kept there, for the documentation."""

import os
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

NAMES = {1280: "desktop", 390: "phone"}
PICTURES = ["overview", "worklist", "case", "explanation", "standards", "standard"]
LARGEST = 400_000  # bytes; these pictures stand in the repository
TALLEST = {1280: 1700, 390: 2400}  # pixels


@pytest.mark.parametrize("name", PICTURES)
def test_picture(name, signed_in, site, tmp_path):
    kept = os.environ.get("BOUNDEN_SCREENSHOTS")
    page = signed_in.page
    page.goto(f"{site.address}{site.pages[name]}")
    width = page.viewport_size["width"]
    height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST[width])
    picture = (Path(kept) if kept else tmp_path) / f"{name}-{NAMES[width]}.png"
    page.screenshot(path=picture, full_page=True, clip={"x": 0, "y": 0, "width": width, "height": height})
    assert 5_000 < picture.stat().st_size < LARGEST


def test_picture_of_the_line_of_time(signed_in, site, tmp_path):
    kept = os.environ.get("BOUNDEN_SCREENSHOTS")
    page = signed_in.page
    page.goto(f"{site.address}{site.pages['case']}")
    picture = (Path(kept) if kept else tmp_path) / f"line-of-time-{NAMES[page.viewport_size['width']]}.png"
    page.locator("figure.chart").first.screenshot(path=picture)
    assert 5_000 < picture.stat().st_size < LARGEST
