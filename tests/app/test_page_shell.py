import re

from beslutssok.app.page.english import ENGLISH
from beslutssok.app.page.shell import dress
from beslutssok.app.page.swedish import SWEDISH
from beslutssok.app.page.theme import build_theme

BARE = (
    '<!doctype html><html\n\tlang="en"\n><head><meta charset="utf-8" />'
    '<meta\n property="og:image"\n content="https://elsewhere.example/a.jpg" />'
    '<meta name="twitter:creator" content="@somebody" />'
    '</head><body><gradio-app embed="false"></gradio-app></body></html>'
)


def test_the_page_is_in_its_language_and_named() -> None:
    html = dress(BARE, SWEDISH)
    assert re.search(r'<html\s+lang="sv"', html)
    assert "<title>Beslutssök</title>" in html
    assert 'lang="en"' in dress(BARE, ENGLISH)


def test_nothing_of_another_host_is_left() -> None:
    html = dress(BARE, SWEDISH)
    assert "https://" not in html
    assert "og:" not in html
    assert "twitter" not in html
    assert set(re.findall(r"http://[^\s\"'>]+", html)) <= {"http://www.w3.org/2000/svg"}


def test_style_and_script_come_with_the_page() -> None:
    html = dress(BARE, SWEDISH)
    assert html.count("<style>") == html.count("</style>") == 1
    assert html.count("<script>") == html.count("</script>") == 2
    assert ".bs-hit" in html
    assert "beslutssokSettings" in html
    assert html.index("</style>") < html.index("<gradio-app")


def test_without_javascript_the_page_says_what_it_needs() -> None:
    assert "<noscript><p>Sidan behöver JavaScript" in dress(BARE, SWEDISH)


def test_a_page_without_the_marks_is_left_as_it_is() -> None:
    assert dress("<p>something else</p>", SWEDISH) == "<p>something else</p>"


def test_the_theme_fetches_no_fonts() -> None:
    theme = build_theme()
    css = theme._get_theme_css().replace("http://www.w3.org/2000/svg", "")
    assert theme._stylesheets == []
    assert "://" not in css
    assert "@font-face" not in css
