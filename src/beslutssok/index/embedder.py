"""From text to vectors. The model is loaded at the first text, not before.

Only this module knows torch and sentence-transformers, and it imports them when they are needed:
what only reads the index starts without them.
"""

import hashlib
import json
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np

from beslutssok.errors import ModelUnavailable
from beslutssok.index.rows import Vectors
from beslutssok.settings import BUILT_IN_MODEL, Settings

if TYPE_CHECKING:
    import torch
    from sentence_transformers import SentenceTransformer

E5_NAME = "multilingual-e5-small"
BATCH = 32
"""Texts a model gets at once; they are of about one length, so that little is padding."""

QUERY_PROMPTS = ("query",)
PASSAGE_PROMPTS = ("passage", "document")
"""Names under which models keep the words that go in front of a text."""

_WEIGHTS = ("*.safetensors", "*.bin")
_SAMPLES = 16
_SAMPLE_BYTES = 4096
_NOT_NEEDED = ["onnx/*", "openvino/*", "*.onnx", "*.h5", "*.msgpack", "*.ot", "*.tflite"]


class Embedder(Protocol):
    """What makes vectors of texts, so that texts of like meaning get near vectors.

    ``name`` is the identity of the model: two models of one name give the same vectors.
    All vectors are float32, L2-normalised, of shape (number of texts, ``dimension``). Any number
    of threads may call the methods at once.
    """

    @property
    def name(self) -> str:
        """The identity of the model."""
        ...

    @property
    def dimension(self) -> int:
        """How many numbers a vector has."""
        ...

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Make the vectors of questions."""
        ...

    def embed_passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> Vectors:
        """Make the vectors of passages; ``progress`` is told how many are done."""
        ...


def load_embedder(settings: Settings) -> Embedder:
    """Find the model that the settings name; its weights are loaded at the first text.

    The built-in model is unpacked into the cache if it is not there. Any other is a folder or a
    name on the hub, and the net is asked for it only if ``allow_download`` is set.

    Raises:
        ModelUnavailable: there is no such model, or it cannot be unpacked or downloaded.
    """
    if settings.model == BUILT_IN_MODEL:
        from beslutssok.index.e5_folder import E5_FORMAT, unpack_e5

        folder = unpack_e5(settings.cache / E5_NAME)
        identity = f"{E5_NAME} (format {E5_FORMAT}, {_digest(_weight_samples(folder))})"
    else:
        folder = _model_folder(settings)
        label = folder.name if Path(settings.model).expanduser().is_dir() else settings.model
        identity = f"{label} ({_digest(_settings_files(folder), _weight_samples(folder))})"
    return SentenceTransformerEmbedder(folder, identity, settings.threads)


class SentenceTransformerEmbedder:
    """Any sentence-transformers model in a folder, with the prompts that it brings.

    Passages are computed in bfloat16 where the processor has AMX tiles, on which that is
    several times faster; everything else in float32.
    """

    def __init__(self, folder: Path, name: str, threads: int = 0) -> None:
        self._folder = folder
        self._name = name
        self._threads = threads
        self._model: SentenceTransformer | None = None
        self._loading = threading.Lock()
        # A tokenizer is set up anew for each call, and breaks if two set it up at once.
        self._tokenizing = threading.Lock()

    @property
    def name(self) -> str:
        """The name, with a digest of the settings and samples of the weights."""
        return self._name

    @property
    def dimension(self) -> int:
        """How many numbers a vector has; the model is loaded to find out.

        Raises:
            ModelUnavailable: the model cannot be loaded.
        """
        return int(self._loaded().get_embedding_dimension() or 0)

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Make the vectors of questions.

        Raises:
            ModelUnavailable: the model cannot be loaded.
        """
        return self._embed(texts, QUERY_PROMPTS, None, as_bfloat16=False)

    def embed_passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> Vectors:
        """Make the vectors of passages; ``progress`` is told how many are done.

        Raises:
            ModelUnavailable: the model cannot be loaded.
        """
        return self._embed(texts, PASSAGE_PROMPTS, progress, as_bfloat16=_has_amx())

    def _embed(
        self,
        texts: Sequence[str],
        prompt_names: Sequence[str],
        progress: Callable[[int], None] | None,
        as_bfloat16: bool,
    ) -> Vectors:
        import torch

        model = self._loaded()
        prompt = _prompt(model, prompt_names)
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        done = 0
        for batch in _batches(texts):
            with self._tokenizing:
                features = model.preprocess([texts[index] for index in batch], prompt=prompt)
            with (
                torch.inference_mode(),
                torch.autocast(model.device.type, dtype=torch.bfloat16, enabled=as_bfloat16),
            ):
                on_device = {
                    key: value.to(model.device) if isinstance(value, torch.Tensor) else value
                    for key, value in features.items()
                }
                vectors[batch] = _normalised(model(on_device)["sentence_embedding"])
            done += len(batch)
            if progress is not None:
                progress(done)
        return vectors

    def _loaded(self) -> "SentenceTransformer":
        if self._model is None:
            with self._loading:
                if self._model is None:
                    self._model = self._load()
        return self._model

    def _load(self) -> "SentenceTransformer":
        try:
            import torch
            from sentence_transformers import SentenceTransformer
            from transformers.utils import logging

            if self._threads:
                torch.set_num_threads(self._threads)
            logging.disable_progress_bar()  # type: ignore[no-untyped-call]
            device = "cuda" if torch.cuda.is_available() else "cpu"
            model = SentenceTransformer(str(self._folder), device=device, local_files_only=True)
            return model.eval()
        except ImportError as exc:
            raise ModelUnavailable(
                f"Språkmodellen {self._name} behöver ett paket som saknas: {exc}.",
                "Installera om beslutssök med alla dess paket.",
            ) from exc
        except Exception as exc:
            raise ModelUnavailable(
                f"Språkmodellen i {self._folder} går inte att ladda: {exc}",
                "Ta bort mappen och hämta modellen på nytt, eller sätt BESLUTSSOK_MODEL till "
                "en annan modell.",
            ) from exc


