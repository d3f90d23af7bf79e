"""The tag as bytes, read back by an independent parser and by the tools that radio and podcast people have."""

from __future__ import annotations

import io
import json
import struct

import msgspec
import pytest
from mutagen.id3 import ID3

from segment.errors import PublishError
from segment.model.tags import Tags
from segment.publish.id3 import id3

MARKS = ((0.0, "L'été 🎬"), (60.0, "Introduction to a very, very long title indeed"), (125.0, "Z"))


def frames(tag: bytes) -> list[tuple[str, bytes]]:
    """Names and contents of a v2.3 tag's frames in file order, by the letter of the standard; padding must be zero."""
    size = 0
    for byte in tag[6:10]:
        assert byte < 0x80
        size = size << 7 | byte
    assert tag[:6] == b"ID3\x03\x00\x00"
    assert len(tag) == size + 10
    return list(_walk(tag[10:]))


def _walk(data: bytes):
    while data and data[0]:
        name, length, flags = struct.unpack(">4sIH", data[:10])
        assert flags == 0
        yield name.decode("ascii"), data[10 : 10 + length]
        data = data[10 + length :]
    assert not data.strip(b"\0")


def utf16(text: str) -> bytes:
    """Text with its byte order mark, as mutagen writes it."""
    return b"\xff\xfe" + text.encode("utf-16-le")


def test_every_frame_is_there(tags, timeline, cover):
    """All the metadata stands in its frame: UTF-16 with a byte order mark, addresses in ASCII, the length in milliseconds."""
    content = dict(frames(id3(tags, timeline(181.25), cover=cover, transcript="Zoë: Olé 🎬\n")))
    texts = {name: data[1:].decode("utf-16").rstrip("\0") for name, data in content.items() if name[0] == "T"}
    assert texts == {
        "TIT2": "Film: “L'Été & après” 🎬",
        "TPE1": "Zoë Ångström",
        "TALB": "The Friday Review",
        "TRCK": "7",
        "TCON": "Podcast",
        "TYER": "2026",
        "TDAT": "0903",
        "TLEN": "181250",
        "TLAN": "fra",
        "TCOP": "2026 Radio Example",
        "TGID": "a1b2",
        "TDES": 'She calls it "a quiet film".',
        "TKWD": "film, L'Été & après",
        "TCAT": "TV & Film > Film Reviews",
    }
    assert content["PCST"] == bytes(4)
    assert content["WFED"].rstrip(b"\0") == b"https://example.org/feed.xml"
    assert content["COMM"] == b"\x01fra\xff\xfe\0\0" + utf16('She calls it "a quiet film".\0')
    assert content["USLT"] == b"\x01fra\xff\xfe\0\0" + utf16("Zoë: Olé 🎬\0")
    assert content["WOAF"].rstrip(b"\0") == b"https://example.org/%C3%A9t%C3%A9?a=1&b=2"
    assert content["WXXX"].endswith(content["WOAF"])
    assert content["APIC"] == b"\0image/png\0\x03\0" + cover


def test_empty_values_leave_no_frame(timeline):
    """What is not known is not written."""
    names = [name for name, _ in frames(id3(Tags(title="T"), timeline(), cover=b"", transcript=""))]
    assert names == ["TIT2", "TCON", "TLEN", "TLAN", "PCST"]


def test_chapters_stand_in_order_of_time(tags, timeline, cover):
    """CHAP frames come in order of time whatever their size, each ending where the next starts, the last with the file."""
    found = frames(id3(tags, timeline(181.0, MARKS), cover=cover, transcript=""))
    chapters = [data for name, data in found if name == "CHAP"]
    times = [struct.unpack(">4I", data[data.index(b"\0") + 1 :][:16]) for data in chapters]
    assert times == [
        (0, 60000, 2**32 - 1, 2**32 - 1),
        (60000, 125000, 2**32 - 1, 2**32 - 1),
        (125000, 181000, 2**32 - 1, 2**32 - 1),
    ]
    titles = [dict(_walk(data[data.index(b"\0") + 17 :]))["TIT2"][1:].decode("utf-16").rstrip("\0") for data in chapters]
    assert titles == [title for _, title in MARKS]


