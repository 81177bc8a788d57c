"""Fit when a question is answered, and show how often that is right.

For each index: its questions that have an answer there; those labelled to have none; and the
questions of ``unanswerable.txt``, none of which the package uses itself. What is fitted are the
weights in ``search/evidence.py``; each index is judged with weights fitted on the others.

    python benchmarks/silence.py INDEX=QUESTIONS...     QUESTIONS is JSON lines, or a JSON set
"""

import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from authorities import read_authorities

import beslutssok
from beslutssok.domain import Filters
from beslutssok.search import evidence
from beslutssok.search.evaluation import read_questions

UNANSWERABLE = Path(__file__).with_name("unanswerable.txt")
MOST_QUESTIONS = 200
# What questions with an answer weigh together beside those with none, of one index. To be silent
# where there is an answer costs more than to show the nearest where there is none, marked so.
ANSWERABLE, OFF, LABELLED = 1.0, 0.35, 0.15
STEPS = 50
RIDGE = 1e-5

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Measured:
    """The questions to one index: nearness and share of each, its weight, and if it has an answer.

    ``features`` has the shape (n, 3), the last column being 1.
    """

    name: str
    features: Numbers
    weights: Numbers
    has_answer: npt.NDArray[np.bool_]


def main() -> None:
    """Print how each index does with weights from the others, and the weights from all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", nargs="+")
    arguments = parser.parse_args()
    run([tuple(map(Path, pair.split("=", 1))) for pair in arguments.pairs])


def run(pairs: list[tuple[Path, ...]], embedder: object = None) -> None:
    """Measure all, fit, and print."""
    sets = [measure(folder, questions, embedder) for folder, questions in pairs]
    in_code = np.array([evidence.PER_NEARNESS, evidence.PER_SHARE, evidence.AT_ZERO])
    for held in sets:
        others = [other for other in sets if other is not held] or sets
        show(f"{held.name}, weights of the others", held, fit(others))
        show(f"{held.name}, weights in the code", held, in_code)
    print("fitted on all: nearness, share, at zero:", np.round(fit(sets), 2))


def measure(folder: Path, path: Path, embedder: object = None) -> Measured:
    """Ask an index all the questions."""
    index = beslutssok.open(folder, embedder=embedder)  # type: ignore[arg-type]
    labelled = read_authorities(path)[1] if path.suffix == ".json" else read_questions(path)
    chosen = labelled[:: -(-len(labelled) // MOST_QUESTIONS)]
    good = [q.question for q in chosen if q.answerable]
    bad = [q.question for q in chosen if not q.answerable]
    off = [line for line in UNANSWERABLE.read_text("utf-8").splitlines() if line[:1] not in "#"]
    rows, weights, has_answer = [], [], []
    for questions, weight, answer in ((good, ANSWERABLE, 1), (off, OFF, 0), (bad, LABELLED, 0)):
        measured = [features_of(index, question) for question in questions if question]
        kept = [row for row in measured if row is not None]
        rows += kept
        weights += [weight / max(len(kept), 1)] * len(kept)
        has_answer += [bool(answer)] * len(kept)
    return Measured(folder.name, np.array(rows), np.array(weights), np.array(has_answer))


def features_of(index: beslutssok.Index, question: str) -> tuple[float, float, float] | None:
    """Nearness and share, as the evidence takes them; ``None`` if something is named by number."""
    retriever = index._searchable()
    retrieval = retriever.retrieve(question, Filters())
    if retrieval.filters.case_number or retrieval.filters.item_number or not retrieval.candidates:
        return None
    similarity = max(candidate.similarity for candidate in retrieval.candidates)
    nearness = retriever.calibrator.calibration().nearness(similarity)
    return nearness, retrieval.candidates[0].share, 1.0


def fit(sets: list[Measured]) -> Numbers:
    """Weights of a logistic regression, by Newton's method with a little ridge."""
    features = np.concatenate([s.features for s in sets])
    weights = np.concatenate([s.weights for s in sets])
    wanted = np.concatenate([s.has_answer for s in sets]).astype(float)
    found = np.zeros(features.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(features @ found, -30, 30)))
        slope = features.T @ (weights * (wanted - chance)) - RIDGE * found
        curve = (features * (weights * chance * (1 - chance))[:, None]).T @ features
        found += np.linalg.solve(curve + RIDGE * np.eye(len(found)), slope)
    return found


def show(name: str, held: Measured, weights: Numbers) -> None:
    """Print the shares that are right, and F1 were there as many without answer as with."""
    answered = held.features @ weights >= 0
    recall = answered[held.has_answer].mean()
    wrong = answered[~held.has_answer].mean()
    f1 = 2 * recall / (1 + recall + wrong)
    print(f"{name:44} answered {recall:.2f}, silent {1 - wrong:.2f}, F1 {f1:.2f}")


if __name__ == "__main__":
    main()
