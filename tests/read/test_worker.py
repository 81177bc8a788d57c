"""Work on files in processes apart: what goes wrong there stays there."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from beslutssok.read.worker import Workers, WorkStopped

WORK = "tests.fakes.work:misbehave"
FILE = Path("a.pdf")
ROOT = Path(__file__).parents[2]


@pytest.fixture
def workers() -> Iterator[Workers]:
    made = Workers(WORK, 1)
    yield made
    made.close()


def is_there(process: int) -> bool:
    """Whether a process runs; a zombie does not."""
    try:
        status = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


def ends_within(seconds: float, process: int) -> bool:
    end = time.monotonic() + seconds
    while is_there(process) and time.monotonic() < end:
        time.sleep(0.1)
    return not is_there(process)


def test_one_process_does_all_tasks_in_turn(workers: Workers) -> None:
    processes = {workers.do(FILE, {"how": how}) for how in ("well", "chatter", "well")}
    assert len(processes) == 1
    assert int(processes.pop()) != os.getpid()


@pytest.mark.parametrize("how", ["crash", "fail", "leave", "eat"])
def test_a_process_that_ends_is_followed_by_another(workers: Workers, how: str) -> None:
    before = workers.do(FILE, {"how": "well"})
    with pytest.raises(WorkStopped) as caught:
        workers.do(FILE, {"how": how})
    assert (caught.value.page, caught.value.slow) == (7, False)
    assert workers.do(FILE, {"how": "well"}) != before


@pytest.mark.parametrize("how", ["hang", "hang in one instruction"])
def test_a_process_that_hangs_is_ended_and_leaves_nothing(workers: Workers, how: str) -> None:
    before = int(workers.do(FILE, {"how": "well"}))
    with pytest.raises(WorkStopped) as caught:
        workers.do(FILE, {"how": how})
    assert (caught.value.page, caught.value.slow) == (7, True)
    assert not is_there(before)


def test_what_comes_while_one_hangs_is_done_by_another() -> None:
    workers = Workers(WORK, 2)
    workers.do(FILE, {"how": "well"})
    hanging = threading.Thread(
        target=lambda: pytest.raises(WorkStopped, workers.do, FILE, {"how": "hang"})
    )
    hanging.start()
    assert workers.do(FILE, {"how": "well"})
    hanging.join(60)
    workers.close()


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_processes_end_with_whoever_started_them(how: signal.Signals) -> None:
    program = (
        "from pathlib import Path; from beslutssok.read.worker import Workers; import time;"
        f"workers = Workers({WORK!r}, 1); print(int(workers.do(Path('a'), {{'how': 'well'}})),"
        "flush=True); time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
    ) as starter:
        assert starter.stdout is not None
        worker = int(starter.stdout.readline())
        assert is_there(worker)
        # Python drops an interrupt that comes while it collects garbage; people press again.
        while starter.poll() is None:
            starter.send_signal(how)
            with suppress(subprocess.TimeoutExpired):
                starter.wait(10)
    assert ends_within(20, worker)