def test_contents_list_the_chapters(tags, timeline, cover):
    """One top-level ordered CTOC names the chapters in their order and has a title of its own."""
    found = frames(id3(tags, timeline(181.0, MARKS), cover=cover, transcript=""))
    (contents,) = [data for name, data in found if name == "CTOC"]
    assert contents.startswith(b"toc\0\x03\x03ch0\0ch1\0ch2\0TIT2")
    assert [data.split(b"\0")[0] for name, data in found if name == "CHAP"] == [b"ch0", b"ch1", b"ch2"]


@pytest.mark.parametrize(
    ("date", "year", "day"),
    [("2026-03-09", "2026", "0903"), ("2026", "2026", None), ("", None, None), ("last week", None, None)],
)
def test_dates(timeline, date, year, day):
    """An ISO date becomes TYER and TDAT, a year alone TYER, anything else nothing."""
    tag = ID3(io.BytesIO(id3(Tags(title="T", date=date), timeline(), cover=b"", transcript="")), translate=False)
    assert [str(tag[name]) if name in tag else None for name in ("TYER", "TDAT")] == [year, day]


@pytest.mark.parametrize(
    ("text", "date", "stored"),
    [
        ("Radio Example", "2026-03-09", "2026 Radio Example"),
        ("Copyright © 2025 Radio Example", "2026", "2025 Radio Example"),
        ("(C) Radio Example", "", "Radio Example"),
    ],
)
def test_copyright_begins_with_a_year(timeline, text, date, stored):
    """TCOP begins with a year where one is known, and never says what readers put before it."""
    tag = ID3(io.BytesIO(id3(Tags(title="T", date=date, copyright=text), timeline(), cover=b"", transcript="")), translate=False)
    assert str(tag["TCOP"]) == stored


@pytest.mark.parametrize(
    ("website", "stored"),
    [
        ("https://café.example/a", "https://xn--caf-dma.example/a"),
        ("http://example.org:8080/%20?q=ü#x", "http://example.org:8080/%20?q=%C3%BC#x"),
        ("our website", None),
        ("javascript:alert(1)", None),
        ("http://[bad", None),
        ("", None),
    ],
)
def test_addresses(timeline, website, stored):
    """A web address is stored in ASCII; words that are none are left out."""
    tag = ID3(io.BytesIO(id3(Tags(title="T", website=website), timeline(), cover=b"", transcript="")))
    assert [frame.url for frame in tag.getall("WOAF")] == ([stored] if stored else [])


def test_titles_nobody_should_write(timeline):
    """A title of 5,000 characters is kept; line breaks become spaces, NULs and lone surrogates cannot damage the tag."""
    title = "Ünï\ncode\x00 \ud83d " + "x" * 5000
    tag = ID3(io.BytesIO(id3(Tags(title=title), timeline(), cover=b"", transcript="a\x00b")))
    assert str(tag["TIT2"]) == "Ünï code \ufffd " + "x" * 5000
    assert tag.getall("USLT")[0].text == "ab"


def test_a_cover_must_be_a_picture(tags, timeline):
    """Anything but PNG and JPEG is refused in a sentence; a JPEG is told by its first bytes."""
    with pytest.raises(PublishError, match="neither a PNG nor a JPEG"):
        id3(tags, timeline(), cover=b"GIF89a", transcript="")
    assert b"image/jpeg" in id3(tags, timeline(), cover=b"\xff\xd8\xff\xe0JFIF", transcript="")


def test_the_same_tag_twice(tags, timeline, cover):
    """The same values give the same bytes."""
    first, second = (id3(tags, timeline(181.0, MARKS), cover=cover, transcript="T") for _ in range(2))
    assert first == second


