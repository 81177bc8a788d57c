"""What page and API add to a search, whether ten people block each other, and what stays in memory.

python benchmarks/page.py INDEX QUESTIONS.jsonl

All in one process and one run: the bare search of the façade, the same over the API, and the page's
own event as a browser sends it (an answer, its hits and the counts beside its filters: more work
than a search, so it is set beside the façade's same three together). The library keeps what it
found last, so each call puts another mark after the question.
"""

import argparse
import resource
import statistics
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import uvicorn

import beslutssok
from beslutssok.app.server import create_app, listen
from beslutssok.search.evaluation import read_questions
from beslutssok.settings import Settings

PEOPLE = 10
SEARCHES = 100
WARM_UP = 20
GLANCE = 0.02
"""Seconds between two looks at whether the server still answers at once."""


def main() -> None:
    """Time everything on the same questions."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("index", type=Path)
    parser.add_argument("questions", type=Path)
    arguments = parser.parse_args()
    questions = [q.question for q in read_questions(arguments.questions)]
    index = beslutssok.open(arguments.index)
    index.warm_up()
    with serving(create_app(index, settings=Settings(rate=0))) as base:
        page = PageEvent(base)
        client = httpx.Client(base_url=base, timeout=120)

        def ask_api(question: str) -> None:
            client.get("/api/search", params={"q": question, "limit": 20}).raise_for_status()

        def ask_facade(question: str) -> None:
            index.ask(question)
            index.search(question, 20)
            index.choices(question)

        calls: dict[str, Callable[[str], object]] = {
            "search, façade": lambda question: index.search(question, 20),
            "search, API": ask_api,
            "answer, search and counts, façade": ask_facade,
            "answer, search and counts, page": page.ask,
        }
        spent = in_turns(calls, questions)
        for name, taken in spent.items():
            wall, cpu = (1000 * statistics.median(each) for each in zip(*taken, strict=True))
            print(f"{name}: median {wall:.0f} ms ({cpu:.0f} ms of processor)")
        search, api, answer, page_ = spent.values()
        print(f"the API adds {added(search, api)}, the page adds {added(answer, page_)}")
        together(client, ask_api, questions)
        memory(ask_api, page.ask, questions)


def in_turns(
    calls: dict[str, Callable[[str], object]], questions: list[str]
) -> dict[str, list[tuple[float, float]]]:
    """Seconds by the clock and of the processor of each call, the calls by turns.

    So whatever else the machine is doing meets them all alike.
    """
    for question in questions[:WARM_UP]:
        for marks, call in enumerate(calls.values(), 1):
            call(asked_anew(question, marks))
    spent: dict[str, list[tuple[float, float]]] = {name: [] for name in calls}
    for question in questions:
        for marks, (name, call) in enumerate(calls.items(), 1 + len(calls)):
            cpu = time.process_time()
            wall = timed(call, asked_anew(question, marks))
            spent[name].append((wall, time.process_time() - cpu))
    return spent


def asked_anew(question: str, marks: int) -> str:
    """A question that nothing is kept of, though it asks the same.

    >>> asked_anew("Vad beslutades om badet?", 2)
    'Vad beslutades om badet???'
    """
    return question + "?" * marks


def added(bare: list[tuple[float, float]], more: list[tuple[float, float]]) -> str:
    """The median of what each question took more, by the clock and of the processor."""
    pairs = list(zip(bare, more, strict=True))
    wall = statistics.median(b[0] - a[0] for a, b in pairs)
    cpu = statistics.median(b[1] - a[1] for a, b in pairs)
    return f"{1000 * wall:.0f} ms at the median ({1000 * cpu:.0f} ms of processor)"


def together(client: httpx.Client, ask: Callable[[str], None], questions: list[str]) -> None:
    """Let ten people ask at once, and look all the while whether the server answers others."""
    wanted = (questions * PEOPLE)[: 3 * PEOPLE]
    started = time.perf_counter()
    alone = spread(ask, [asked_anew(question, 10) for question in wanted])
    in_turn = time.perf_counter() - started
    waits: list[float] = []
    over = threading.Event()

    def look() -> None:
        while not over.wait(GLANCE):
            waits.append(timed(lambda _: client.get("/api/health").raise_for_status(), ""))

    looker = threading.Thread(target=look)
    looker.start()
    started = time.perf_counter()
    with ThreadPoolExecutor(PEOPLE) as pool:
        times = list(pool.map(lambda question: timed(ask, asked_anew(question, 11)), wanted))
    at_once = time.perf_counter() - started
    over.set()
    looker.join()
    print(f"{len(wanted)} searches: {in_turn:.2f} s in turn", end=", ")
    print(f"{at_once:.2f} s by {PEOPLE} at once", end=" ")
    print(f"(median {1000 * statistics.median(alone):.0f} and", end=" ")
    print(f"{1000 * statistics.median(times):.0f} ms)")
    print(f"meanwhile /api/health: median {1000 * statistics.median(waits):.0f} ms", end=", ")
    print(f"slowest {1000 * max(waits):.0f} ms")


def memory(
    api: Callable[[str], object], page: Callable[[str], object], questions: list[str]
) -> None:
    """Search a hundred times by API and page, twice, and see what the second hundred left."""
    wanted = (questions * SEARCHES)[:SEARCHES]
    sizes = [resident()]
    for _ in range(3):
        for number, question in enumerate(wanted):
            (api if number % 2 else page)(question)
        sizes.append(resident())
    written = " → ".join(f"{size:.0f}" for size in sizes)
    print(f"memory after each {SEARCHES} searches: {written} MB")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"peak: {peak / (1 << 20 if sys.platform == 'darwin' else 1024):.0f} MB")


def resident() -> float:
    """Memory of this process that is in use, in MB; the peak where that alone is known."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * resource.getpagesize() / (1 << 20)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20)


class PageEvent:
    """The event that the page sends when a question is submitted, as its configuration has it."""

    def __init__(self, base: str) -> None:
        self._client = httpx.Client(base_url=base, timeout=120)
        config = self._client.get("/config").raise_for_status().json()
        components = {part["id"]: part for part in config["components"]}
        (self._question,) = (
            number
            for number, part in components.items()
            if part["props"].get("elem_id") == "question"
        )
        event = next(
            each
            for each in config["dependencies"]
            if [self._question, "submit"] in each["targets"] and each["backend_fn"]
        )
        self._event = event["id"]
        self._inputs = [
            (number, components[number]["props"].get("value")) for number in event["inputs"]
        ]
        self._prefix = config.get("api_prefix", "")

    def ask(self, question: str) -> None:
        """Submit a question and wait for what the page would show."""
        data: list[Any] = [
            question if number == self._question else value for number, value in self._inputs
        ]
        self._client.post(
            f"{self._prefix}/run/predict",
            json={"fn_index": self._event, "data": data, "session_hash": "benchmark"},
        ).raise_for_status()


def spread(call: Callable[[str], object], questions: Iterable[str]) -> list[float]:
    """Seconds that each question takes."""
    return [timed(call, question) for question in questions]


def timed(call: Callable[[str], object], question: str) -> float:
    """Seconds that one call takes."""
    started = time.perf_counter()
    call(question)
    return time.perf_counter() - started


@contextmanager
def serving(app: Any) -> Iterator[str]:
    """Serve an application on a free port of this machine, and give its address."""
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
    with listen("127.0.0.1", 0) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)


if __name__ == "__main__":
    main()
