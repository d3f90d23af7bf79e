"""The house keeps its own rules: one way of imports, pure rooms, short modules, stated promises."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from segment import errors

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "segment"
ERRORS = {cause.__name__ for cause in (errors.SegmentError, *errors.SegmentError.__subclasses__())}
PURE = ("dsp", "model", "review", "script", "mix", "master", "publish")
FORBIDDEN_CALLS = {"open", "print", "input", "exec", "eval", "breakpoint"}
FORBIDDEN_METHODS = {
    "read_text", "write_text", "read_bytes", "write_bytes", "unlink", "mkdir", "rename", "iterdir", "glob", "rglob", "touch",
    "exists", "is_file", "is_dir", "now", "today", "utcnow", "urandom", "getenv", "system", "popen",
}  # fmt: skip
FORBIDDEN_MODULES = {
    "os", "pathlib", "subprocess", "socket", "time", "random", "tempfile", "shutil", "threading", "urllib", "http",
    "secrets", "uuid", "soundfile", "av", "lameenc",
}  # fmt: skip


def modules() -> list[Path]:
    """Every module of the package."""
    return sorted(PACKAGE.rglob("*.py"))


def pure_modules() -> list[Path]:
    """Modules of the rooms that touch nothing outside."""
    return [path for room in PURE for path in sorted((PACKAGE / room).rglob("*.py"))]


def run_time_imports(tree: ast.Module) -> Iterator[str]:
    """Dotted names of what is imported, what only type checkers see left out."""
    typing_only = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if id(node) in typing_only:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def name(path: Path) -> str:
    """A short name for a test's id."""
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", pure_modules(), ids=name)
def test_pure_rooms_do_no_input_or_output(path: Path) -> None:
    """A pure room opens no file, starts no process, reads no clock and no random source."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    harmless = ("pathlib.Pure", "urllib.parse.")
    imports = [dotted for dotted in run_time_imports(tree) if not dotted.startswith(harmless)]
    assert not FORBIDDEN_MODULES & {dotted.split(".")[0] for dotted in imports}, name(path)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                assert node.func.id not in FORBIDDEN_CALLS, f"{name(path)}:{node.lineno}"
            if isinstance(node.func, ast.Attribute):
                assert node.func.attr not in FORBIDDEN_METHODS, f"{name(path)}:{node.lineno}"


def test_no_module_is_too_long() -> None:
    """No module is longer than 350 lines and the median stays near 120."""
    lengths = sorted(len(path.read_text(encoding="utf-8").splitlines()) for path in modules() if path.name != "__init__.py")
    assert lengths[-1] <= 350
    assert lengths[len(lengths) // 2] <= 140


def test_no_module_is_a_drawer() -> None:
    """No module is called utils, helpers, misc or common."""
    assert not [name(path) for path in modules() if path.stem in {"utils", "util", "helpers", "misc", "common", "tools"}]


@pytest.mark.parametrize("path", modules(), ids=name)
def test_everything_public_says_what_it_is(path: Path) -> None:
    """Every module, public class and public function has a docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = [tree, *(n for n in tree.body if isinstance(n, ast.ClassDef | ast.FunctionDef) and not n.name.startswith("_"))]
    silent = [getattr(n, "name", "module") for n in nodes if ast.get_docstring(n) is None]
    assert not silent or (path.name == "__init__.py" and not tree.body), f"{name(path)}: {silent}"


def messages(tree: ast.Module) -> Iterator[ast.Constant | ast.JoinedStr]:
    """The words of every failure and note that is told where it is made."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = ast.unparse(node.func).rpartition(".")[2]
        told = [keyword.value for keyword in node.keywords if called == "Finding" and keyword.arg == "message"]
        if called in ERRORS:
            told += node.args[:1]
        elif called in {"note", "_note", "mistake"}:
            told += node.args[1:3]
        yield from (words for words in told if isinstance(words, ast.JoinedStr) or " " in str(getattr(words, "value", "")))


@pytest.mark.parametrize("path", modules(), ids=name)
def test_every_message_is_a_sentence(path: Path) -> None:
    """What a user is told begins with a capital, or with a name, and ends with a full stop."""
    for words in messages(ast.parse(path.read_text(encoding="utf-8"))):
        parts = words.values if isinstance(words, ast.JoinedStr) else [words]
        first, last = (part.value if isinstance(part, ast.Constant) else "" for part in (parts[0], parts[-1]))
        assert not str(first)[:1].islower(), f"{name(path)}:{words.lineno}: {first}"
        assert not str(last)[-1:].isalnum(), f"{name(path)}:{words.lineno}: {last}"


def test_every_test_states_its_promise() -> None:
    """Every test function has a docstring of one sentence."""
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                promise = ast.get_docstring(node)
                assert promise, f"{name(path)}: {node.name}"
                assert promise.rstrip().endswith((".", "?", '"', ")")), f"{name(path)}: {node.name}"
                assert "\n\n" not in promise, f"{name(path)}: {node.name}"


def test_importing_the_package_loads_no_stage() -> None:
    """``import segment`` loads neither a stage nor a heavy library."""
    code = "import segment, sys; print([m for m in sys.modules if m.startswith('segment.') or m in ('numpy', 'av', 'jinja2')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_help_loads_click_alone() -> None:
    """``segment --help`` imports no numpy, rich or jinja2."""
    code = (
        "import sys\nfrom segment.cli.main import run\n"
        "try:\n    run(['--help'])\nexcept SystemExit:\n    pass\n"
        "print([m for m in ('numpy', 'rich', 'jinja2', 'msgspec', 'yaml', 'segment.pipeline') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().splitlines()[-1] == "[]"


def test_imports_run_one_way() -> None:
    """The import contracts in pyproject.toml hold."""
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]


@pytest.mark.parametrize("command", [["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"]], ids=" ".join)
def test_the_code_passes_its_own_tools(command: list[str]) -> None:
    """ruff and mypy --strict have nothing to say."""
    done = subprocess.run([sys.executable, "-m", *command], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]