def _batches(texts: Sequence[str]) -> Iterator[list[int]]:
    """Give the positions of texts in batches of like length, the longest first.

    So memory runs out at once if at all, and what is left goes faster than what was done.
    """
    order = sorted(range(len(texts)), key=lambda index: -len(texts[index]))
    for start in range(0, len(order), BATCH):
        yield order[start : start + BATCH]


def _prompt(model: "SentenceTransformer", names: Sequence[str]) -> str | None:
    """Give what goes in front of a text: the first prompt that has a name and is not empty."""
    prompts = model.prompts or {}
    candidates = (prompts.get(name) for name in (*names, model.default_prompt_name or ""))
    return next((prompt for prompt in candidates if prompt), None)


def _normalised(vectors: "torch.Tensor") -> Vectors:
    import torch

    normalised: Vectors = torch.nn.functional.normalize(vectors.float(), dim=1).cpu().numpy()
    return normalised


def _has_amx() -> bool:
    import torch

    # Not a public function: a torch without it computes in float32.
    supported = getattr(torch.cpu, "_is_amx_tile_supported", None)
    return supported is not None and not torch.cuda.is_available() and bool(supported())


def _model_folder(settings: Settings) -> Path:
    """Find the folder of a model that is given as a folder or as a name on the hub."""
    folder = Path(settings.model).expanduser()
    if folder.is_dir():
        return folder.resolve()
    if folder.is_absolute() or settings.model.startswith((".", "~")) or "\\" in settings.model:
        raise ModelUnavailable(
            f"Det finns ingen mapp {folder} med en språkmodell.",
            f"Rätta BESLUTSSOK_MODEL, eller sätt den till {BUILT_IN_MODEL}.",
        )
    return _hub_folder(settings.model, settings.allow_download)


def _hub_folder(name: str, allow_download: bool) -> Path:
    from huggingface_hub import snapshot_download

    try:
        return Path(snapshot_download(name, local_files_only=True))
    except Exception as exc:
        if not allow_download:
            raise ModelUnavailable(
                f"Språkmodellen {name} finns varken som mapp eller nedladdad.",
                "Sätt BESLUTSSOK_ALLOW_DOWNLOAD=1 för att hämta den från nätet, eller "
                f"BESLUTSSOK_MODEL till en mapp eller {BUILT_IN_MODEL}.",
            ) from exc
    try:
        return Path(snapshot_download(name, ignore_patterns=_NOT_NEEDED))
    except Exception as exc:
        raise ModelUnavailable(
            f"Språkmodellen {name} går inte att hämta: {exc}",
            f"Kontrollera namnet och nätet, eller sätt BESLUTSSOK_MODEL till {BUILT_IN_MODEL}.",
        ) from exc


def _settings_files(folder: Path) -> Iterator[bytes]:
    """Give the settings of a model: every JSON file, but for what says nothing of vectors."""
    for path in sorted(folder.rglob("*.json")):
        relative = path.relative_to(folder).as_posix()
        if relative == "config_sentence_transformers.json":
            kept = json.loads(path.read_bytes())
            kept.pop("__version__", None)
            yield json.dumps(kept, sort_keys=True).encode()
        elif not relative.startswith((".", "onnx", "openvino")) and "unpacked" not in path.name:
            yield relative.encode() + b"\0" + path.read_bytes()


def _weight_samples(folder: Path) -> Iterator[bytes]:
    """Give the size of each file of weights and a few pieces from all over it.

    To read hundreds of megabytes at every start would take longer than the search itself; other
    weights differ everywhere.
    """
    for path in sorted(path for pattern in _WEIGHTS for path in folder.rglob(pattern)):
        size = path.stat().st_size
        yield f"{path.name} {size}".encode()
        with path.open("rb") as stream:
            for number in range(_SAMPLES):
                stream.seek(number * max(size - _SAMPLE_BYTES, 0) // (_SAMPLES - 1))
                yield stream.read(_SAMPLE_BYTES)


def _digest(*parts: Iterator[bytes]) -> str:
    """Give eight hexadecimal digits for all the bytes."""
    whole = hashlib.sha256()
    for part in parts:
        for piece in part:
            whole.update(hashlib.sha256(piece).digest())
    return whole.hexdigest()[:8]
