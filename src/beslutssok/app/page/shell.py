"""The HTML around the page: its language, title, style and script, from this machine alone."""

import re
from urllib.parse import quote

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from beslutssok.app.page.assets import read_script, read_style
from beslutssok.app.page.languages import LANGUAGE_PARAMETER, OTHER_LANGUAGES, language_asked
from beslutssok.app.page.markup import show_text
from beslutssok.app.page.texts import Texts

# Gradio evaluates templates in the browser and sets styles on elements, hence the two «unsafe».
CONTENT_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; "
    "frame-ancestors 'self'"
)
COMMON_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "SAMEORIGIN",
}
UPLOADS = ("/gradio_api/upload", "/upload")
_CLOSED = frozenset(
    f"{language}{path}"
    for path in UPLOADS
    for language in ("", *map("/{}".format, OTHER_LANGUAGES))
)
ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
    '<rect width="32" height="32" rx="7" fill="#235d7a"/>'
    '<path d="M9 10h14M9 16h14M9 22h8" stroke="#fff" stroke-width="3" stroke-linecap="round"/>'
    "</svg>"
)
OPENING_STYLE = (
    "#bs-opening{font:1.0625rem/1.5 system-ui,sans-serif;max-width:54rem;margin:0 auto;"
    "padding:2.75rem 1.25rem}body:has(.bs-header) #bs-opening{display:none}"
)
_SOCIAL = re.compile(r'<meta\s+(?:property="og:|name="twitter:)[^>]*>\s*')


def dress(html: str, texts: Texts) -> str:
    """Dress the bare page of Gradio: language, title, icon, style, script.

    Cards for social media, which name other hosts, are taken away. Where Gradio's page has
    changed so much that a mark is missing, that part is left as it is.
    """
    html = _SOCIAL.sub("", html)
    html = re.sub(r'<html\s+lang="[^"]*"', f'<html lang="{texts.language}"', html, count=1)
    script = read_script(texts).replace("</", "<\\/")
    head = (
        f"<title>{show_text(texts.name)}</title>"
        f'<meta name="description" content="{show_text(texts.sentence)}">'
        f'<link rel="icon" type="image/svg+xml" href="data:image/svg+xml,{quote(ICON)}">'
        # Gradio takes the language of its own words, and of the page, from the browser's.
        f'<script>Object.defineProperty(navigator,"language",'
        f'{{get:()=>"{texts.language}"}});</script>'
        f"<style>{OPENING_STYLE}\n{read_style()}</style><script>{script}</script>"
    )
    opening = (
        f'<div id="bs-opening"><noscript><p>{show_text(texts.no_script)}</p></noscript>'
        f"<p>{show_text(texts.opening)}</p></div>"
    )
    html = html.replace("</head>", f"{head}</head>", 1)
    return html.replace("<gradio-app", f"{opening}<gradio-app", 1)


class Shell:
    """Middleware that dresses the page, sets headers of safety, and takes no uploads."""

    def __init__(self, app: ASGIApp, texts: Texts) -> None:
        self.app = app
        self.texts = texts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request; all but the page itself streams through."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path = scope["path"].rstrip("/")
        texts = self.texts
        if path in _CLOSED:
            await _refuse(send)
            return
        if path.removeprefix("/") in OTHER_LANGUAGES:
            # Gradio's own address of a language, where its page would come undressed.
            to = f"/?{LANGUAGE_PARAMETER}={path.removeprefix('/')}"
            await RedirectResponse(to)(scope, receive, send)
            return
        if not path:
            texts = language_asked(scope["query_string"]) or texts
            scope = {**scope, "headers": _plain_only(scope["headers"])}
            if texts is not self.texts:
                scope.update(path=f"/{texts.language}/", raw_path=f"/{texts.language}/".encode())
        sender = _PageSender(send, texts) if not path else _HeaderSender(send)
        await self.app(scope, receive, sender)


class _HeaderSender:
    def __init__(self, send: Send) -> None:
        self.send = send

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in COMMON_HEADERS.items():
                headers.setdefault(name, value)
        await self.send(message)


class _PageSender(_HeaderSender):
    """Holds the answer back until it is whole, then sends it dressed."""

    def __init__(self, send: Send, texts: Texts) -> None:
        super().__init__(send)
        self.texts = texts
        self.start: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            is_page = (
                Headers(raw=message["headers"]).get("content-type", "").startswith("text/html")
            )
            if not is_page:
                await super().__call__(message)
                return
            self.start = message
        elif message["type"] == "http.response.body" and self.start is not None:
            self.body += message.get("body", b"")
            if not message.get("more_body"):
                await self._send_dressed(self.start)
        else:
            await self.send(message)

    async def _send_dressed(self, start: Message) -> None:
        body = dress(self.body.decode(), self.texts).encode() if self.body else b""
        headers = MutableHeaders(scope=start)
        if body:
            headers["content-length"] = str(len(body))
        headers["content-security-policy"] = CONTENT_POLICY
        headers["cache-control"] = "no-cache"
        await super().__call__(start)
        await self.send({"type": "http.response.body", "body": body})


def _plain_only(headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    return [(name, value) for name, value in headers if name.lower() != b"accept-encoding"]


async def _refuse(send: Send) -> None:
    await send(
        {
            "type": "http.response.start",
            "status": 404,
            "headers": [(b"content-length", b"0")],
        }
    )
    await send({"type": "http.response.body", "body": b""})
