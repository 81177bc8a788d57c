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
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import numpy as np
from authorities import build_index

import beslutssok
from beslutssok.domain import Item, Meeting, Paragraph
from beslutssok.index.embedder import Embedder, load_embedder
from beslutssok.index.overview import EVERYTHING
from beslutssok.index.postings import read_postings
from beslutssok.index.rows import Vectors
from beslutssok.index.store import Store
from beslutssok.index.vectors import VectorIndex
from beslutssok.index.words import query_terms
from beslutssok.search.evaluation import read_questions
from beslutssok.search.retrieval import Retriever, search
from beslutssok.settings import read_settings

SHARE = 0.2
COSINE = 0.95
LONG_WORD = 6
LIMIT = 10
WARMING = "uppvärmning"

T = TypeVar("T")


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
    """Print what embedding a question and a whole search for it take, asked in turns.

    Each question is asked once, because the library keeps the vectors of the last ones.
    """
    store = Store.open(folder)
    retriever = Retriever(store, VectorIndex(store), model)
    search(retriever, WARMING, EVERYTHING, LIMIT)
    started = time.perf_counter()
    retriever.finder.prepare()
    print(f"terms read into memory in {time.perf_counter() - started:.0f} s")
    postings = read_postings(store)
    embedding, searching, by_full_text, alike = [], [], [], []
    for question in dict.fromkeys(questions):
        embedding.append(timed(lambda: model.embed_queries([question]))[0])  # noqa: B023
        spent, hits = timed(lambda: search(retriever, question, EVERYTHING, LIMIT))  # noqa: B023
        searching.append(spent)
        terms = query_terms(question)
        spent, slowly = timed(lambda: store.match(terms, limit=LIMIT))  # noqa: B023
        by_full_text.append(spent)
        quickly = postings.match(terms, LIMIT) or []
        alike.append([rowid for rowid, _ in slowly] == [rowid for rowid, _ in quickly])
    print(f"{store.count()} passages, {len(embedding)} questions; median wall clock, processor")
    for label, times in (
        ("embedding alone", embedding),
        ("whole search", searching),
        ("(FTS5 alone, no longer asked)", by_full_text),
    ):
        wall, processor = np.median(np.array(times), axis=0) * 1000
        print(f"{label:30}{wall:8.1f} ms {processor:8.1f} ms")
    ratio = np.median(np.array(searching), axis=0) / np.median(np.array(embedding), axis=0)
    print(f"{'search : embedding':30}{ratio[0]:8.2f}    {ratio[1]:8.2f}")
    print(f"the same {LIMIT} passages by words as FTS5 finds: {sum(alike)} of {len(alike)}")


def timed(call: Callable[[], T]) -> tuple[tuple[float, float], T]:
    """Seconds that a call takes, by the clock and of the processor, and what it gives."""
    clock, processor = time.perf_counter(), time.process_time()
    result = call()
    return (time.perf_counter() - clock, time.process_time() - processor), result


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
