"""The main path with the keyboard alone: skip, filter, sort, open a case, open an explanation, sign out."""

import re

import pytest

pytestmark = pytest.mark.browser

FOCUS = """() => {
  const at = document.activeElement, box = at.getBoundingClientRect(), style = getComputedStyle(at);
  return {text: at.innerText || at.name || at.tagName, width: box.width, height: box.height,
          marked: style.outlineStyle !== 'none' || style.boxShadow !== 'none' || at.type === 'checkbox',
          inside: box.bottom > 0 && box.top < innerHeight};
}"""


@pytest.fixture
def page(signed_in, site):
    signed_in.page.goto(f"{site.address}/worklist/")
    return signed_in.page


def _tab_to(page, text, *, most=200):
    """Press Tab until the focus stands on something with this text."""
    for _ in range(most):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUS)
        if re.search(text, at["text"]):
            return at
    raise AssertionError(f"Tab never reaches {text}")


def test_first_stop_skips_to_the_content(page):
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS)["text"] == "Skip to main content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main-content"


def test_focus_is_always_seen(page):
    for _ in range(40):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUS)
        if at["text"] == "BODY":
            break
        assert at["marked"], at
        assert at["inside"], at
        assert at["width"] >= 1, at


def test_filter_with_the_keyboard(page):
    if page.get_by_role("checkbox", name="Missed").is_hidden():
        _tab_to(page, "^Filter")
        page.keyboard.press("Enter")
    page.get_by_role("checkbox", name="Missed").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("outcome=missed"))
    assert page.get_by_role("link", name=re.compile("Remove this filter.*Missed")).is_visible()
    assert page.locator(".list__outcome", has_not_text="Missed").count() == 0


def test_sort_open_a_case_and_its_explanation(page, site):
    _tab_to(page, "^Due")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("sort=due"))
    assert page.locator("th[aria-sort=ascending]").inner_text().startswith("Due")
    page.locator(".list__case a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/cases/"))
    page.locator(".lanes a[href^='/obligations/'], .untold summary").first.focus()
    page.keyboard.press("Enter")
    if "/cases/" in page.url:
        page.locator(".untold a").first.focus()
        page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/obligations/"))
    assert page.get_by_role("heading", name="Why").is_visible()


def test_sorted_headings_are_reached_once_each(page):
    headings = page.locator("th .sort")
    assert headings.count() >= 5
    for n in range(headings.count()):
        assert headings.nth(n).is_visible()


def test_targets_are_large_enough(page):
    """WCAG 2.2, 2.5.8: 24 by 24 pixels, links inside a sentence and cells excepted."""
    for each in page.locator("button, .sort, .places__link, .moj-filter__tag, .govuk-pagination__link").all():
        if each.is_visible():
            box = each.bounding_box()
            assert box["height"] >= 24, each.inner_text()
            assert box["width"] >= 24, each.inner_text()


def test_search_the_standards_and_open_one(page, site):
    page.goto(f"{site.address}/standards/")
    page.get_by_role("searchbox", name="Words of a standard").focus()
    page.keyboard.type("bedroom searched")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site.address}/standards/search/")
    assert page.get_by_role("searchbox").input_value() == "bedroom searched"
    page.get_by_role("link", name=re.compile("^MC-06")).focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site.address}/standards/MC-06/")
    assert page.get_by_role("heading", name="Worked examples").is_visible()
