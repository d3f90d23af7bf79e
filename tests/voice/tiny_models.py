"""Neural voices of a few kilobytes that these tests make: each symbol hums a tone of its own for a time of its own."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

SYMBOLS = ["_", "^", "$", " ", *"!,.:;?abcdefhijklmnopqrstuvwxyzæçðøŋœɐɑɒɔəɚɛɜɡɪɲɹɾʁʃʊʌʒʔˈˌːθᵻ", "\u0303"]
"""What the Piper voice has sounds for; a symbol's place is its number."""
SILENT = {"_", "^", "$", " ", "!", ",", ".", ":", ";", "?", "ˈ", "ˌ", "ː"}
MODIFIERS = {"ˈ", "ˌ", "ː"}
_NUMBERS = 256
_PITCHES = 37


def _tones(lengths: NDArray[np.float32], loud: NDArray[np.float32], hop: int, rate: int, *, noise: bool) -> list[Any]:
    """Nodes from ``ids`` [1, N] and ``scale`` [1] to ``lengths`` [N] in frames and ``sound`` [samples]."""
    constants = {
        "table_length": lengths,
        "table_loud": loud,
        "table_step": np.asarray([2 * np.pi * (120 + 7 * (n % _PITCHES)) / rate for n in range(_NUMBERS)], np.float32),
        "inside": np.arange(hop, dtype=np.float32)[np.newaxis],
        "hop": np.asarray(hop, np.float32),
        "flat": np.asarray([-1], np.int64),
        "column": np.asarray([-1, 1], np.int64),
        "zero": np.asarray(0, np.int64),
        "one": np.asarray(1, np.int64),
        "axis": np.asarray([1], np.int64),
    }
    made = [helper.make_node("Constant", [], [name], value=numpy_helper.from_array(np.asarray(value), name))
            for name, value in constants.items()]  # fmt: skip
    n = helper.make_node
    made += [
        n("Reshape", ["ids", "flat"], ["id"]),
        n("Gather", ["table_length", "id"], ["own"]),
        n("Mul", ["own", "scale"], ["wanted"]),
        n("Ceil", ["wanted"], ["lengths"]),
        n("Cast", ["lengths"], ["whole"], to=TensorProto.INT64),
        n("CumSum", ["whole", "zero"], ["ends"]),
        n("ReduceSum", ["whole"], ["total"], keepdims=0),
        n("Range", ["zero", "total", "one"], ["frame"]),
        n("Reshape", ["frame", "column"], ["frame_column"]),
        # The symbol of a frame: how many symbols have ended by then.
        n("GreaterOrEqual", ["frame_column", "ends"], ["over"]),
        n("Cast", ["over"], ["over_number"], to=TensorProto.INT64),
        n("ReduceSum", ["over_number", "axis"], ["nth"], keepdims=0),
        n("Gather", ["id", "nth"], ["now"]),
        n("Gather", ["table_step", "now"], ["step"]),
        n("Gather", ["table_loud", "now"], ["loudness"]),
        n("Cast", ["frame_column"], ["frame_number"], to=TensorProto.FLOAT),
        n("Mul", ["frame_number", "hop"], ["offset"]),
        n("Add", ["offset", "inside"], ["time"]),
        n("Reshape", ["step", "column"], ["step_column"]),
        n("Mul", ["time", "step_column"], ["phase"]),
        n("Sin", ["phase"], ["wave"]),
        n("Reshape", ["loudness", "column"], ["loud_column"]),
        n("Mul", ["wave", "loud_column"], ["clean"]),
    ]
    if noise:
        made += [n("RandomNormalLike", ["clean"], ["random"]), n("Mul", ["random", "noise"], ["hiss"]),
                 n("Add", ["clean", "hiss"], ["heard"])]  # fmt: skip
    return [*made, n("Reshape", ["heard" if noise else "clean", "flat"], ["sound"])]


