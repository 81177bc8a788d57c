"""Processes that work on files from strangers: one may hang or crash, and takes only itself.

A process is started when there is work, and kept for more. It is given a task as a line of JSON,
and answers with messages: which page it begins, and in the end what it made or why it could not.
It watches its own time, by a clock of its own that nothing it does can hold up, and ends when
that is out; it also ends when whoever started it is gone.
"""

import atexit
import faulthandler
import json
import os
import signal
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from queue import LifoQueue
from typing import IO, Any, NoReturn

from beslutssok.errors import UnreadableDocument

Watch = Callable[[int, float], None]
"""Told of each page (1-based; 0 for the whole file) when it is begun, and how many seconds it
may take."""

Work = Callable[[dict[str, Any], Watch], bytes]
"""Given the options of a task, with the file as ``path``."""

MOST_MEMORY = 4 << 30
"""Bytes of addresses; a document of 150 pages takes a tenth of it."""
TASKS_OF_A_PROCESS = 200
"""After so many a process makes way for a new one: what libraries leave behind goes with it."""
OUT_OF_TIME, BROKEN = 1, 2
"""Exit codes; the first is that of ``faulthandler``."""
SECONDS_TO_EXIT = 10.0

# The package itself would load all that searches; only the modules named are needed here.
PROGRAM = """
import sys, types
sys.path[:] = sys.argv[3:]
package = types.ModuleType("beslutssok")
package.__path__ = [sys.argv[2]]
sys.modules["beslutssok"] = package
from beslutssok.read.worker import main
main(sys.argv[1])
"""
PACKAGE = Path(__file__).parents[1]

_HEAD = struct.Struct(">cQ")
_PAGE, _MADE, _UNREADABLE = b"p", b"m", b"u"


class WorkStopped(Exception):
    """A process ended before its work: ``page`` is the last it began, ``slow`` why."""

    def __init__(self, page: int, slow: bool) -> None:
        super().__init__(f"page {page}, {'out of time' if slow else 'crashed'}")
        self.page = page
        self.slow = slow


def unwatched(page: int, seconds: float) -> None:
    """Let work take its time, as when nobody else waits for it."""


class Workers:
    """Up to ``count`` processes that do the work of a function, named ``module:function``.

    Safe to use from threads; whoever comes when all are busy waits for one.
    """

    def __init__(self, work: str, count: int) -> None:
        self._idle: LifoQueue[_Worker] = LifoQueue()
        for _ in range(count):
            self._idle.put(_Worker(work))
        atexit.register(self.close)

    def do(self, path: Path, options: Mapping[str, object]) -> bytes:
        """Have the work done on a file; ``options`` are for the work, and can be written as JSON.

        Raises:
            UnreadableDocument: as the work says.
            WorkStopped: it took too long or too much memory, or crashed.
        """
        with self._lent() as worker:
            return worker.do(path, options)

    def close(self) -> None:
        """End the processes that have nothing to do."""
        for worker in list(self._idle.queue):
            worker.end()

    @contextmanager
    def _lent(self) -> Iterator["_Worker"]:
        worker = self._idle.get()
        try:
            yield worker
        finally:
            self._idle.put(worker)


class _Worker:
    """One process, started when it is first needed and when the one before has ended."""

    def __init__(self, work: str) -> None:
        self._work = work
        self._process: subprocess.Popen[bytes] | None = None
        self._tasks = 0

    def do(self, path: Path, options: Mapping[str, object]) -> bytes:
        task = json.dumps({"path": os.path.abspath(path), **options})
        process = self._running()
        page = 0
        try:
            _stream(process.stdin).write(task.encode("ascii") + b"\n")
            _stream(process.stdin).flush()
            kind, told = _receive(_stream(process.stdout))
            while kind == _PAGE:
                page = int(told)
                kind, told = _receive(_stream(process.stdout))
        except (EOFError, OSError) as exc:
            raise WorkStopped(page, self.end(SECONDS_TO_EXIT) == OUT_OF_TIME) from exc
        except BaseException:
            self.end()
            raise
        if kind == _MADE:
            return told
        found = json.loads(told)
        raise UnreadableDocument(path, found["reason"], found["remedy"], found["page"])

    def end(self, patience: float = 0.0) -> int | None:
        """End the process, with what it has started such as Tesseract, and give its exit code."""
        process, self._process = self._process, None
        if process is None:
            return None
        with suppress(subprocess.TimeoutExpired):
            process.wait(patience)
        with suppress(OSError):
            if sys.platform == "win32":
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
        code = process.wait()
        for stream in (process.stdin, process.stdout):
            with suppress(OSError):
                _stream(stream).close()
        return code

    def _running(self) -> subprocess.Popen[bytes]:
        has_ended = self._process is not None and self._process.poll() is not None
        if has_ended or self._tasks >= TASKS_OF_A_PROCESS:
            self.end()
        self._tasks += 1
        if self._process is None:
            self._tasks = 1
            self._process = subprocess.Popen(
                [sys.executable, "-c", PROGRAM, self._work, str(PACKAGE), *sys.path],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        return self._process


def main(work: str) -> NoReturn:
    """Do the work of ``module:function`` for each line of standard input, until that is closed."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not get in among the answers
    parent = os.getppid()
    _bound_memory()
    module, _, name = work.partition(":")
    with open(os.devnull, "w", encoding="ascii") as nowhere:

        def watch(page: int, seconds: float) -> None:
            if os.getppid() != parent:
                os._exit(BROKEN)
            faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
            _send(answers, _PAGE, b"%d" % page)

        with suppress(Exception):
            _answer(getattr(import_module(module), name), answers, watch)
    os._exit(BROKEN)


def _answer(work: Work, answers: IO[bytes], watch: Watch) -> None:
    for line in sys.stdin.buffer:
        try:
            kind, told = _MADE, work(json.loads(line), watch)
        except UnreadableDocument as exc:
            found = {"reason": exc.reason, "remedy": exc.remedy, "page": exc.page}
            kind, told = _UNREADABLE, json.dumps(found).encode("ascii")
        faulthandler.cancel_dump_traceback_later()
        _send(answers, kind, told)


def _bound_memory() -> None:
    """Let the process have no more memory than it should need, where the system can see to it."""
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        bound = MOST_MEMORY if most == resource.RLIM_INFINITY else min(MOST_MEMORY, most)
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (bound, most))


def _send(stream: IO[bytes], kind: bytes, told: bytes) -> None:
    stream.write(_HEAD.pack(kind, len(told)) + told)
    stream.flush()


def _receive(stream: IO[bytes]) -> tuple[bytes, bytes]:
    kind, length = _HEAD.unpack(_read_whole(stream, _HEAD.size))
    return kind, _read_whole(stream, length)


def _read_whole(stream: IO[bytes], length: int) -> bytes:
    read = stream.read(length)
    if len(read) < length:
        raise EOFError
    return read


def _stream(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None
    return stream
