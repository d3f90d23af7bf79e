"""Plug-ins of other packages, found by their entry points."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from segment.errors import SegmentError
from segment.library.plugins import plugins


def install(folder: Path, monkeypatch: pytest.MonkeyPatch, *, module: str, entry: str) -> None:
    """A package as pip would leave it: a module, and its metadata with one entry point."""
    (folder / "a_segment_plugin.py").write_text(module, encoding="utf-8")
    info = folder / "a_segment_plugin-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: a-segment-plugin\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[segment.readers]\n{entry}\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.delitem(sys.modules, "a_segment_plugin", raising=False)


def test_what_a_package_offers_is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The object an entry point names is given by its name, and only under its group."""
    install(tmp_path, monkeypatch, module="READER = object()\n", entry="telegram = a_segment_plugin:READER")
    assert list(plugins("segment.readers")) == ["telegram"]
    assert plugins("segment.engines") == {}


def test_a_broken_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that cannot be imported is a sentence with its name and the way round, exit code 3."""
    install(tmp_path, monkeypatch, module="raise OSError('no such codec')\n", entry="telegram = a_segment_plugin:READER")
    with pytest.raises(SegmentError, match="a-segment-plugin cannot be loaded: OSError: no such codec") as broken:
        plugins("segment.readers")
    assert broken.value.exit_code == 3
    assert "pip uninstall a-segment-plugin" in broken.value.hint
