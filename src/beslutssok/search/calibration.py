"""What a cosine means with a model over an index: how near questions come that have no answer.

Cosines of different models lie in different places (those of E5 between 0.75 and 0.95), and the
more passages there are, the nearer the nearest is to anything. So the index is asked questions
that no minutes answer, and the highest cosines they reach tell what is nothing. They are asked anew
whenever the model or the content is another.
"""

import threading
from dataclasses import dataclass

import numpy as np

from beslutssok.index.embedder import Embedder
from beslutssok.index.rows import IndexVersion, Vectors
from beslutssok.index.store import Store
from beslutssok.index.vectors import VectorIndex

# Of everyday life and general knowledge, in the forms that people ask in.
UNANSWERABLE = (
    "Hur länge ska man koka ett löskokt ägg?",
    "Vilket lag vann fotbolls-VM för herrar 1994?",
    "Hur byter jag däck på en motorcykel?",
    "Vad är roten ur 1764?",
    "Vem skrev Röda rummet?",
    "Hur långt är det från jorden till månen?",
    "Vilken temperatur ska ugnen ha när man bakar surdegsbröd?",
    "Hur sorterar man en lista i Python?",
    "Vad betyder ordet kakafoni?",
    "Hur många ben har en tusenfoting?",
    "Vilken tonart går Månskenssonaten i?",
    "Hur tar jag bort rödvinsfläckar från en ylletröja?",
    "När utkom det första numret av Kalle Anka?",
    "Varför är himlen blå?",
    "Hur stämmer man en nyckelharpa?",
    "Vad är skillnaden mellan en alligator och en krokodil?",
    "Rekommendera en bra deckare att läsa på stranden",
    "Vilket är Japans högsta berg?",
    "Hur många kalorier är det i en avokado?",
    "Vem regisserade Det sjunde inseglet?",
    "När kommer min beställning av skor fram?",
    "Hur återställer jag lösenordet till min e-post?",
    "Varför hackar min hörlursanslutning när jag ringer?",
    "Kan du boka ett bord för fyra på fredag?",
    "Vad ska jag ha på mig på ett bröllop i augusti?",
    "Hur säger jag upp mitt gymkort?",
    "Min hund har ätit choklad, vad gör jag?",
    "Vilken mobiltelefon har bäst kamera?",
    "Hur investerar jag mina besparingar i kryptovaluta?",
    "Vad blir det för väder i morgon?",
)
# The same in other languages: a model puts them farther from texts in Swedish.
FOREIGN = (
    "How long should I boil an egg?",
    "Who won the football World Cup in 1994?",
    "How do I change the tyres of a motorcycle?",
    "Who wrote The Old Man and the Sea?",
    "How far is it from the earth to the moon?",
    "How do I sort a list in Python?",
    "What is the difference between an alligator and a crocodile?",
    "Can you recommend a good crime novel for the beach?",
    "When will the shoes that I ordered arrive?",
    "How do I reset the password of my e-mail?",
    "What should I wear at a wedding in August?",
    "Which phone has the best camera?",
    "What will the weather be like tomorrow?",
    "Hvor mange ben har en edderkop?",
    "Hva heter hovedstaden i Mongolia?",
    "Kuinka kauan kananmunaa keitetään?",
)
# The least standard deviation of their highest cosines: where there are few passages.
LEAST_SPREAD = 0.01


@dataclass(frozen=True, slots=True)
class Calibration:
    """The highest cosines of questions without an answer: their mean and standard deviation."""

    version: IndexVersion
    mean: float
    spread: float

    def nearness(self, cosine: float) -> float:
        """How many standard deviations a cosine is above what questions without answer reach.

        >>> Calibration(IndexVersion(1, ""), mean=0.8, spread=0.02).nearness(0.86)
        3.0
        """
        return round((cosine - self.mean) / self.spread, 6)


class Calibrator:
    """Calibrates cosines for one index and one model. Safe to use from several threads."""

    def __init__(self, store: Store, vectors: VectorIndex, embedder: Embedder) -> None:
        self._store = store
        self._vectors = vectors
        self._embedder = embedder
        self._lock = threading.Lock()
        self._latest: tuple[Calibration, Calibration] | None = None
        self._questions: Vectors | None = None

    def calibration(self, foreign: bool = False) -> Calibration:
        """Give the calibration for the index as it is now; the first takes some tenths of a second.

        ``foreign`` asks for that of questions in other languages than Swedish.

        Raises:
            ModelUnavailable: the model cannot be loaded.
        """
        version = self._store.version()
        with self._lock:
            if self._latest is None or self._latest[0].version != version:
                if self._questions is None:
                    self._questions = self._embedder.embed_queries((*UNANSWERABLE, *FOREIGN))
                first = len(UNANSWERABLE)
                self._latest = (
                    self._calibrate(version, self._questions[:first]),
                    self._calibrate(version, self._questions[first:]),
                )
            return self._latest[foreign]

    def _calibrate(self, version: IndexVersion, questions: Vectors) -> Calibration:
        found = [self._vectors.search(vector, 1) for vector in questions]
        highest = [best[0][1] for best in found if best]
        if not highest:
            return Calibration(version, mean=0.0, spread=1.0)
        return Calibration(
            version, float(np.mean(highest)), max(float(np.std(highest)), LEAST_SPREAD)
        )
