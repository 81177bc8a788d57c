"""What HTML of the views may have: known tags and attributes, whole, with links that stay here."""

from tests.fakes.parsed_html import ParsedHtml

TAGS = {
    *("a", "abbr", "article", "bdi", "blockquote", "button", "caption", "circle", "defs", "del"),
    *("details", "div", "form", "g", "h2", "h3", "h4", "h5", "input", "ins", "label", "li", "line"),
    *("mark", "nav", "ol", "option", "p", "path", "pattern", "rect", "section", "select", "span"),
    *("strong", "summary", "svg", "table", "tbody", "td", "text", "th", "thead", "time", "title"),
    *("tr", "ul"),
}
ATTRIBUTES = {
    *("action", "aria-current", "aria-describedby", "aria-hidden", "aria-label"),
    *("aria-labelledby", "aria-pressed", "autocomplete", "class", "cx", "cy", "d"),
    *("data-announce", "data-citation", "data-close", "data-file", "data-id", "data-open"),
    *("datetime", "dir"),
    *("download", "fill", "focusable", "for", "height", "href", "id", "lang", "maxlength"),
    *(
        "method",
        "name",
        "open",
        "patternunits",
        "r",
        "role",
        "scope",
        "selected",
        "start",
        "stroke",
    ),
    *("stroke-linecap", "stroke-linejoin", "stroke-width", "tabindex", "text-anchor", "title"),
    *("type", "value", "viewbox", "width", "x", "x1", "x2", "y", "y1", "y2"),
}
LINKS = ("?", "#om-", "arende.csv?", "arende.json?", "data:text/csv;")


def parse_safe(html: str) -> ParsedHtml:
    parsed = ParsedHtml(html)
    assert set(parsed.tags) <= TAGS, set(parsed.tags) - TAGS
    names = {name for _, name, _ in parsed.attributes}
    assert names <= ATTRIBUTES, names - ATTRIBUTES
    assert not parsed.open_tags
    for address in parsed.values("href"):
        assert address.startswith(LINKS), address
    return parsed
