"""Captions."""

from __future__ import annotations

import io
import re
from itertools import pairwise

import msgspec
import webvtt
from hypothesis import given, settings
from hypothesis import strategies as st

from segment.model.sound import Word
from segment.model.timeline import Timeline, Voiced
from segment.publish.text import one_line
from segment.publish.vtt import cues, vtt

NAMES = {"critic": "Zoë <Ångström> & co"}


def read_back(text: str) -> list[webvtt.Caption]:
    """The captions as webvtt-py reads them."""
    return list(webvtt.from_buffer(io.StringIO(text)))


def test_an_outside_reader_sees_every_word_and_voice(timeline):
    """webvtt-py reads back all the words in order, each cue with its speaker."""
    programme = timeline()
    captions = read_back(vtt(programme, NAMES))
    assert {caption.voice for caption in captions} == {"Host", "Zoë &lt;Ångström&gt; &amp; co"}
    words = " ".join(caption.text for caption in captions).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert words.split() == " ".join(line.text for line in programme.voiced).split()


def test_text_cannot_break_the_file(line, timeline):
    """Arrows, tags, ampersands and line breaks in a line or a name stay text."""
    nasty = line("a --> b <v Other> &amp; NOTE \x00 00:01.000 --> 00:02.000")
    text = vtt(timeline(lines=(nasty,)), {"critic": "A>\n\nB --> C"})
    blocks = text.strip().split("\n\n")
    assert blocks[0] == "WEBVTT"
    for block in blocks[1:]:
        timing, payload = block.split("\n")
        assert re.fullmatch(r"\d\d:\d\d:\d\d\.\d{3} --> \d\d:\d\d:\d\d\.\d{3}", timing)
        assert re.fullmatch(r"<v A&gt; B --&gt; C>[^<>]+", payload)


def test_cues_break_at_sentences_and_phrases(line, timeline):
    """Sentences that fill a line stand alone; a longer one breaks at its commas; a word of one letter is not left over."""
    text = (
        "She's a gorgeous whale handler at a marine park. He's a boxer, with a kid, Sam, and a bad attitude. "
        "They meet at a nightclub that nobody has cleaned since March, where Ali is working as a bouncer."
    )
    assert [cue.text for cue in cues(timeline(lines=(line(text),)), {})] == [
        "She's a gorgeous whale handler at a marine park.",
        "He's a boxer, with a kid, Sam, and a bad attitude.",
        "They meet at a nightclub that nobody has cleaned since March,",
        "where Ali is working as a bouncer.",
    ]


def test_a_sentence_does_not_leave_its_first_word_with_the_last(line, timeline):
    """A sentence too long for a line begins a cue, although its first word would have had room in the one before."""
    text = (
        "Every shot is a sentence, and none of them is too long. "
        "Tolland has never been funnier than she is when she says nothing at all."
    )
    shown = [cue.text for cue in cues(timeline(lines=(line(text),)), NAMES)]
    assert shown[0] == "Every shot is a sentence, and none of them is too long."
    assert shown[1].startswith("Tolland has never been")


def test_an_abbreviation_ends_no_sentence(line, timeline):
    """ "Dr." stays with the name after it where the reader makes no pause, and a sentence's last word is not left to the next."""
    said = line(
        "The part of the village physician, which is a small one, goes to Dr. Watson. He makes the most of every minute of it."
    )
    unpaused = timeline(lines=(msgspec.structs.replace(said, words=(), timed=False),))
    assert [cue.text for cue in cues(unpaused, {})] == [
        "The part of the village physician,",
        "which is a small one, goes to Dr. Watson.",
        "He makes the most of every minute of it.",
    ]


def test_cues_stand_long_enough_and_not_too_long(timeline):
    """At a reader's pace every cue stands from one to seven seconds."""
    lengths = [cue.end - cue.start for cue in cues(timeline(), {})]
    assert len(lengths) > 5
    assert min(lengths) >= 1000
    assert max(lengths) <= 7000


def test_a_short_line_is_held_until_the_next(line, timeline):
    """A line of one word stays for a second where there is room, and only until the next begins where there is not."""
    lines = (line("No.", role="host", start_s=1.0), line("Yes.", start_s=1.5), line("Well.", role="host", start_s=5.0))
    assert [(cue.start, cue.end) for cue in cues(timeline(lines=lines), {})] == [(1000, 1500), (1500, 2500), (5000, 6000)]


def test_a_take_without_word_times_is_shared_out(line, timeline):
    """Words without times get theirs in proportion to the text, over the whole of the line."""
    take = line("One two three four. " * 8, timed=False, start_s=2.0)
    result = cues(timeline(lines=(take,)), {})
    assert result[0].start == 2000
    assert abs(result[-1].end - take.end * 1000 / 22_050) <= 1
    assert " ".join(cue.text for cue in result).split() == take.text.split()
    middle = next(cue for cue in result if cue.end > (result[0].start + result[-1].end) / 2)
    assert result.index(middle) in {len(result) // 2 - 1, len(result) // 2}


def test_an_address_longer_than_a_line_is_cut(line, timeline):
    """A word that no line can hold comes in parts of at most 65 characters, none lost."""
    address = "https://example.org/" + "abcdefghij" * 15
    result = cues(timeline(lines=(line(f"See {address} today."),)), {})
    assert max(len(cue.text) for cue in result) <= 65
    assert "".join(cue.text for cue in result).replace(" ", "") == f"See{address}today."


def test_nobody_speaking_is_an_empty_file(timeline):
    """A programme without speech is a valid file without cues."""
    assert vtt(timeline(lines=()), {}) == "WEBVTT\n"


@st.composite
def spoken_lines(draw: st.DrawFn) -> tuple[Voiced, ...]:
    """Lines in order of time whose words may touch, overlap a little, last no time at all, or have no times."""
    at, lines = 0, []
    for number in range(draw(st.integers(1, 4))):
        at += draw(st.integers(0, 3000))
        start, words = at, []
        for text in draw(st.lists(st.text(st.characters(codec="utf-8"), min_size=1, max_size=90), min_size=1, max_size=25)):
            length = draw(st.integers(0, 1500))
            words.append(Word(text=text, start=max(start, at - draw(st.integers(0, 50))), end=at + length))
            at += length
        timed = draw(st.booleans())
        lines.append(
            Voiced(
                id=f"critic-{number}",
                role="critic",
                voice="test",
                part="PIECE",
                text=" ".join(word.text for word in words),
                start=start,
                end=at,
                gain_db=0.0,
                words=tuple(words) if timed else (),
                timed=timed,
            )
        )
    return tuple(lines)


@settings(deadline=None, max_examples=150)
@given(lines=spoken_lines())
def test_laws_of_captions(lines):
    """Whatever is said: cues ascend, never overlap, fit a line, and hold all that is said once, in order."""
    last = lines[-1].end + 1
    result = cues(Timeline(deliverable="podcast", rate=1000, frames=last, voiced=lines), {})
    assert all(cue.start < cue.end for cue in result)
    assert all(left.end <= right.start for left, right in pairwise(result))
    assert all(cue.text and len(cue.text) <= 65 for cue in result)
    heard = "".join(one_line(word) for line in lines for word in ([w.text for w in line.words] or [line.text]))
    assert "".join(cue.text for cue in result).replace(" ", "") == heard.replace(" ", "")