@pytest.mark.tools
def test_ffprobe_reads_chapters_and_tags(tool, tagged, tags, timeline):
    """ffprobe lists the chapters with their times and titles, the date, and the picture."""
    path = tagged(tags, timeline(181.0, MARKS))
    out = json.loads(
        tool("ffprobe", "-v", "error", "-of", "json", "-show_chapters", "-show_format", "-show_streams", path).stdout
    )
    read = [(c["tags"]["title"], float(c["start_time"]), float(c["end_time"])) for c in out["chapters"]]
    assert read == [(MARKS[0][1], 0, 60), (MARKS[1][1], 60, 125), (MARKS[2][1], 125, 181)]
    assert out["format"]["tags"]["date"] == "2026-03-09"
    assert out["format"]["tags"]["title"] == tags.title
    assert [s["width"] for s in out["streams"] if s["codec_type"] == "video"] == [1400]


@pytest.mark.tools
def test_eyed3_reads_the_tag(tool, tagged, tags, timeline):
    """eyeD3 finds the tag, its title, transcript and picture, and complains of nothing."""
    done = tool("eyeD3", "-v", "--no-color", tagged(tags, timeline(181.0, MARKS)))
    assert "ID3 v2.3" in done.stdout
    assert tags.title in done.stdout
    assert "The lighthouse keeper" in done.stdout
    assert "FRONT_COVER Image" in done.stdout
    assert "CHAP x 3" in done.stdout
    assert "WARNING" not in done.stderr.upper()


@pytest.mark.tools
def test_id3v2_lists_the_frames(tool, tagged, tags, timeline):
    """The old id3v2 program sees every frame, the chapters in order."""
    out = tool("id3v2", "-l", tagged(tags, timeline(181.0, MARKS))).stdout
    names = [row[:4] for row in out.splitlines() if row[4:6] == " ("]
    assert " ".join(names) == (
        "TIT2 TPE1 TALB TRCK TCON TYER TDAT TLEN TLAN TCOP COMM USLT WOAF WXXX PCST TGID TDES TKWD TCAT WFED"
        " CTOC CHAP CHAP CHAP APIC"
    )
    assert "TYER (Year): 2026" in out


@pytest.mark.tools
def test_exiftool_finds_nothing_wrong(tool, tagged, tags, timeline):
    """exiftool validates the file and reads album, length, picture and address."""
    (read,) = json.loads(tool("exiftool", "-json", "-validate", "-warning", "-all", tagged(tags, timeline(181.0, MARKS))).stdout)
    assert "Warning" not in read
    assert read["Album"] == "The Friday Review"
    assert read["Length"] == "181 s"
    assert read["PictureMIMEType"] == "image/png"
    assert read["FileURL"] == "https://example.org/%C3%A9t%C3%A9?a=1&b=2"


@pytest.mark.tools
def test_mediainfo_reads_the_tag(tool, tagged, tags, timeline):
    """mediainfo reads performer, date and cover, and the length of the sound, not of the tag."""
    out = json.loads(tool("mediainfo", "--Output=JSON", tagged(tags, timeline(181.0, MARKS))).stdout)
    general = out["media"]["track"][0]
    assert general["Performer"] == "Zoë Ångström"
    assert general["Recorded_Date"] == "2026-03-09"
    assert general["Cover"] == "Yes"
    assert abs(float(general["Duration"]) - 181) < 0.2


@pytest.mark.tools
def test_mp3val_accepts_the_file(tool, tagged, tags, timeline):
    """mp3val finds an ID3v2 tag, MPEG frames, and no problem, also with a title of 5,000 characters."""
    path = tagged(msgspec.structs.replace(tags, title="ü" * 5000), timeline(181.0, MARKS))
    out = tool("mp3val", path).stdout
    assert "WARNING" not in out
    assert "+ID3v2" in out