def _tables(silent: set[int], modifiers: set[int], frame_s: float) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Length in frames and loudness of each number."""
    length = np.asarray([(0.05 + 0.004 * (n % 11)) / frame_s for n in range(_NUMBERS)], np.float32)
    loud = np.full(_NUMBERS, 0.3, np.float32)
    for number in silent:
        length[number], loud[number] = 0.02 / frame_s, 0.0
    for number in modifiers:
        length[number] = 0.0
    return length, loud


def piper_model(*, times: bool = True, speakers: bool = False) -> bytes:
    """A Piper voice; without ``times`` it rounds the lengths of its sounds in more than one place, so that none is the one.

    With ``speakers`` each speaker is half as loud as the one before.
    """
    hop, rate = 256, 22050
    silent, modifiers = ({SYMBOLS.index(s) for s in group} for group in (SILENT, MODIFIERS))
    length, loud = _tables(silent, modifiers | {0}, hop / rate)
    length[SYMBOLS.index(",")] = 0.15 * rate / hop
    n = helper.make_node
    nodes = [
        n("Constant", [], ["small"], value=numpy_helper.from_array(np.asarray(0.1, np.float32))),
        n("Split", ["scales"], ["noise_scale", "scale", "noise_w"], axis=0, num_outputs=3),
        n("Mul", ["noise_scale", "small"], ["noise"]),
        n("Identity", ["input"], ["ids"]),
        *_tones(length, loud, hop, rate, noise=True),
        n("Constant", [], ["shape"], value=numpy_helper.from_array(np.asarray([1, 1, 1, -1], np.int64))),
        *(_speakers() if speakers else [n("Identity", ["sound"], ["spoken"])]),
        n("Reshape", ["spoken", "shape"], ["output"]),
        *([] if times else [n("Ceil", ["noise_w"], ["unused"])]),
    ]
    value = helper.make_tensor_value_info
    return _model(
        nodes,
        [
            value("input", TensorProto.INT64, [1, "n"]),
            value("input_lengths", TensorProto.INT64, [1]),
            value("scales", TensorProto.FLOAT, [3]),
            *([value("sid", TensorProto.INT64, [1])] if speakers else []),
        ],
        [value("output", TensorProto.FLOAT, [1, 1, 1, "t"])],
    )


def _speakers() -> list[Any]:
    n = helper.make_node
    return [
        n("Constant", [], ["half"], value=numpy_helper.from_array(np.asarray(0.5, np.float32))),
        n("Cast", ["sid"], ["speaker"], to=TensorProto.FLOAT),
        n("Pow", ["half", "speaker"], ["share"]),
        n("Mul", ["sound", "share"], ["spoken"]),
    ]


def piper_settings(**changed: Any) -> dict[str, Any]:
    """The settings beside it."""
    return {
        "audio": {"sample_rate": 22050, "quality": "tiny"},
        "espeak": {"voice": "en-us"},
        "language": {"code": "en_US"},
        "inference": {"noise_scale": 0.667, "length_scale": 1, "noise_w": 0.8},
        "phoneme_type": "espeak",
        "phoneme_id_map": {symbol: [number] for number, symbol in enumerate(SYMBOLS)},
        "num_symbols": len(SYMBOLS),
        "num_speakers": 1,
        "speaker_id_map": {},
    } | changed


def write_piper(folder: Path, name: str = "tiny.onnx", *, model: bytes | None = None, **changed: Any) -> Path:
    """A voice in a folder: ``name`` and its settings."""
    (folder / name).write_bytes(piper_model() if model is None else model)
    (folder / f"{name}.json").write_text(json.dumps(piper_settings(**changed)), encoding="utf-8")
    return folder / name


def kokoro_vocabulary() -> dict[str, int]:
    """The number of each sound, as the installed kokoro-onnx has it."""
    package = find_spec("kokoro_onnx")
    assert package is not None
    assert package.origin is not None
    found: dict[str, int] = json.loads((Path(package.origin).parent / "config.json").read_text(encoding="utf-8"))["vocab"]
    return found


def kokoro_model(vocabulary: Mapping[str, int], *, times: bool = True, noise: bool = False) -> bytes:
    """A Kokoro model for these numbers; with ``times`` it says how long each sound lasts, with ``noise`` it hisses."""
    hop, rate = 600, 24000
    silent, modifiers = ({vocabulary[s] for s in group if s in vocabulary} for group in (SILENT, MODIFIERS))
    length, loud = _tables(silent | {0}, modifiers, hop / rate)
    n = helper.make_node
    nodes = [
        n("Identity", ["tokens"], ["ids"]),
        n("Reciprocal", ["speed"], ["scale"]),
        n("Constant", [], ["noise"], value=numpy_helper.from_array(np.asarray(0.01, np.float32))),
        *_tones(length, loud, hop, rate, noise=noise),
        n("ReduceMean", ["style"], ["timbre"], keepdims=0),
        n("Mul", ["sound", "timbre"], ["audio"]),
        *([n("Identity", ["whole"], ["duration"])] if times else []),
    ]
    value = helper.make_tensor_value_info
    outputs = [value("audio", TensorProto.FLOAT, ["t"]), *([value("duration", TensorProto.INT64, ["n"])] if times else [])]
    return _model(
        nodes,
        [
            value("tokens", TensorProto.INT64, [1, "n"]),
            value("style", TensorProto.FLOAT, [1, 256]),
            value("speed", TensorProto.FLOAT, [1]),
        ],
        outputs,
    )


def kokoro_voices(**loudness: float) -> bytes:
    """A file of voices, each a loudness."""
    packed = io.BytesIO()
    np.savez(packed, **{name: np.full((510, 1, 256), value, np.float32) for name, value in loudness.items()})
    assert zipfile.is_zipfile(packed)
    return packed.getvalue()


def constant_model(value: float, size: int) -> bytes:
    """A Piper voice that answers anything with ``size`` samples of one value."""
    made = helper.make_tensor_value_info
    nodes = [
        helper.make_node("Constant", [], ["output"], value=numpy_helper.from_array(np.full((1, 1, 1, size), value, np.float32)))
    ]
    return _model(
        nodes,
        [
            made("input", TensorProto.INT64, [1, "n"]),
            made("input_lengths", TensorProto.INT64, [1]),
            made("scales", TensorProto.FLOAT, [3]),
        ],
        [made("output", TensorProto.FLOAT, [1, 1, 1, "t"])],
    )


def _model(nodes: list[Any], inputs: list[Any], outputs: list[Any]) -> bytes:
    graph = helper.make_graph(nodes, "tones", inputs, outputs)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=8)
    onnx.checker.check_model(model)
    return bytes(model.SerializeToString())
