"""Every rule for feeds: a feed that breaks it, the document that lists it, and feeds that would do harm."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from segment.model.feed import Channel, Enclosure, FeedItem, FeedSettings, TranscriptLink
from segment.model.sheet import Named, Soundbite
from segment.publish.feed.identity import podcast_guid
from segment.publish.feed.lint import lint
from segment.publish.feed.rss import rss
from segment.publish.feed.rules import RULES

BASE = "https://example.org/friday/"
CHANNEL = Channel(
    title="The Friday Review",
    description="Reviews, <b>every</b> Friday. ]]> & more",
    language="en-CA",
    author="Radio Example",
    link="https://example.org/",
    image=f"{BASE}cover.jpg",
    people=(Named(name="Ann Host", role="host"),),
    settings=FeedSettings(
        url=f"{BASE}feed.xml",
        owner="Radio Example",
        email="desk@example.org",
        licence="cc-by-4.0",
        funding="https://example.org/give",
        update="weekly",
    ),
)


def item(number: int) -> FeedItem:
    """An item with everything in it."""
    place = f"{BASE}review-{number}/"
    return FeedItem(
        title=f"Rust & Bone {'*' * number}" if number < 5 else f"Film no {number}",
        guid=f"0000-{number}",
        published=f"{2026 - number // 300}-{number % 12 + 1:02}-{number % 28 + 1:02}T06:00:00-05:00",
        duration_s=212.4,
        enclosure=Enclosure(url=f"{place}r.mp3", bytes=3_000_000, media_type="audio/mpeg", sha256="ab" * 32),
        alternates=(Enclosure(url=f"{place}r.m4a", bytes=2_000_000, media_type="audio/x-m4a", sha256="cd" * 32),),
        notes="<p>A review.</p>",
        short_notes="<p>A review.</p>",
        link=place,
        season=1,
        episode=number,
        language="en-CA",
        people=(Named(name="Ann Host", role="host"), Named(name="Z. Ångström", role="critic")),
        transcripts=(
            TranscriptLink(url=f"{place}r.vtt", media_type="text/vtt", captions=True),
            TranscriptLink(url=f"{place}r.transcript.html", media_type="text/html", captions=False),
        ),
        chapters=f"{place}r.chapters.json",
        soundbite=Soundbite(start_s=20.0, duration_s=44.5),
        synthetic=number == 1,
    )


GOOD = rss(CHANNEL, [item(2), item(1)], generator="radio-segment")

BROKEN = {
    "FD001": ("</channel>", ""),
    "FD002": ('<rss version="2.0"', '<rss version="0.91"'),
    "FD003": ("channel>", "chanel>"),
    "FD004": ('encoding="UTF-8"', 'encoding="ISO-8859-1"'),
    "FD005": ("dtds/podcast-1.0.dtd", "DTDs/Podcast-1.0.dtd"),
    "FD010": ("<title>The Friday Review</title>", ""),
    "FD011": ("Reviews, <b>every</b> Friday. ]]]]><![CDATA[> & more", ""),
    "FD012": ("Reviews, ", "é" * 2001),
    "FD013": (f'<itunes:image href="{BASE}cover.jpg"/>', ""),
    "FD014": ("<language>en-ca</language>", "<language>English</language>"),
    "FD015": ("itunes:category", "itunes:kategory"),
    "FD016": ('text="Film Reviews"', 'text="film reviews"'),
    "FD017": ("<itunes:explicit>false", "<itunes:explicit>clean"),
    "FD018": ("<itunes:author>Radio Example</itunes:author>", ""),
    "FD019": ("<link>https://example.org/</link>", "<link>our website</link>"),
    "FD020": ('rel="self"', 'rel="alternate"'),
    "FD021": ("<itunes:type>episodic", "<itunes:type>Episodes"),
    "FD022": ("<itunes:type>", "<itunes:owner><itunes:email>a@example.org</itunes:email></itunes:owner><itunes:type>"),
    "FD023": ("cover.jpg", "cover.webp"),
    "FD024": (re.compile(r"<item>.*</item>", re.DOTALL), ""),
    "FD030": ("<title>Rust &amp; Bone *</title>", "<title/>"),
    "FD031": ("<title>Rust &amp; Bone *</title>", "<title>&lt;i&gt;Rust&lt;/i&gt;</title>"),
    "FD032": ("<title>Rust &amp; Bone *</title>", "<title>The Friday Review: Rust</title>"),
    "FD033": (re.compile(r"<enclosure [^>]*review-1[^>]*>"), ""),
    "FD034": ('length="3000000" type="audio/mpeg"/>', 'length="0" type="audio/mpeg"/>'),
    "FD035": ('length="3000000" type="audio/mpeg"/>', 'length="3000000" type="audio/ogg"/>'),
    "FD036": ('enclosure url="https://example.org/friday/review-1/', 'enclosure url="https://example.org/friday/review-2/'),
    "FD037": ('<guid isPermaLink="false">0000-1</guid>', ""),
    "FD038": (">0000-1<", ">0000-2<"),
    "FD039": ('isPermaLink="false"', 'isPermaLink="true"'),
    "FD040": (re.compile(r"<pubDate>[^<]*</pubDate>"), ""),
    "FD041": (re.compile(r"<pubDate>[^<]*</pubDate>"), "<pubDate>2026-03-06</pubDate>"),
    "FD042": (re.compile(r"<pubDate>[^<]*</pubDate>"), "<pubDate>Mon, 06 Mar 2026 06:00:00 +0000</pubDate>"),
    "FD043": ("<itunes:duration>212", "<itunes:duration>212.4"),
    "FD044": ("<itunes:episode>1<", "<itunes:episode>0<"),
    "FD045": ("<itunes:episode>1<", "<itunes:episode>2<"),
    "FD046": ("<description><![CDATA[<p>A review.", "<description><![CDATA[<p>" + "x" * 4000),
    "FD047": ("review-1/r.mp3", "review-1/é.mp3"),
    "FD048": ('enclosure url="https://example.org/friday/review-1', 'enclosure url="review-1'),
    "FD049": ("<description><![CDATA[<p>A review.</p>]]>", "<description><p>A review.</p>"),
    "FD050": ("<title>Rust &amp; Bone *</title>", f"<title>{'x' * 256}</title>"),
    "FD051": ("<description><![CDATA[<p>A review.</p>", "<description><![CDATA[<li>00:00:10 One</li><li>00:01:30 Two</li>"),
    "FD060": (podcast_guid(f"{BASE}feed.xml"), "my-podcast"),
    "FD061": ("<podcast:locked>yes", "<podcast:locked>true"),
    "FD062": (">Z. Ångström<", f">{'x' * 129}<"),
    "FD063": ("<podcast:medium>podcast", "<podcast:medium>radio"),
    "FD064": ('duration="44.500"', 'duration="144.500"'),
    "FD065": ("FREQ=WEEKLY", "every week"),
    "FD066": ("cc-by-4.0", "do what you like"),
    "FD067": ("podcast:source", "podcast:sauce"),
    "FD068": ('type="text/vtt"', 'type="text/plain"'),
    "FD069": ("application/json+chapters", "text/json"),
    "FD070": ('purpose="ai-content">true', 'purpose="ai-content">partly'),
    "FD071": ("sha256-", "md5-"),
    "FD072": ('role="reporter"', 'role="critic"'),
    "FD073": ("<podcast:season>1<", "<podcast:season>2<"),
    "FD074": ('"ai-content">true</podcast:txt>\n<item>', '"ai-content">false</podcast:txt>\n<item>'),
    "FD075": ('default="false"', 'default="true"'),
}


def test_our_own_feed_breaks_no_rule() -> None:
    """A feed with everything in it, written by us, passes our own check."""
    assert lint(GOOD.encode(), "feed.xml") == ()


@pytest.mark.parametrize("code", RULES)
def test_each_rule_is_told_at_its_line(code: str) -> None:
    """A feed that breaks one rule is told so, with the code, a line of the file and a hint."""
    old, new = BROKEN[code]
    bad = old.sub(new, GOOD) if isinstance(old, re.Pattern) else GOOD.replace(old, new)
    assert bad != GOOD
    found = lint(bad.encode("iso-8859-1" if code == "FD004" else "utf-8"), "feed.xml")
    told = [one for one in found if one.code == code]
    assert told, [one.code for one in found]
    for one in told:
        assert (one.where.file, one.level, one.hint) == ("feed.xml", RULES[code].level, RULES[code].hint)
        assert 1 <= one.where.line <= bad.count("\n") + 1
        assert "{}" not in one.message


def test_the_document_and_the_table_agree() -> None:
    """docs/feed.md lists every rule with its level, and no other."""
    page = (Path(__file__).resolve().parents[2] / "docs" / "feed.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| (FD\d{3}) \| (\w+) \|", page, re.MULTILINE) == [(r.code, r.level) for r in RULES.values()]


@pytest.mark.parametrize(
    ("notes", "said"),
    [
        ("00:00 One\n01:00 Two\n(1:02:00) Three", ""),
        ("<p>0:00:00 One</p><p>0:01:00 Two</p>", "has 2 entries"),
        ("0:00 One\n2:00 Two\n1:00 Three", "is not in order of time"),
        ("At 10:30 we begin, and <b>12:00</b> is noon.", ""),
        ("12:30 is when it starts.", ""),
    ],
)
def test_lists_of_times_are_told_from_times(notes: str, said: str) -> None:
    """Only lines that begin with a time are a list of chapters; two of them make one."""
    found = lint(rss(CHANNEL, [replace(item(1), short_notes=notes)], generator="x").encode())
    assert [one.message for one in found] == (
        [f"The list of times in the description of “Rust & Bone *” {said}."] if said else []
    )


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        ("host", 'role="host" group="cast"'),
        ("critic-2", 'role="reporter" group="cast"'),
        ("author", 'role="author" group="writing"'),
        ("co-host", 'role="co-host" group="cast"'),
        ("narrator", 'role="narrator" group="cast"'),
        ("NEIGHBOUR", 'role="guest" group="cast"'),
    ],
)
def test_roles_of_a_show_are_the_namespaces(role: str, shown: str) -> None:
    """Whatever a show calls its people, the feed has groups and roles of the closed table."""
    text = rss(CHANNEL, [replace(item(1), people=(Named(name="A. B.", role=role),))], generator="x")
    assert f"<podcast:person {shown}>A. B.</podcast:person>" in text
    assert lint(text.encode()) == ()


HOSTILE = {
    "many laughs": '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    '<rss version="2.0"><channel><title>&c;</title></channel></rss>',
    "a file": '<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    '<rss version="2.0"><channel><title>&f;</title></channel></rss>',
    "deep": "<rss>" * 5000 + "</rss>" * 5000,
    "nothing": "",
    "zeros": "\0\0\0\0",
    "a page": "<!doctype html><p>Not found<br>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_xml_is_told_and_not_obeyed(name: str) -> None:
    """No entity is expanded and no file read; whatever comes, there are notes and no traceback."""
    found = lint(HOSTILE[name].encode(), "bad.xml")
    assert found
    assert "root:" not in "".join(one.message for one in found)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(GOOD) - 1), st.integers(0, 60), st.text(max_size=6))
def test_a_damaged_feed_never_stops_the_check(at: int, length: int, instead: str) -> None:
    """Any piece cut out of a feed, anything put in: the check answers."""
    lint((GOOD[:at] + instead + GOOD[at + length :]).encode("utf-8", "surrogatepass"), "feed.xml")


@settings(max_examples=40, deadline=None)
@given(title=st.text(min_size=1, max_size=40), notes=st.text(max_size=80))
def test_whatever_is_said_comes_back_from_the_feed(title: str, notes: str) -> None:
    """Markup, ``]]>`` and control characters in words leave a well-formed feed that says those words."""
    one = replace(item(1), title=title, notes=notes, short_notes=notes)
    root = etree.fromstring(rss(CHANNEL, [one], generator="x").encode())
    said = root.findtext("channel/item/title") or ""
    printable = "".join(c for c in title if c.isprintable() and ord(c) < 0x7F).split()
    assert all(word in said for word in printable if word.isalnum() and title.isascii())


def test_the_id_is_the_namespaces_own() -> None:
    """The published example of the namespace comes out."""
    assert podcast_guid("https://podnews.net/rss") == podcast_guid("podnews.net/rss/") == "9b024349-ccf0-5f69-a609-6b82873eab3c"


def test_a_thousand_episodes_are_written_and_checked_in_time() -> None:
    """1,000 items are written in under 2 s and checked in under 5 s."""
    items = [item(number) for number in range(1, 1001)]
    begun = time.process_time()
    text = rss(CHANNEL, items, generator="x")
    written = time.process_time()
    assert lint(text.encode()) == ()
    assert written - begun < 2
    assert time.process_time() - written < 5


def test_two_readers_of_podcasts_read_it(tmp_path: Path) -> None:
    """feedparser and podcastparser see both items with enclosure, length and id, and feedparser finds nothing wrong."""
    feedparser = pytest.importorskip("feedparser")
    podcastparser = pytest.importorskip("podcastparser")
    seen = feedparser.parse(GOOD.encode())
    assert not seen.bozo
    assert [(e.title, e.id, e.enclosures[0].length) for e in seen.entries] == [
        ("Rust & Bone **", "0000-2", "3000000"),
        ("Rust & Bone *", "0000-1", "3000000"),
    ]
    path = tmp_path / "feed.xml"
    path.write_text(GOOD, encoding="utf-8")
    with path.open("rb") as stream:
        parsed = podcastparser.parse(f"{BASE}feed.xml", stream)
    assert [e["total_time"] for e in parsed["episodes"]] == [212, 212]
    assert [(e["season"], e["number"]) for e in parsed["episodes"]] == [(1, 2), (1, 1)]
    assert [(e.itunes_season, e.itunes_episode) for e in seen.entries] == [("1", "2"), ("1", "1")]
    assert parsed["episodes"][1]["enclosures"][0]["url"] == f"{BASE}review-1/r.mp3"


@pytest.mark.parametrize("name", ["example.xml"])
def test_the_namespaces_example_feed_is_read(samples: Path, name: str) -> None:
    """The Podcasting 2.0 example is understood: what is told of it is true of it."""
    found = lint((samples / "podcast" / name).read_bytes(), name)
    assert {one.code for one in found} == {"FD020", "FD060", "FD022", "FD032"}
