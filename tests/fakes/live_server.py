"""A server that listens, for as long as a block runs."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

from beslutssok.app.server import listen


@contextmanager
def serving(app: ASGIApp) -> Iterator[str]:
    """Serve an application on a free port of this machine, and give its address."""
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
    with listen("127.0.0.1", 0) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        for _ in range(600):
            if server.started:
                break
            time.sleep(0.05)
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(10)
