"""The take list as text, as labels, and obeyed."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from segment.errors import VoiceError
from segment.model.take import Aside, Choice, Edit, Heard, Part, Piece, Reading, Sentence
from segment.voice.take.cutting import cut
from segment.voice.take.editing import heeded
from segment.voice.take.label_track import label_track, labelled
from segment.voice.take.list_reading import read_list
from segment.voice.take.list_text import list_text
from segment.voice.take.obeying import obeyed, pairs
from tests.voice.take.conftest import TEXTS
from tests.voice.take.readers import RATE, lines, phrase
from tests.voice.take.recordings import Recording

PARTS = (
    Part(name="monday.wav", fingerprint="a" * 64, start_s=0.0, seconds=60.0),
    Part(name="friday; pick-ups.wav", fingerprint="b" * 64, start_s=60.0, seconds=30.0),
)
ONE = (Part(name="friday.wav", fingerprint="c" * 64, start_s=0.0, seconds=90.0),)


def reading(*spans: tuple[float, float], words: int = 4, confidence: float = 0.9, complete: bool = True) -> Reading:
    """A reading of so many words."""
    return Reading(
        pieces=tuple(Piece(first=n, stop=n + 1, start_s=a, end_s=b) for n, (a, b) in enumerate(spans)),
        words=(Heard(start_s=spans[0][0], end_s=spans[0][1], confidence=confidence),) * words,
        confidence=confidence,
        complete=complete,
    )


def edit(*found: tuple[str, tuple[Reading, ...], int]) -> Edit:
    """What was found: text, readings and the one that is used."""
    return Edit(
        choices=tuple(
            Choice(sentence=Sentence(line="critic-1", words=phrase(text)), readings=readings, used=used)
            for text, readings, used in found
        ),
        seconds=90.0,
        found=1.0,
        manner="voice",
        asides=(Aside(start_s=0.5, end_s=1.5, text="are we rolling"),),
    )


EDIT = edit(
    ("The music is mostly wind.", (reading((2.0, 3.5), complete=False, words=5), reading((4.25, 6.0), words=5)), 1),
    ("It rains; nobody minds it.", (reading((7.0, 8.0), (9.0, 9.9), words=5), reading((61.0, 62.5), words=5)), 1),
    ("You know every string.", (), -1),
)


def starred(text: str) -> list[str]:
    """The lines with a star."""
    return [line for line in text.splitlines() if line.startswith("*")]


def test_a_list_is_read_back_as_it_was_written() -> None:
    """Role, files, sentences and readings, also where a sentence or a file's name has a semicolon in it."""
    found = read_list(list_text("critic", PARTS, EDIT))
    assert not found.edited
    assert (found.role, [file.fingerprint for file in found.files]) == ("critic", ["a" * 64, "b" * 64])
    assert [sentence.text for sentence in found.sentences] == [choice.sentence.text for choice in EDIT.choices]
    assert [[r.used for r in sentence.readings] for sentence in found.sentences] == [[False, True], [False, True], []]
    assert obeyed(EDIT, found, PARTS).edit.choices == tuple(replace(c, listed=bool(c.readings)) for c in EDIT.choices)
    assert not any(r.typed for sentence in found.sentences for r in sentence.readings)


@pytest.mark.parametrize(
    "through",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "  \n"),
        lambda text: text.rstrip("\n"),
    ],
    ids=["Windows", "mark", "spaces", "no last line"],
)
def test_an_editor_that_changes_nothing_edits_nothing(through: object) -> None:
    """Line ends, a byte order mark and spaces behind a line make no list an edited one."""
    assert callable(through)
    assert not read_list(through(list_text("critic", ONE, EDIT))).edited


def test_a_moved_star_is_an_edit_and_obeyed() -> None:
    """The other reading is heard, as it was found, and nothing else changes."""
    text = list_text("critic", PARTS, EDIT).replace("* #1 0:04", "  #1 0:04").replace("  #1 0:02", "* #1 0:02")
    wanted = read_list(text)
    assert wanted.edited
    done = obeyed(EDIT, wanted, PARTS).edit
    assert [choice.used for choice in done.choices] == [0, 1, -1]
    assert done.choices[0].readings == EDIT.choices[0].readings


