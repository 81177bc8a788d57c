"""What a search costs when there are 100,000 passages, beside embedding the question alone.

The passages are those of a corpus again and again. Each copy of a meeting is of another
organisation and day and has other case numbers, and every fifth of its longer words is changed
for one drawn from the whole corpus (seeded), so that full text and filters have something to tell
apart. A vector is one that the model gave the corpus, with so much noise that its cosine to the
original is 0.95: nothing but the corpus itself is embedded. Questions and times are real.

    python benchmarks/scale.py CORPUS QUESTIONS.jsonl [--passages N] [--index FOLDER]
"""

import argparse
import random
import re
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import numpy as np
from authorities import build_index

import beslutssok
from beslutssok.domain import Item, Meeting, Paragraph
from beslutssok.index.embedder import Embedder, load_embedder
from beslutssok.index.rows import Vectors
from beslutssok.index.store import Store
from beslutssok.search.evaluation import read_questions
from beslutssok.settings import read_settings

SHARE = 0.2
COSINE = 0.95
LONG_WORD = 6
ROUNDS = 3


def main() -> None:
    """Build the index unless it is there, and print medians and their relation."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--index", type=Path, default=None)
    arguments = parser.parse_args()
    model = load_embedder(read_settings())
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.index or Path(temporary) / "index"
        if not (folder / "beslutssok.db").exists():
            started = time.perf_counter()
            build(arguments.corpus, folder, arguments.passages, model)
            print(f"built in {time.perf_counter() - started:.0f} s")
        questions = [q.question for q in read_questions(arguments.questions)]
        measure(folder, questions, model)


def measure(folder: Path, questions: Sequence[str], model: Embedder) -> None:
    """Print the median times of embedding a question and of a whole search for it, in turns."""
    index = beslutssok.open(folder, embedder=model)
    index.search(questions[0])
    embedding, searching = [], []
    for turn in range(ROUNDS):
        for question in questions:
            # The library keeps the vectors of the last questions, so each must be new to it.
            fresh = f"{question}{' ' * (turn + 1)}"
            embedding.append(timed(lambda: model.embed_queries([fresh])))  # noqa: B023
            searching.append(timed(lambda: index.search(fresh)))  # noqa: B023
    alone, whole = statistics.median(embedding), statistics.median(searching)
    count = Store.open(folder).count()
    print(f"{count} passages, {len(embedding)} questions")
    print(f"embedding alone: median {alone * 1000:.1f} ms")
    print(f"whole search: median {whole * 1000:.1f} ms, {whole / alone:.2f} times as long")


def timed(call: Callable[[], object]) -> float:
    """Seconds that a call takes."""
    started = time.perf_counter()
    call()
    return time.perf_counter() - started


def build(corpus: Path, folder: Path, wanted: int, model: Embedder) -> None:
    """Write an index of about ``wanted`` passages made from those of a corpus."""
    with tempfile.TemporaryDirectory() as temporary:
        base = beslutssok.open(Path(temporary) / "base", embedder=model)
        base.ingest([corpus])
        _, _, vectors = Store.open(Path(temporary) / "base").all_vectors()
        meetings = base.meetings()
        words = sorted({w for m in meetings for p in paragraphs(m) for w in long_words(p.text)})
        copies = {
            f"{number:04d}-{position:04d}.pdf": (meeting_copy(meeting, number, words),)
            for number in range(-(-wanted // len(vectors)))
            for position, meeting in enumerate(meetings)
        }
        build_index(copies, folder, NoisyCopies(model, vectors))


def paragraphs(meeting: Meeting) -> Iterator[Paragraph]:
    """The paragraphs of a meeting's items."""
    for item in meeting.items:
        for section in item.sections:
            yield from section.paragraphs


def long_words(text: str) -> list[str]:
    """The words of a text that may be changed for others."""
    return re.findall(rf"\b[a-zåäö]{{{LONG_WORD},}}\b", text)


def meeting_copy(meeting: Meeting, number: int, words: Sequence[str]) -> Meeting:
    """A meeting of another organisation and day, with some of its words changed."""
    chance = random.Random(f"{number} {meeting.organ} {meeting.date}")

    def varied(text: str) -> str:
        return re.sub(
            rf"\b[a-zåäö]{{{LONG_WORD},}}\b",
            lambda match: chance.choice(words) if chance.random() < SHARE else match[0],
            text,
        )

    def item_copy(item: Item) -> Item:
        sections = tuple(
            replace(
                section,
                paragraphs=tuple(replace(p, text=varied(p.text)) for p in section.paragraphs),
            )
            for section in item.sections
        )
        case = item.case_number and f"{item.case_number.rstrip('0123456789')}{1000 + number}"
        return replace(item, title=varied(item.title), sections=sections, case_number=case)

    return replace(
        meeting,
        huvudman=f"Kommun {number + 1}",
        date=meeting.date and meeting.date - timedelta(days=91 * number),
        items=tuple(item_copy(item) for item in meeting.items),
    )


class NoisyCopies:
    """Stands in for a model: gives the vectors of the corpus in turn, with noise."""

    def __init__(self, model: Embedder, vectors: Vectors) -> None:
        self.name = model.name
        self.dimension = model.dimension
        self._vectors = vectors
        self._chance = np.random.default_rng(1)

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Give vectors as for passages."""
        return self.embed_passages(texts)

    def embed_passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> Vectors:
        """Give as many vectors as there are texts."""
        chosen = self._vectors[self._chance.integers(0, len(self._vectors), len(texts))]
        noise = self._chance.normal(size=chosen.shape).astype(np.float32)
        noise -= (noise * chosen).sum(1, keepdims=True) * chosen
        noise /= np.linalg.norm(noise, axis=1, keepdims=True)
        made: Vectors = COSINE * chosen + np.sqrt(1 - COSINE**2) * noise
        if progress is not None:
            progress(len(texts))
        return made.astype(np.float32)


if __name__ == "__main__":
    main()
