"""Embedding with a tiny model of random weights, made here; what it means matters not."""

import os
import shutil
import socket
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import huggingface_hub
import numpy as np
import pytest
import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
from tests.fakes.embedder import FakeEmbedder
from tokenizers import Tokenizer, models, pre_tokenizers, processors
from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

from beslutssok.errors import ModelUnavailable
from beslutssok.index.embedder import BATCH, Embedder, load_embedder
from beslutssok.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
WORDS = ["[PAD]", "[UNK]", "[CLS]", "query", ":", "passage", "vad", "beslutades", "simhallen"]
WORDS += ["skolan", "byggs", "rivs", "och"]
MakeModel = Callable[..., Path]


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a bare transformer of two layers, as transformers saves it."""
    folder = tmp_path_factory.mktemp("network")
    torch.manual_seed(1)
    config = BertConfig(
        vocab_size=len(WORDS),
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=64,
    )
    BertModel(config).save_pretrained(folder)
    words = {word: number for number, word in enumerate(WORDS)}
    tokenizer = Tokenizer(models.WordLevel(words, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A", special_tokens=[("[CLS]", words["[CLS]"])]
    )
    PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, unk_token="[UNK]", pad_token="[PAD]", model_max_length=64
    ).save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def make_model(network: Path, tmp_path_factory: pytest.TempPathFactory) -> MakeModel:
    """Make a sentence-transformers folder with the given prompts."""

    def make(**arguments: Any) -> Path:
        folder = tmp_path_factory.mktemp("models") / "liten-modell"
        transformer = Transformer(str(network))
        pooling = Pooling(transformer.get_embedding_dimension())
        SentenceTransformer(modules=[transformer, pooling], device="cpu", **arguments).save(
            str(folder)
        )
        return folder

    return make


@pytest.fixture(scope="module")
def plain(make_model: MakeModel) -> Path:
    return make_model()


def loaded(folder: Path) -> Embedder:
    return load_embedder(Settings(model=str(folder)))


def test_vectors_are_float32_normalised_and_in_order(plain: Path) -> None:
    embedder = loaded(plain)
    texts = [" ".join(WORDS[6 : 7 + number % 7]) for number in range(2 * BATCH + 3)]
    vectors = embedder.embed_passages(texts)
    assert (vectors.shape, vectors.dtype) == ((len(texts), 16), np.float32)
    assert embedder.dimension == 16
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)
    alone = np.vstack([embedder.embed_passages([text]) for text in texts])
    np.testing.assert_allclose(vectors, alone, atol=1e-5)


def test_nothing_gives_nothing(plain: Path) -> None:
    embedder = loaded(plain)
    assert embedder.embed_queries([]).shape == (0, 16)
    assert embedder.embed_passages([], None).shape == (0, 16)
    assert np.isfinite(embedder.embed_passages(["", " \n"])).all()


def test_progress_counts_passages(plain: Path) -> None:
    told: list[int] = []
    loaded(plain).embed_passages(["skolan byggs"] * (2 * BATCH + 1), told.append)
    assert told == [BATCH, 2 * BATCH, 2 * BATCH + 1]


@pytest.mark.parametrize("name", ["passage", "document"])
def test_the_prompts_of_the_model_go_in_front(
    make_model: MakeModel, plain: Path, name: str
) -> None:
    embedder = loaded(make_model(prompts={"query": "query: ", name: "passage: "}))
    bare = loaded(plain)
    for embed, prompt in (("embed_queries", "query: "), ("embed_passages", "passage: ")):
        with_prompt = getattr(embedder, embed)(["skolan byggs"])
        np.testing.assert_allclose(
            with_prompt, getattr(bare, embed)([f"{prompt}skolan byggs"]), atol=1e-6
        )
    question, passage = embedder.embed_queries(["skolan"]), embedder.embed_passages(["skolan"])
    assert np.abs(question - passage).max() > 1e-3


def test_a_model_without_prompts_gets_none(plain: Path) -> None:
    embedder = loaded(plain)
    reference = SentenceTransformer(str(plain), device="cpu", local_files_only=True)
    expected = reference.encode(["skolan byggs"], normalize_embeddings=True)
    np.testing.assert_allclose(embedder.embed_queries(["skolan byggs"]), expected, atol=1e-6)
    np.testing.assert_allclose(embedder.embed_passages(["skolan byggs"]), expected, atol=1e-6)


def test_a_default_prompt_stands_in(make_model: MakeModel, plain: Path) -> None:
    folder = make_model(prompts={"retrieval": "query: "}, default_prompt_name="retrieval")
    expected = loaded(plain).embed_queries(["query: skolan"])
    np.testing.assert_allclose(loaded(folder).embed_queries(["skolan"]), expected, atol=1e-6)


def test_many_threads_embed_at_once(plain: Path) -> None:
    embedder = loaded(plain)
    texts = [" ".join(WORDS[6 : 7 + number % 7]) for number in range(40)]
    expected = loaded(plain).embed_queries(texts)
    failures: list[BaseException] = []

    def ask() -> None:
        try:
            for number, text in enumerate(texts):
                (vector,) = embedder.embed_queries([text])
                np.testing.assert_allclose(vector, expected[number], atol=1e-5)
        except BaseException as exc:
            failures.append(exc)

    threads = [threading.Thread(target=ask) for _ in range(10)]
    for thread in threads:
        thread.start()
    embedder.embed_passages(texts * 5)
    for thread in threads:
        thread.join()
    assert not failures


def test_bfloat16_gives_near_vectors_in_float32(
    plain: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    embedder = loaded(plain)
    expected = embedder.embed_passages(["skolan byggs"])
    monkeypatch.setattr("beslutssok.index.embedder._has_amx", lambda: True)
    vectors = embedder.embed_passages(["skolan byggs"])
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)
    np.testing.assert_allclose(vectors, expected, atol=0.03)
    assert (vectors != expected).any()


# -- identity


def test_the_name_is_that_of_the_folder_and_stays(plain: Path, tmp_path: Path) -> None:
    copy = tmp_path / "liten-modell"
    shutil.copytree(plain, copy)
    assert loaded(plain).name == loaded(copy).name
    assert loaded(plain).name.startswith("liten-modell (")


@pytest.mark.parametrize("changed", ["model.safetensors", "config.json", "1_Pooling/config.json"])
def test_another_model_has_another_name(plain: Path, tmp_path: Path, changed: str) -> None:
    copy = tmp_path / "liten-modell"
    shutil.copytree(plain, copy)
    content = bytearray((copy / changed).read_bytes())
    content[-2] ^= 1
    (copy / changed).write_bytes(bytes(content))
    assert loaded(plain).name != loaded(copy).name


# -- what is not there


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    for model in (str(tmp_path / "saknas"), "./saknas", "~/saknas-helt"):
        with pytest.raises(ModelUnavailable, match="saknas") as caught:
            load_embedder(Settings(model=model))
        assert "BESLUTSSOK_MODEL" in caught.value.remedy


def test_a_folder_without_a_model_is_named_when_it_is_used(tmp_path: Path) -> None:
    embedder = loaded(tmp_path)
    with pytest.raises(ModelUnavailable, match=str(tmp_path)):
        embedder.embed_queries(["skolan"])


def test_damaged_weights_are_named(plain: Path, tmp_path: Path) -> None:
    copy = tmp_path / "modell"
    shutil.copytree(plain, copy)
    (copy / "model.safetensors").write_bytes(b"damaged")
    with pytest.raises(ModelUnavailable, match="går inte att ladda"):
        loaded(copy).embed_queries(["skolan"])


def test_the_net_is_not_asked_unless_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the net was asked")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    with pytest.raises(ModelUnavailable, match="BESLUTSSOK_ALLOW_DOWNLOAD=1"):
        load_embedder(Settings(model="nobody/no-such-model"))


def test_a_model_of_the_hub_is_fetched_only_when_it_is_not_here(
    plain: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []

    def fetch(name: str, local_files_only: bool = False, **_: object) -> str:
        asked.append(local_files_only)
        if local_files_only and len(asked) == 1:
            raise FileNotFoundError(name)
        return str(plain)

    monkeypatch.setattr(huggingface_hub, "snapshot_download", fetch)
    settings = Settings(model="somebody/some-model", allow_download=True)
    embedder = load_embedder(settings)
    assert asked == [True, False]
    assert embedder.name.startswith("somebody/some-model (")
    assert load_embedder(settings).name == embedder.name
    assert asked == [True, False, True]


def test_a_failed_download_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> str:
        raise OSError("no route to host")

    monkeypatch.setattr(huggingface_hub, "snapshot_download", fail)
    with pytest.raises(ModelUnavailable, match="no route to host"):
        load_embedder(Settings(model="somebody/some-model", allow_download=True))


def test_nothing_heavy_is_imported_before_the_first_text_and_nothing_is_printed(
    plain: Path,
) -> None:
    program = """
        import socket, sys

        def refuse(*_):
            raise SystemExit("the net was asked")

        socket.getaddrinfo = socket.socket.connect = refuse
        from beslutssok.index.embedder import load_embedder
        from beslutssok.settings import Settings
        embedder = load_embedder(Settings(model=sys.argv[1], threads=1))
        embedder.name
        assert not {"torch", "transformers", "sentence_transformers"} & set(sys.modules)
        embedder.embed_passages(["skolan byggs"])
        import torch
        assert torch.get_num_threads() == 1
    """
    finished = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program), str(plain)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )
    assert (finished.returncode, finished.stdout, finished.stderr) == (0, "", "")


# -- the fake


def test_the_fake_gives_near_vectors_for_shared_words() -> None:
    simhall, simhallen, other, same = FakeEmbedder().embed_queries(
        ["ny simhall", "nya simhallen", "budget för tandvård", "ny simhall"]
    )
    assert (simhall == same).all()
    assert simhall @ simhallen > 0.4 > 0.2 > abs(simhall @ other)