def test_a_sentence_without_a_star_is_not_heard() -> None:
    """Taking the star away takes the sentence away, though its readings are there."""
    wanted = read_list(list_text("critic", PARTS, EDIT).replace("* #1 0:04.250", "  #1 0:04.250"))
    assert obeyed(EDIT, wanted, PARTS).edit.choices[0].reading is None


def test_typed_times_are_cut_exactly() -> None:
    """Times that a person wrote are those of the cut, in the file that is named, with a dash of any kind."""
    text = list_text("critic", PARTS, EDIT).replace("* #1 0:04.250-0:06.000", "* #2 0:10.5 – :12")
    done = obeyed(EDIT, read_list(text), PARTS)
    used = done.edit.choices[0].reading
    assert used is not None
    assert [(p.start_s, p.end_s, p.exact) for p in used.pieces] == [(70.5, 72.0, True)]
    assert done.untimed == {0}
    again = read_list(list_text("critic", PARTS, done.edit, chosen=True))
    assert again.edited
    assert [r.typed for r in again.sentences[0].readings] == [False, False, True]


def test_a_list_holds_when_the_script_changes_around_it() -> None:
    """A sentence that moved or was written a little otherwise keeps what was chosen; a new one is the tool's to choose."""
    wanted = read_list(
        list_text("critic", PARTS, EDIT).replace("* #1 0:04.250", "  #1 0:04.250").replace("  #1 0:02", "* #1 0:02")
    )
    now = edit(
        ("Nobody has seen this one.", (reading((20.0, 21.0), words=5),), 0),
        ("It rains; nobody minds it.", EDIT.choices[1].readings, 0),
        ("The music is mostly loud wind.", (reading((4.25, 6.0), words=6),), 0),
    )
    done = obeyed(now, wanted, PARTS).edit
    assert [choice.listed for choice in done.choices] == [False, True, True]
    assert [choice.reading.start_s if choice.reading else None for choice in done.choices] == [20.0, 61.0, 2.0]


def test_a_list_of_one_session_holds_beside_another() -> None:
    """The recordings of a list are found by their hashes, wherever they stand among those that are given."""
    alone = replace(EDIT, choices=EDIT.choices[:1])
    wanted = read_list(list_text("critic", PARTS[:1], alone).replace("* ", "  ").replace("  0:02", "* 0:02"))
    later = (replace(PARTS[1], start_s=0.0), replace(PARTS[0], start_s=30.0, name="renamed.wav"))
    shifted = edit(("The music is mostly wind.", (reading((32.0, 33.5), words=5), reading((34.25, 36.0), words=5)), 1))
    assert obeyed(shifted, wanted, later).edit.choices[0].used == 0


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("* about two seconds in", "is no reading"),
        ("* 0:05.0-0:04.0", "is no stretch"),
        ("* #3 0:05.0-0:06.0", "is no stretch"),
        ("* 0:05.x-0:06.0", "is no"),
        ("* 0:02.000-0:03.500", "second star"),
    ],
)
def test_a_mistake_has_its_line(line: str, message: str) -> None:
    """What cannot be obeyed is told with the file, the line and how a reading is written."""
    text = list_text("critic", ONE, EDIT).replace("* 0:04.250", f"{line}\n* 0:04.250")
    with pytest.raises(VoiceError, match=message) as caught:
        read_list(text, "friday.takes.txt")
    assert caught.value.where is not None
    assert caught.value.where.file == "friday.takes.txt"
    assert text.splitlines()[caught.value.where.line - 1].startswith("*")
    assert caught.value.hint


@given(st.text(max_size=300))
def test_any_text_is_a_list_or_a_sentence(text: str) -> None:
    """Whatever stands in the file is read, or refused in a sentence."""
    with suppress(VoiceError):
        assert read_list(text).files


@given(st.lists(st.sampled_from(TEXTS), max_size=6), st.permutations(range(6)))
def test_sentences_are_paired_one_to_one(now: list[str], order: list[int]) -> None:
    """No sentence is two, and one with the same words is found wherever it moved."""
    before = [TEXTS[n] for n in order]
    found = pairs(now, before)
    assert len(set(found.values())) == len(found)
    assert all(before[k] == now[n] for n, k in found.items())
    assert len(found) == len(set(now))


