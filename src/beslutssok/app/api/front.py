"""The API as a page for people: what can be asked, made from its own description."""

import re
from html import escape
from typing import Any
from urllib.parse import quote, urlencode

STYLE = """
body{font:1.0625rem/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;
color-scheme:light dark}
code{font-size:.95em;overflow-wrap:anywhere}h2{margin-top:2rem;font-size:1.15rem}
dt{font-weight:600}dd{margin:0 0 .4rem 1.2rem}
"""
_METHODS = ("get", "post")


def render_front(schema: dict[str, Any]) -> str:
    """Make the page from the description in OpenAPI."""
    parts = [
        _render_path(path, method, operation)
        for path, operations in schema["paths"].items()
        for method in _METHODS
        if (operation := operations.get(method))
    ]
    described = "".join(
        f"<li>{_marked(line.removeprefix('- '))}</li>"
        for line in schema["info"]["description"].splitlines()
        if line.startswith("- ")
    )
    return (
        '<!doctype html><html lang="sv"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>API – Beslutssök</title><style>{STYLE}</style><body><main>"
        "<h1>API för program</h1><p>Svaren är JSON, de som kommandot <code>beslutssok</code> ger "
        'med <code>--json</code>. Allt är beskrivet i <a href="openapi.json">openapi.json</a> '
        f"(OpenAPI). <a href='/'>Till söksidan</a></p><ul>{described}</ul>{''.join(parts)}"
        "</main></body></html>"
    )


def _render_path(path: str, method: str, operation: dict[str, Any]) -> str:
    parameters = operation.get("parameters", [])
    listed = "".join(
        f"<dt><code>{escape(each['name'])}</code>{'' if each.get('required') else ' (valfri)'}</dt>"
        f"<dd>{escape(_described(each))}</dd>"
        for each in parameters
    )
    example = _example(path, parameters) if method == "get" else ""
    link = f'<p>Prova: <a href="{escape(example)}"><code>/api/{escape(example)}</code></a></p>'
    words = f"{operation.get('summary', '')} {operation.get('description', '')}"
    return (
        f"<h2><code>{method.upper()} /api{escape(path)}</code></h2><p>{_marked(words)}</p>"
        f"{link if example else ''}<dl>{listed}</dl>"
    )


def _described(parameter: dict[str, Any]) -> str:
    schema = parameter.get("schema", {})
    kinds = [schema, *schema.get("anyOf", [])]
    words = parameter.get("description") or next(
        (kind["description"] for kind in kinds if "description" in kind), ""
    )
    choices = next((kind["enum"] for kind in kinds if "enum" in kind), None)
    return f"{words}: {', '.join(choices)}" if choices else words


def _example(path: str, parameters: list[dict[str, Any]]) -> str:
    """An address to try, relative to the page; empty if something needed has no example."""
    values = {}
    for each in parameters:
        if each.get("required"):
            examples = each.get("schema", {}).get("examples")
            if not examples:
                return ""
            values[each["name"]] = examples[0]
    if "{" in path:
        return ""
    return quote(path.lstrip("/")) + (f"?{urlencode(values)}" if values else "")


def _marked(text: str) -> str:
    """Text with the marks of Markdown that the description uses."""
    shown = escape(text, quote=False)
    shown = re.sub(r"`([^`]+)`", r"<code>\1</code>", shown)
    return re.sub(r"\*\*([^*]+)\*\*", r"<strong>\1</strong>", shown)
