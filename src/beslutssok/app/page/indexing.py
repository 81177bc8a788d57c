"""How far a reading of documents has come, while the page is already in use."""

from dataclasses import dataclass
from threading import Event, Lock

from beslutssok.app.page.markup import show_text
from beslutssok.app.page.texts import Texts
from beslutssok.index.report import IngestProgress

MINUTE = 60
LEAST_DONE = 3
"""Files that must be read before the time that is left can be told."""


@dataclass(frozen=True, slots=True)
class Stage:
    """How far a reading has come: files read, files in all, seconds left if they can be told."""

    done: int
    total: int
    seconds_left: int | None = None


class Indexing:
    """What the thread that reads tells, and the page asks. Safe to use from threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._stage: Stage | None = None
        self._begun, self._ended = Event(), Event()

    def tell(self, progress: IngestProgress) -> None:
        """Note how far the reading is."""
        done, total = progress.done_files, progress.total_files
        left = None
        if done >= LEAST_DONE:
            left = round(progress.seconds / done * (total - done))
        with self._lock:
            self._stage = Stage(done, total, left)
        self._begun.set()

    def end(self) -> None:
        """Note that nothing more will be read."""
        with self._lock:
            self._stage = None
        self._ended.set()
        self._begun.set()

    @property
    def stage(self) -> Stage | None:
        """How far the reading is; ``None`` where none is under way."""
        with self._lock:
            return self._stage

    def wait_begun(self) -> None:
        """Wait until a file is being read, or all is over."""
        self._begun.wait()

    def wait_ended(self) -> None:
        """Wait until all is over."""
        self._ended.wait()


def render_stage(stage: Stage, texts: Texts) -> str:
    """Show how far a reading is, as a bar and in words."""
    words = texts.indexing.format(done=stage.done, total=stage.total)
    if stage.seconds_left is not None:
        words += f", {texts.time_left.format(time=say_time(stage.seconds_left, texts))}"
    return (
        f'<div class="bs-indexing"><p id="bs-indexing-words">{show_text(words)}. '
        f"{show_text(texts.indexing_note)}</p>"
        f'<progress aria-labelledby="bs-indexing-words" value="{stage.done}" '
        f'max="{max(stage.total, 1)}"></progress></div>'
    )


def say_time(seconds: int, texts: Texts) -> str:
    """Say a time in whole minutes, or in tens of seconds where it is less.

    >>> from beslutssok.app.page.swedish import SWEDISH
    >>> say_time(130, SWEDISH), say_time(34, SWEDISH)
    ('2 min', '40 s')
    """
    if seconds >= MINUTE:
        return texts.minutes.format(count=round(seconds / MINUTE))
    return texts.seconds.format(count=max(10, -(-seconds // 10) * 10))