def test_labels_say_what_the_list_says() -> None:
    """A track has each reading of its own file, a star on the one that is heard, and comes back as the same choice."""
    tracks = {n: (part.name, label_track(EDIT, part)) for n, part in enumerate(PARTS)}
    assert [row.split("\t")[2] for row in tracks[0][1].splitlines()] == [
        "(are we rolling)",
        "- 90 % The music is mostly wind.",
        "* The music is mostly wind.",
        "- 90 % (1/2) It rains; nobody minds it.",
        "- 90 % (2/2) It rains; nobody minds it.",
    ]
    assert tracks[1][1] == "1.000000\t2.500000\t* It rains; nobody minds it.\n"
    wanted = labelled("critic", PARTS, EDIT, tracks)
    assert [choice.used for choice in obeyed(EDIT, wanted, PARTS).edit.choices] == [1, 1, -1]
    assert not any(r.typed for sentence in wanted.sentences for r in sentence.readings)


def test_edited_labels_are_obeyed() -> None:
    """A moved end is cut there, a star that was taken away silences, and a track that was not given changes nothing."""
    track = label_track(EDIT, PARTS[0]).replace("4.250000\t6.000000", "4.300000\t5.750000")
    done = obeyed(EDIT, labelled("critic", PARTS, EDIT, {0: ("monday.labels.txt", track)}), PARTS).edit
    assert [(p.start_s, p.end_s) for p in done.choices[0].readings[-1].pieces] == [(4.3, 5.75)]
    assert [choice.used for choice in done.choices] == [2, 1, -1]
    silent = labelled("critic", PARTS, EDIT, {0: ("monday.labels.txt", track.replace("* The", "The"))})
    assert obeyed(EDIT, silent, PARTS).edit.choices[0].used == -1


@pytest.mark.parametrize(
    ("track", "message"),
    [
        ("1.0\t2.0\t* Something else was said here entirely\n", "is no sentence"),
        ("one\ttwo\t* The music is mostly wind.\n", "is no label"),
        ("1.0\t2.0\t* The music is mostly wind.\n4.0\t5.0\t* The music is mostly wind.\n", "a star twice"),
    ],
)
def test_a_mistaken_label_has_its_line(track: str, message: str) -> None:
    """The file and the line, and what a label looks like."""
    with pytest.raises(VoiceError, match=message) as caught:
        labelled("critic", ONE, EDIT, {0: ("friday.labels.txt", track)})
    assert caught.value.where is not None
    assert caught.value.where.line == len(track.splitlines())


def test_what_an_edited_list_chose_is_what_is_heard(edit: Edit, flubbed: Recording) -> None:
    """Of a recording with two readings of a sentence the sound is that of the starred one, and the words have times in it."""
    index = next(n for n, c in enumerate(edit.choices) if len(c.readings) > 1 and c.readings[0].complete)
    whole = Part(name="friday.wav", fingerprint="d" * 64, start_s=0.0, seconds=edit.seconds)
    first = edit.choices[index].readings[0]
    text = list_text("critic", (whole,), edit)
    block = text[text.index(f"SENTENCE: {TEXTS[index]}") :].split("\n\n")[0]
    moved = block.replace("\n* ", "\n  ").replace("\n  ", "\n* ", 1)
    wanted = read_list(text.replace(block, moved))
    script = lines(TEXTS, together=1)
    done = heeded(edit, wanted, lines(TEXTS), flubbed.samples, RATE, (whole,), "en")
    reading_ = done.choices[index].reading
    assert reading_ is not None
    assert abs(reading_.start_s - first.start_s) < 0.25
    made = cut(script, replace(done, choices=tuple(_alone(done))), flubbed.samples, RATE, done.heard)
    line = next(one for one in made.lines if one.id == script[index].id)
    said = [word for word in line.words if word.end > word.start]
    assert len(said) >= 0.8 * len(line.words)
    samples = line.sound.samples[said[0].start : said[-1].end, 0]
    at = round(reading_.start_s * RATE)
    # A word's time falls between two samples, and is rounded in the line and in the recording.
    off = min(float(abs(flubbed.samples[n : n + samples.size] - samples).max()) for n in (at - 1, at, at + 1))
    assert off < 0.02


def _alone(done: Edit) -> list[Choice]:
    return [replace(c, sentence=replace(c.sentence, line=f"critic-{n + 1}")) for n, c in enumerate(done.choices)]
