"""The API put together from its routes."""

from pathlib import Path

from fastapi import Depends, FastAPI
from fastapi.responses import HTMLResponse

from beslutssok.app.api.adding import add_adding
from beslutssok.app.api.asked import refuse_repeated
from beslutssok.app.api.errors import answer_errors
from beslutssok.app.api.file_routes import add_file_routes
from beslutssok.app.api.front import render_front
from beslutssok.app.api.limits import Limits
from beslutssok.app.api.reports import add_reports
from beslutssok.app.api.routes import add_routes
from beslutssok.library import Index

VERSION = "1"
DESCRIPTION = """\
Sök och fråga i protokoll, kallelser och andra handlingar. Svaren är de som kommandot `beslutssok`
ger med `--json`.

- Ett **förslag är inget beslut**: se `outcome`, `section` och `document_kind`.
- Varje text är **ordagrann** och har sin källa i `citation`; citera den.
- **`answered: false`** betyder att handlingarna inte ger något svar; `reason` säger varför.
- Fel ges som `{"error": {"message": …, "remedy": …}}`.
"""


def build_api(index: Index, limits: Limits | None = None, inbox: Path | None = None) -> FastAPI:
    """Make the application that is mounted at ``/api``.

    Documents can be added to ``inbox``, if it is given; who may is for others to see to.
    """
    limits = limits or Limits()
    app = FastAPI(
        title="Beslutssök",
        version=VERSION,
        description=DESCRIPTION,
        openapi_url="/openapi.json",
        docs_url=None,
        redoc_url=None,
        servers=[{"url": "/api"}],
        root_path_in_servers=False,
        dependencies=[Depends(refuse_repeated)],
    )
    answer_errors(app)
    add_routes(app, index)
    add_file_routes(app, index, limits)
    add_reports(app, index)
    if inbox is not None:
        add_adding(app, index, inbox, limits)

    @app.get("/", include_in_schema=False)
    def show_front() -> HTMLResponse:
        return HTMLResponse(render_front(app.openapi()))

    return app
