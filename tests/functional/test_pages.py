"""Every page, at the width of a desk and of a phone: no fault of accessibility, no sideways scroll, no complaint."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}
PAGES = [
    "overview", "worklist", "case", "explanation", "explanation-open", "standards", "standard", "question",
    "standards-sorted", "standard-of-stages",
    "worklist-filtered", "worklist-empty", "case-of-four", "can-judge", "can-judge-paged", "can-judge-filtered",
    "accessibility", "cookies", "absent",
]  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_page(name, signed_in, site):
    page = signed_in.page
    signed_in.complaints.clear()
    page.goto(f"{site.address}{site.pages[name]}")
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")

    found = Axe().run(page, options=RULES).response["violations"]
    assert not found, [(v["id"], [node["html"][:160] for node in v["nodes"][:3]]) for v in found]

    for width in (page.viewport_size["width"], 320):
        size = page.viewport_size
        page.set_viewport_size({"width": width, "height": size["height"]})
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        page.set_viewport_size(size)
        assert wide <= 0, f"scrolls sideways by {wide} px at {width} px"

    complaints = [c for c in signed_in.complaints if not (name == "absent" and "404" in c)]
    assert not complaints


def test_sign_in_page(browser, site):
    page = browser.new_context(viewport={"width": 390, "height": 900}).new_page()
    page.goto(f"{site.address}/sign-in/")
    page.get_by_role("button", name="Sign in").click()
    assert page.get_by_role("alert").get_by_text("Enter your account name").is_visible()
    found = Axe().run(page, options=RULES).response["violations"]
    assert not found, [(v["id"], [node["html"][:160] for node in v["nodes"][:3]]) for v in found]
    page.context.close()


def test_no_script_is_sent(signed_in, site):
    kinds = []
    signed_in.page.on("response", lambda answer: kinds.append(answer.request.resource_type))
    for name in PAGES:
        signed_in.page.goto(f"{site.address}{site.pages[name]}")
    assert "document" in kinds
    assert "script" not in kinds


def test_published_cases_are_marked_as_what_they_are(signed_in, site):
    page = signed_in.page
    page.goto(f"{site.address}/")
    assert page.get_by_text("Published cases, not a sample.").is_visible()
    assert page.get_by_text("Demonstration: published cases only").count() == 2
    page.goto(f"{site.address}{site.pages['case']}")
    assert page.get_by_text("Published case · Thames Valley Police").is_visible()
