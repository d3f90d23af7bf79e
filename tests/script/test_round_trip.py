"""The format loses nothing: value to text to value, and text to value to text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from segment.errors import ScriptError
from segment.model.script import (
    Blank,
    Break,
    Chapter,
    Clip,
    Comment,
    Header,
    Item,
    Marked,
    Move,
    Music,
    Part,
    Pause,
    Pronounced,
    Script,
    Span,
    Speech,
    Sting,
    Stress,
    Text,
)
from segment.script import parse, to_text
from segment.script.bed_moves import TIMED, VERBS
from segment.script.typography import even_comment

# Scripts as parse would make them: no two texts side by side, no white space but single spaces.
_CHARACTERS = st.characters(exclude_categories=("Cs", "Zs", "Zl", "Zp", "Cc"))
_AWKWARD = st.sampled_from(list("\\\\[](){}+;:,.\"'“”«»–—-%&/<>é1aBx"))
_WORD = st.text(st.one_of(_AWKWARD, st.sampled_from("abcdeXYZ"), _CHARACTERS), min_size=1, max_size=8)
WORDS = st.lists(_WORD, min_size=1, max_size=5).map(" ".join)
ONLY = st.sampled_from(["", "air", "podcast"])
SECONDS = st.one_of(st.integers(0, 4000).map(float), st.integers(0, 100_000).map(lambda ms: ms / 1000), st.floats(0, 20_000))
_COMMENT = st.one_of(st.just(""), WORDS.map(even_comment))

_BREAKS = st.builds(Break, ms=st.integers(0, 20_000))
_STRESSED = st.builds(Stress, text=WORDS, level=st.sampled_from([1, 2]))
_MARKED = st.builds(Marked, text=WORDS, key=st.sampled_from(["sub", "say", "ipa", "lang"]), value=WORDS)
_PRONOUNCED = st.sampled_from(
    [
        Pronounced(text="Cotillard", respelling="koh-tee-YAR"),
        Pronounced(text="Palme d’Or", respelling="pahlm DOR"),
        Pronounced(text="Zoë", respelling="ZOH-ee"),
    ]
)


@st.composite
def _spans(draw: st.DrawFn) -> tuple[Span, ...]:
    """Words between marks; a pronouncer has a space before its words so that it covers them alone."""
    marks = draw(st.lists(st.one_of(_BREAKS, _STRESSED, _MARKED, _PRONOUNCED), max_size=4))
    spans: list[Span] = []
    for n, mark in enumerate(marks):
        if n == 0:
            before = draw(st.one_of(st.just(""), WORDS.map(lambda w: f"{w} ")))
        else:
            before = draw(st.one_of(st.just(" "), WORDS.map(lambda w: f" {w} ")))
        spans += [Text(text=before)] if before else []
        spans.append(mark)
    if not spans or draw(st.booleans()):
        tail = draw(WORDS)
        spans.append(Text(text=f" {tail}" if spans else tail))
    return tuple(spans)


SPEECHES = st.builds(Speech, role=st.sampled_from(["host", "critic"]), spans=_spans(), only=ONLY, comment=_COMMENT)
_MOVES = st.one_of(
    st.sampled_from([Move(verb=v) for v in VERBS if v != "cross to"]),
    st.builds(Move, verb=st.sampled_from(sorted(TIMED)), seconds=SECONDS),
    st.builds(Move, verb=st.just("cross to"), bed=WORDS),
)
_LINKS = st.sampled_from(["", "https://example.org", "http://a.example/b,c;d?e=1&f=%20#g"])
_PICTURES = st.sampled_from(["", "whale.jpg", "pictures/Whale-1.PNG", "my whale, large.jpeg"])
CUES = st.one_of(
    st.builds(
        Music,
        bed=st.one_of(WORDS, st.sampled_from(VERBS)),
        moves=st.lists(_MOVES, min_size=1, max_size=3).map(tuple),
        only=ONLY,
        comment=_COMMENT,
    ),
    st.builds(Sting, asset=WORDS, only=ONLY, comment=_COMMENT),
    st.builds(Chapter, title=WORDS, link=_LINKS, image=_PICTURES, only=ONLY, comment=_COMMENT),
    st.builds(Pause, seconds=SECONDS, only=ONLY, comment=_COMMENT),
    st.tuples(WORDS, SECONDS, st.one_of(st.none(), st.floats(0.5, 1000)), st.one_of(st.just(""), WORDS), ONLY, _COMMENT).map(
        lambda t: Clip(asset=t[0], in_s=t[1], out_s=None if t[2] is None else t[1] + t[2], out_cue=t[3], only=t[4], comment=t[5])
    ),
)
_PARTS = st.builds(Part, name=st.sampled_from(["INTRO", "PIECE", "TAG"]), comment=_COMMENT)
ITEMS: st.SearchStrategy[Item] = st.one_of(SPEECHES, CUES, _PARTS, st.builds(Comment, text=_COMMENT), st.just(Blank()))
_HEADERS = st.one_of(
    st.builds(Header, name=st.sampled_from(["SLUG", "TITLE", "WRITER", "SPONSOR"]), value=_COMMENT, comment=_COMMENT),
    st.just(Header(name="SLOT", value="3:00")),
)
SCRIPTS = st.builds(Script, headers=st.lists(_HEADERS, max_size=4).map(tuple), items=st.lists(ITEMS, max_size=8).map(tuple))

_BOUNDED = settings(deadline=None, max_examples=150)


@_BOUNDED
@given(SCRIPTS)
def test_any_script_reads_back_equal(script: Script) -> None:
    """What to_text writes, parse reads as the same value."""
    assert parse(to_text(script)).script == script


_LINES = st.one_of(
    st.sampled_from(["HOST", "CRITIC", "MUSIC", "CLIP", "TITLE", "PIECE", "host", "Tag", "STING", "NOBODY"]).flatmap(
        lambda name: st.text(max_size=60).map(lambda body: f"{name}: {body}")
    ),
    st.text(max_size=60),
)


@_BOUNDED
@given(st.one_of(st.text(), st.lists(_LINES, max_size=6).map("\n".join)))
def test_any_text_is_a_script_or_a_script_error(text: str) -> None:
    """No text breaks the parser, and what parses prints to a text that is stable and equal."""
    try:
        script = parse(text).script
    except ScriptError:
        return
    printed = to_text(script)
    assert parse(printed).script == script
    assert to_text(parse(printed).script) == printed
