"""What every form that a script goes out in promises, held against each that is registered."""

from __future__ import annotations

import io
import re
import zipfile
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from segment.errors import ScriptError
from segment.model.script import Break, Part, Script, Speech, Text
from segment.script import parse
from segment.script.formats.exporter import Sheet
from segment.script.formats.json_form import from_json
from segment.script.formats.ssml_rules import mistakes
from segment.script.formats.table import EXPORTERS, exporter, named_by
from segment.script.formats.word_in import docx_text
from tests.script.test_round_trip import SCRIPTS

SCRIPT = """\
SLUG: NIGHT-FERRY
TITLE: The Night Ferry
SLOT: 1:30
DATE: 27 November

INTRO:
MUSIC: first-light, establish 4s, under
HOST [podcast]: A ferry leaves at midnight. [400ms] It has not come back.

PIECE:
MUSIC: first-light, sneak out
CHAPTER: The crossing
CRITIC: Ingrid Solheim (SOHL-hime) steers, and she +steers+ (badly)[sub:"rather badly"]. ; bridge
CLIP: ferry-horn.wav, in 0:12.5, out 0:21, out-cue "all aboard"
PAUSE: 1.5s
CRITIC: It won 40 prizes at the BFI in (Caen)[ipa:"kɑ̃"], and (déjà vu)[lang:"fr"] is what it is.

TAG:
HOST: That is all.
"""
SHEET = Sheet(script=parse(SCRIPT).script, people={"critic": "Ann Roe"}, show="Fridays", role="critic")
PAGES = tuple(name for name, form in EXPORTERS.items() if form.suffix == ".html")
HOSTILE = "</script><script>alert(1)</script><img src=\"x\" onerror='a()'>&amp;<b>"
_BOUNDED = settings(deadline=None, max_examples=60)


class _Elements(HTMLParser):
    """What a browser would find in a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def hostile() -> Script:
    """A script that tries to be markup wherever its words come out."""
    text = f"SLUG: {HOSTILE}\nTITLE: {HOSTILE}\nPIECE:\nCHAPTER: {HOSTILE}\n"
    speech = Speech(role="host", spans=(Text(text=HOSTILE), Break(ms=10)), comment=HOSTILE)
    script = parse(text).script
    return Script(headers=script.headers, items=(*script.items, speech))


@pytest.mark.parametrize("form", EXPORTERS)
def test_a_form_has_the_shape(form: str) -> None:
    """Each form says its suffix, its media type and what it is, and is found by its name."""
    made = exporter(form)
    assert re.fullmatch(r"\.[a-z]+", made.suffix)
    assert "/" in made.media_type
    assert made.what
    assert EXPORTERS[named_by(f"x{made.suffix}")].suffix == made.suffix


def test_a_form_nobody_knows_is_a_sentence() -> None:
    """A slip in a form's name is answered with the nearest one, as a mistake in the command."""
    with pytest.raises(ScriptError) as raised:
        exporter("papre")
    assert "Did you mean paper?" in raised.value.hint
    assert raised.value.exit_code == 2


@pytest.mark.parametrize("form", EXPORTERS)
def test_a_form_is_steady_and_not_empty(form: str) -> None:
    """The same sheet gives the same bytes, even when nothing stands in the script."""
    assert exporter(form).export(SHEET) == exporter(form).export(SHEET)
    assert isinstance(exporter(form).export(Sheet(script=Script(items=(Part(name="PIECE"),)))), bytes)
    exporter(form).export(Sheet(script=Script()))


@pytest.mark.parametrize("form", [form for form in EXPORTERS if form != "docx"])
def test_every_spoken_word_is_in_it(form: str) -> None:
    """No form loses a word of anybody's."""
    made = exporter(form).export(SHEET).decode()
    for word in ("midnight", "Solheim", "steers", "badly", "prizes", "Caen", "That", "all"):
        assert word in made, word


@pytest.mark.parametrize("form", EXPORTERS)
@_BOUNDED
@given(script=SCRIPTS)
def test_any_script_can_be_exported(form: str, script: Script) -> None:
    """Whatever a script says, each form can be made of it and is what it claims to be."""
    made = exporter(form).export(Sheet(script=script, people={"critic": HOSTILE}, voices={"host": HOSTILE}))
    if form == "docx":
        with zipfile.ZipFile(io.BytesIO(made)) as package:
            for name in package.namelist():
                ElementTree.fromstring(package.read(name))
    elif form == "ssml":
        assert mistakes(made) == ()
    elif form == "json":
        assert from_json(made) == script
    elif form == "text":
        assert parse(made.decode()).script == script
    else:
        assert "</html>" in made.decode()


@pytest.mark.parametrize("form", ["docx"])
def test_a_document_reads_back_as_the_script(form: str) -> None:
    """A script that went out as a Word document comes back equal, cue for cue."""
    assert parse(docx_text(exporter(form).export(SHEET))).script == SHEET.script


@pytest.mark.parametrize("form", PAGES)
def test_nothing_in_a_script_becomes_markup(form: str) -> None:
    """Tags in titles, names and lines are shown as they are written, and only our own script may run."""
    sheet = Sheet(script=hostile(), people={"host": HOSTILE}, show=HOSTILE, date=HOSTILE, language='en" onload="x')
    page = _Elements(exporter(form).export(sheet).decode())
    names = [tag for tag, _ in page.tags]
    assert not {"img", "b", "iframe", "object", "link"} & set(names)
    assert names.count("script") == (1 if form == "prompter" else 0)
    assert not [key for _, attrs in page.tags for key in attrs if key.startswith("on")]
    assert "alert(1)" in "".join(page.words)


@pytest.mark.parametrize("form", PAGES)
def test_a_page_stands_alone(form: str) -> None:
    """A page says its language and its policy, and asks the network for nothing."""
    made = exporter(form).export(SHEET).decode()
    page = _Elements(made)
    policy = next(attrs["content"] for tag, attrs in page.tags if attrs.get("http-equiv") == "Content-Security-Policy")
    assert policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert ("html", {"lang": "en"}) in page.tags
    assert not [attrs for _, attrs in page.tags if {"src", "href", "style"} & set(attrs)]
    assert not re.search(r"https?:|//[a-z]|@import|url\(", made)
