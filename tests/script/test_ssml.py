"""A script as SSML 1.1, and the element rules it is held against."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from segment.script import parse
from segment.script.formats.exporter import Sheet
from segment.script.formats.ssml import Ssml
from segment.script.formats.ssml_rules import NAMESPACE, mistakes


def made(line: str) -> str:
    """One spoken line as SSML."""
    return Ssml().export(Sheet(script=parse(f"PIECE:\n{line}\n").script)).decode()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("HOST: Théroux (tay-ROO) won.", '<sub alias="tay-roo">Théroux</sub> won.'),
        ('HOST: In (Caen)[ipa:"kɑ̃"].', '<phoneme alphabet="ipa" ph="kɑ̃">Caen</phoneme>.'),
        ('HOST: It is (déjà vu)[lang:"fr"].', '<lang xml:lang="fr">déjà vu.</lang>'),
        ("HOST: She +seizes+ it.", '<emphasis level="moderate">seizes</emphasis>'),
        ("HOST: She ++never++ did.", '<emphasis level="strong">never</emphasis>'),
        ("HOST: Well. [400ms] Then.", '<s>Well.</s><break time="400ms"/><s>Then.</s>'),
        ("HOST: It won 40 prizes.", '<sub alias="forty">40</sub>'),
        ("HOST: The BFI did.", '<say-as interpret-as="characters">BFI</say-as>'),
        ('HOST: It is (good)[sub:"rather bad"].', '<sub alias="rather bad">good</sub>'),
        ("HOST: Salt & sand.", 'Salt <sub alias="and">&amp;</sub> sand.'),
        ("PAUSE: 1.5s", '<break time="1500ms"/>'),
        (
            'CLIP: my horn.wav, in 0:12.5, out 0:21, out-cue "aboard"',
            '<audio src="my%20horn.wav" clipBegin="12500ms" clipEnd="21000ms"><desc>Clip my horn.wav, out-cue “aboard”</desc>',
        ),
        ("CHAPTER: The story", '<mark name="chapter-1-the-story"/>'),
    ],
)
def test_each_mark_has_its_element(line: str, expected: str) -> None:
    """Pronouncers, IPA, languages, stress, silences, figures, initialisms and clips each come out as SSML says them."""
    document = made(line)
    assert expected in document
    assert mistakes(document.encode()) == ()


def test_each_role_has_a_voice() -> None:
    """Two roles are two voices with different numbers; what only air plays is not in it."""
    root = ElementTree.fromstring(made("HOST: One.\nCRITIC: Two.\nHOST [air]: Three."))
    voices = [(one.get("name"), one.get("variant")) for one in root.iter(f"{{{NAMESPACE}}}voice")]
    assert voices == [("host", "1"), ("critic", "2")]


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        ("<s>One.<p>Two.</p></s>", "p does not stand in s."),
        ("<s><s>One.</s></s>", "s does not stand in s."),
        ('<sub alias="a"><break/></sub>', "break does not stand in sub."),
        ("<sub>a</sub>", "sub has no alias."),
        ("<phoneme>a</phoneme>", "phoneme has no ph."),
        ('<break time="fast"/>', "break says time is 'fast'."),
        ("<break>a</break>", "break holds text."),
        ('<emphasis level="huge">a</emphasis>', "emphasis says level is 'huge'."),
        ("<say-as>a</say-as>", "say-as has no interpret-as."),
        ("<shout>a</shout>", "shout does not stand in speak."),
        ('<voice accent="x">a</voice>', "voice has an attribute accent."),
        ('<p>a</p><meta name="a" content="b"/>', "meta stands behind what is spoken."),
        ("<w><voice>a</voice></w>", "voice does not stand in w."),
        ("<desc>a</desc>", "desc does not stand in speak."),
        ("<mark/>", "mark has no name."),
        ('<lang xml:lang="french language">a</lang>', "lang says xml:lang is 'french language'."),
    ],
)
def test_a_broken_rule_is_found(inside: str, found: str) -> None:
    """Each kind of rule (where an element stands, what it carries and holds) is held."""
    document = f'<speak version="1.1" xmlns="{NAMESPACE}" xml:lang="en">{inside}</speak>'
    assert found in mistakes(document.encode())


def test_the_root_is_held_too() -> None:
    """A document of another version, or without a language, is not SSML 1.1."""
    assert mistakes(f'<speak version="1.0" xmlns="{NAMESPACE}"/>'.encode()) == (
        "speak has no xml:lang.",
        "speak says version is '1.0'.",
    )
    assert mistakes(b"<speak/>")
