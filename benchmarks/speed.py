"""How fast: passages a second at ingest, a search, and an answer; and peak memory.

python benchmarks/speed.py CORPUS QUESTIONS.jsonl
"""

import argparse
import resource
import statistics
import tempfile
import time
from pathlib import Path

import beslutssok
from beslutssok.search.evaluation import read_questions


def main() -> None:
    """Ingest into a new index, ask every question once to warm up and once to be timed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("questions", type=Path)
    arguments = parser.parse_args()
    questions = [q.question for q in read_questions(arguments.questions)]
    with tempfile.TemporaryDirectory() as folder:
        index = beslutssok.open(folder)
        started = time.perf_counter()
        report = index.ingest([arguments.corpus])
        seconds = time.perf_counter() - started
        print(f"ingest: {report.embedded} passages in {seconds:.1f} s", end=", ")
        print(f"{report.embedded / seconds:.1f} passages/s (model loading included)")
        started = time.perf_counter()
        index.ingest([arguments.corpus])
        print(f"ingest again, nothing changed: {time.perf_counter() - started:.2f} s")
        for name, call in (("search", index.search), ("ask", index.ask)):
            call(questions[0])
            times = [timed(call, question) for question in questions]
            print(f"{name}: median {statistics.median(times) * 1000:.0f} ms", end=", ")
            print(f"slowest {max(times) * 1000:.0f} ms")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"peak memory: {peak / 1024:.0f} MB")


def timed(call, question: str) -> float:  # type: ignore[no-untyped-def]
    """Seconds that one call takes."""
    started = time.perf_counter()
    call(question)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
