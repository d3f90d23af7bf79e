"""A script back from a Word document, as its editor left it."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings

from segment.errors import ScriptError
from segment.model.script import Script
from segment.script import parse, to_text
from segment.script.differences import differences
from segment.script.formats.exporter import Sheet
from segment.script.formats.word import Word
from segment.script.formats.word_in import docx_text, is_docx
from tests.contracts.test_script_forms import SCRIPT
from tests.script.test_round_trip import SCRIPTS

_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def document(body: str) -> bytes:
    """A document of this body."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", f'<w:document xmlns:w="{_SPACE}"><w:body>{body}</w:body></w:document>')
    return out.getvalue()


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


@settings(deadline=None, max_examples=100)
@given(SCRIPTS)
def test_any_script_comes_back_equal(script: Script) -> None:
    """Text to document to text is the same script, whatever stands in it."""
    made = Word().export(Sheet(script=script))
    assert is_docx(made)
    assert to_text(parse(docx_text(made)).script) == to_text(script)


def test_another_library_opens_it() -> None:
    """python-docx reads the document: its paragraphs, their styles, and the source in bold."""
    docx = pytest.importorskip("docx", reason="python-docx is not installed: pip install 'radio-segment[test]'")
    opened = docx.Document(io.BytesIO(Word().export(Sheet(script=parse(SCRIPT).script, language="en-GB"))))
    spoken = [p for p in opened.paragraphs if p.style.name == "Script line"]
    assert [p.runs[0].text for p in spoken] == ["HOST [podcast]:", "CRITIC:", "CRITIC:", "HOST:"]
    assert all(p.runs[0].bold for p in spoken)
    assert opened.core_properties.title == "The Night Ferry"


def test_a_document_saved_by_another_library_comes_back() -> None:
    """A copy that python-docx wrote anew, with bold words and a comment in it, says the same."""
    docx = pytest.importorskip("docx", reason="python-docx is not installed: pip install 'radio-segment[test]'")
    script = parse(SCRIPT).script
    opened = docx.Document(io.BytesIO(Word().export(Sheet(script=script))))
    line = next(p for p in opened.paragraphs if "midnight" in p.text)
    line.runs[-1].bold = True
    opened.add_comment(line.runs[-1], text="HOST: Is that so?", author="A. Producer")
    out = io.BytesIO()
    opened.save(out)
    assert parse(docx_text(out.getvalue())).script == script


def test_tracked_changes_are_accepted() -> None:
    """What was put in is there, what was taken out is not, and a paragraph whose end was taken out goes on in the next."""
    deleted_end = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    made = document(
        f"<w:p>{run('PIECE:')}</w:p>"
        f"<w:p>{run('CRITIC: It is ')}"
        f"<w:del><w:r><w:delText>not </w:delText></w:r></w:del><w:ins>{run('very ')}</w:ins>{run('long.')}</w:p>"
        f"<w:p>{deleted_end}{run('HOST: One')}</w:p><w:p>{run(' and two.')}</w:p>"
        f"<w:p><w:moveFrom>{run('HOST: Elsewhere.')}</w:moveFrom></w:p><w:p><w:moveTo>{run('HOST: Here.')}</w:moveTo></w:p>"
    )
    assert docx_text(made) == "PIECE:\nCRITIC: It is very long.\nHOST: One and two.\n\nHOST: Here.\n"


def test_what_an_editor_does_to_the_look_changes_nothing() -> None:
    """Bold words, split paragraphs, soft line ends, tabs, hidden words and notes read as the plain script."""
    made = document(
        f"<w:p>{run('Piece:', '<w:b/>')}</w:p><w:p>{run('CRITIC:', '<w:b/>')}"
        f"<w:r><w:tab/></w:r>{run('It is ')}{run('long', '<w:i/>')}</w:p>"
        f"<w:p>{run('and wide')}<w:r><w:br/></w:r>{run('and deep.')}{run(' Not this.', '<w:vanish/>')}"
        f'<w:r><w:footnoteReference w:id="2"/></w:r><w:commentRangeStart w:id="0"/></w:p>'
    )
    assert parse(docx_text(made)).script == parse("PIECE:\nCRITIC: It is long and wide and deep.\n").script


def test_sources_may_stand_in_a_column() -> None:
    """A table with who speaks at the left and what is said at the right reads as lines."""
    row = "<w:tr><w:tc><w:p>{}</w:p></w:tc><w:tc><w:p>{}</w:p></w:tc></w:tr>"
    rows = row.format(run("HOST"), run("Good morning.")) + row.format(run("Critic:"), run("Hello."))
    assert docx_text(document(f"<w:tbl>{rows}</w:tbl>")) == "HOST: Good morning.\nCritic: Hello.\n"


@pytest.mark.parametrize("data", [b"PK\x03\x04word/ broken", Word().export(Sheet(script=Script()))[:300]])
def test_a_broken_document_is_a_sentence(data: bytes) -> None:
    """A document that breaks off is a script's error that says what to do."""
    with pytest.raises(ScriptError) as raised:
        docx_text(data, name="x.docx")
    assert raised.value.hint


def test_differences_are_those_of_the_words() -> None:
    """A changed, a new and a missing line are shown with their places; curly quotation marks and wraps are no change."""
    old = parse(SCRIPT)
    new = parse(
        SCRIPT.replace("A ferry leaves at midnight", "A ferry\nleaves at noon")
        .replace("PAUSE: 1.5s\n", "")
        .replace("HOST: That is all.", "HOST: That is all.\nHOST: Bye.")
        .replace('"all aboard"', "“all aboard”")
    )
    found = differences(old, new)
    assert [(one.line_before, one.line_after) for one in found] == [(8, 8), (15, 0), (0, 20)]
    assert "midnight" in found[0].before
    assert "noon" in found[0].after
    assert found[2].after == "HOST: Bye."
