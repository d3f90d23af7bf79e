"""Looks into a voice's file without the onnx package: makes it tell how long each sound lasts, sees whether it draws at random.

Every Piper voice rounds the lengths of its sounds up in its only ``Ceil`` node and keeps them to itself. An ONNX file is a
protocol buffer, and two of those one after the other are one with the fields of both: an addition that declares the node's result
as a further output is all it takes. Fields: ModelProto.graph = 7; GraphProto.node = 1, .output = 12; NodeProto.output = 2,
.op_type = 4; ValueInfoProto.name = 1 (onnx.proto of ONNX, unchanged since its first version).
"""

from __future__ import annotations

from collections.abc import Iterator

_RANDOM = (b"Random", b"Bernoulli", b"Multinomial")
_GRAPH, _NODE, _OUTPUT, _NODE_OUTPUT, _OP, _NAME = 7, 1, 12, 2, 4, 1


def with_durations(model: bytes) -> bytes:
    """The model with the lengths of its sounds as second output; unchanged where it has one, or where they are not to be found.

    Raises ValueError for what is not a protocol buffer.
    """
    made: list[bytes] = []
    outputs = 0
    for part, begin, end in _graph(model):
        if part == _OUTPUT:
            outputs += 1
        elif part == _NODE:
            operation, results = _node(model, begin, end)
            made += results if operation == b"Ceil" else []
    if outputs != 1 or len(made) != 1:
        return model
    return model + _sized(_GRAPH, _sized(_OUTPUT, _sized(_NAME, made[0])))


def draws(model: bytes) -> bool:
    """Whether the model draws random numbers, so that it answers in another way each time. Raises as ``with_durations``."""
    return any(part == _NODE and _node(model, begin, end)[0].startswith(_RANDOM) for part, begin, end in _graph(model))


def _graph(model: bytes) -> Iterator[tuple[int, int, int]]:
    for field, start, stop in _fields(model, 0, len(model)):
        if field == _GRAPH:
            yield from _fields(model, start, stop)


def _node(model: bytes, start: int, stop: int) -> tuple[bytes, list[bytes]]:
    """What a node does, and the names of what it makes."""
    found = [(field, model[a:b]) for field, a, b in _fields(model, start, stop) if field in {_NODE_OUTPUT, _OP}]
    return b"".join(value for field, value in found if field == _OP), [value for field, value in found if field == _NODE_OUTPUT]


def _fields(data: bytes, at: int, stop: int) -> Iterator[tuple[int, int, int]]:
    """Number, start and end of each field that has a size."""
    while at < stop:
        key, at = _varint(data, at, stop)
        match key & 7:
            case 2:
                size, at = _varint(data, at, stop)
                if at + size > stop:
                    raise ValueError("cut off")
                yield key >> 3, at, at + size
                at += size
            case 0:
                _, at = _varint(data, at, stop)
            case 1:
                at += 8
            case 5:
                at += 4
            case _:
                raise ValueError("not a protocol buffer")


def _varint(data: bytes, at: int, stop: int) -> tuple[int, int]:
    value = shift = 0
    while at < stop and shift < 64:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, at
        shift += 7
    raise ValueError("not a protocol buffer")


def _sized(field: int, content: bytes) -> bytes:
    return _number(field << 3 | 2) + _number(len(content)) + content


def _number(value: int) -> bytes:
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])
