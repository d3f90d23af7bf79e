"""docs/deliverables.md and docs/loudness.md say what is so."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from segment.master.targets import TARGETS
from segment.project.check import flatten, mistakes
from segment.publish.exporters import EXPORTERS

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_the_example_is_right() -> None:
    """The settings shown have no mistake."""
    text = (DOCS / "deliverables.md").read_text(encoding="utf-8")
    example = re.search(r"```toml\n(.*?)```", text, re.DOTALL)
    assert example
    assert mistakes(dict(flatten(tomllib.loads(example[1])))) == ()


def test_every_format_is_in_the_table() -> None:
    """Each format that can be named has a row."""
    rows = re.findall(r"^\| (`.*?`) \|", (DOCS / "deliverables.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(EXPORTERS) <= set(re.findall(r"`([^`]+)`", " ".join(rows)))


def test_every_target_is_in_the_table_with_its_figures() -> None:
    """Name, loudness, true peak and tolerance are those the tool goes by."""
    text = (DOCS / "loudness.md").read_text(encoding="utf-8").replace("−", "-")
    for target in TARGETS.values():
        figures = f"{target.integrated_lufs:g} LUFS", f"{target.true_peak_dbtp:g} dBTP", f"±{target.allowed_lu:g} LU"
        pattern = rf"\| `{target.name}` \| {figures[0]}.*\| {figures[1]}.*\| {figures[2]} \|"
        assert re.search(pattern, text), target.name
