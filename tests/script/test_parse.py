"""Reading a script: values, places of mistakes, and what a trip through Word or a mail program does not change."""

from __future__ import annotations

import pickle

import pytest

from segment.errors import ScriptError, Where
from segment.model.script import (
    Blank,
    Break,
    Chapter,
    Clip,
    Comment,
    Header,
    Marked,
    Move,
    Music,
    Part,
    Pause,
    Pronounced,
    Script,
    Speech,
    Stress,
    Text,
)
from segment.script import examine, parse

CLEAN = """\
SLUG: NIGHT-FERRY
TITLE: The Night Ferry
SLOT: 1:30

INTRO:
MUSIC: first-light, establish 4s, under
HOST [podcast]: A ferry leaves at midnight. [400ms] It has not come back.

PIECE:
MUSIC: first-light, sneak out
CRITIC: Ingrid Solheim (SOHL-hime) steers, and she steers (badly)[sub:"rather badly"]. ; bridge
CLIP: ferry-horn.wav, in 0:12.5, out 0:21, out-cue "all aboard"
PAUSE: 1.5s

TAG:
HOST: That is all.
"""


def spans(line: str) -> tuple[object, ...]:
    """The spans of one spoken line."""
    (speech,) = parse(f"HOST: {line}\n").script.items
    assert isinstance(speech, Speech)
    return speech.spans


def test_a_script_becomes_its_values() -> None:
    """Headers, parts, cues, spoken lines, comments and blanks come out in order with their lines."""
    parsed = parse(CLEAN, file="script.txt")
    items = parsed.script.items
    assert parsed.script.headers[2] == Header(name="SLOT", value="1:30")
    assert items[0] == Blank()
    assert items[1] == Part(name="INTRO")
    assert items[2] == Music(bed="first-light", moves=(Move(verb="establish", seconds=4.0), Move(verb="under")))
    assert items[3] == Speech(
        role="host",
        only="podcast",
        spans=(Text(text="A ferry leaves at midnight. "), Break(ms=400), Text(text=" It has not come back.")),
    )
    assert items[7] == Speech(
        role="critic",
        comment="bridge",
        spans=(
            Text(text="Ingrid "),
            Pronounced(text="Solheim", respelling="SOHL-hime"),
            Text(text=" steers, and she steers "),
            Marked(text="badly", key="sub", value="rather badly"),
            Text(text="."),
        ),
    )
    assert items[8] == Clip(asset="ferry-horn.wav", in_s=12.5, out_s=21.0, out_cue="all aboard")
    assert items[9] == Pause(seconds=1.5)
    assert parsed.lines[:4] == (4, 5, 6, 7)
    assert parsed.findings == ()


_DAMAGE = {
    "curly quotation marks": lambda t: t.replace('"rather badly"', "“rather badly”").replace('"all aboard"', "„all aboard”"),
    "guillemets with no-break spaces": lambda t: t.replace('"all aboard"', "«\u00a0all aboard\u00a0»"),
    "no-break spaces": lambda t: t.replace(" ", "\u00a0"),
    "en dashes in cues": lambda t: t.replace("first-light", "first–light").replace("out-cue", "out–cue").replace("y-h", "y‑h"),
    "dashes in a pronouncer": lambda t: t.replace("SOHL-hime", "SOHL–hime"),
    "mixed case": lambda t: (
        t.replace("HOST", "Host").replace("MUSIC", "Music").replace("PIECE", "Piece").replace("TITLE", "Title")
    ),
    "hard wraps": lambda t: t.replace("midnight. [400ms] It", "midnight.\n[400ms]\nIt").replace("out 0:21, ", "out 0:21,\n   "),
    "byte order mark": lambda t: "\ufeff" + t,
    "CR LF": lambda t: t.replace("\n", "\r\n"),
    "old Macintosh line ends": lambda t: t.replace("\n", "\r"),
    "indentation": lambda t: "".join(f"\t  {line}\n" for line in t.splitlines()),
    "trailing spaces": lambda t: t.replace("\n", "  \n"),
    "form feeds": lambda t: t.replace("PIECE:", "\fPIECE:").replace("That is", "That\fis"),
    "soft line ends": lambda t: t.replace("midnight. ", "midnight.\v"),
    "space before the colon": lambda t: t.replace("CRITIC:", "CRITIC :").replace("HOST [podcast]:", "HOST[Podcast] :"),
}


@pytest.mark.parametrize("damage", _DAMAGE)
def test_damage_by_word_and_mail_programs_reads_equal(damage: str) -> None:
    """A copy damaged on its way reads as the clean script."""
    damaged = _DAMAGE[damage](CLEAN)
    assert damaged != CLEAN
    assert parse(damaged).script == parse(CLEAN).script


@pytest.mark.parametrize(
    ("text", "line", "column", "found", "allowed"),
    [
        ("INTRO:\nHSOT: Hello.\n", 2, 1, "HSOT", "Did you mean HOST?"),
        ("HSOT: Good morning.\nINTRO:\n", 1, 1, "HSOT", "Did you mean HOST?"),
        ("INTRO:\nNARRATOR: Hello.\n", 2, 1, "NARRATOR", "CRITIC, HOST"),
        ("HOST: Hello.\nNASA: a word in a wrapped line\n", 2, 1, "NASA", "\\ before the colon"),
        ("HOST: Hello.\n\n  Who says this?\n", 3, 3, "Who says this?", "HOST:"),
        ("HOST: One. ; note\nTwo.\n", 2, 1, "Two.", "HOST:"),
        ("PIECE: Hello.\n", 1, 8, "Hello.", "PIECE: alone"),
        ("CHAPTER: The story\nwords\n", 2, 1, "words", "HOST:"),
        ("host: Hello.\n", 1, 1, "host:", "HOST:"),
        ("HOST [web]: Hello.\n", 1, 1, "[web]", "[air], [podcast]"),
        ("HOST [podcsat]: Hello.\n", 1, 1, "[podcsat]", "Did you mean podcast?"),
        ("INTRO [air]:\n", 1, 1, "[air]", "HOST [podcast]:"),
        ("HOST:\n", 1, 1, "HOST has nothing to say", "delete the line"),
        ("HOST: Hello.\nTITLE: Late\n", 2, 1, "TITLE", "top of the script"),
        ("SLOT: three\n", 1, 7, "three", "3:00"),
        ("MUSIC: intro, snek out\n", 1, 15, "snek out", "Did you mean sneak out?"),
        ("MUSIC: intro, under 4s\n", 1, 15, "4s", "nothing behind it"),
        ("MUSIC: intro, fade slowly\n", 1, 15, "slowly", "a time such as 4s"),
        ("MUSIC: intro\n", 1, 8, "what the bed is to do", "establish N"),
        ("MUSIC: sneak out\n", 1, 8, "which bed", "The bed comes first"),
        ("MUSIC: intro, cross to\n", 1, 15, "which bed", "cross to BED"),
        ("STING:\n", 1, 7, "does not name a sound", "STING: NAME"),
        ("STING: swish, loud\n", 1, 15, "loud", "one name"),
        ("CLIP: a.wav, from 3\n", 1, 14, "from 3", "in 0:12.5"),
        ("CLIP: a.wav, in 9, out 3\n", 1, 7, "before it comes in", "later"),
        ("CLIP: a.wav, in 1, in 2\n", 1, 20, "twice", "out"),
        ('CLIP: "a.wav" b\n', 1, 7, '"a.wav" b', "CLIP: NAME"),
        ("CHAPTER:\n", 1, 9, "no title", "CHAPTER: The story"),
        ("CHAPTER: The story, link www.example.org\n", 1, 10, "www.example.org", "https://"),
        ("CHAPTER: The story, image whale.gif\n", 1, 10, "whale.gif", ".png"),
        ("PAUSE: a while\n", 1, 8, "a while", "PAUSE: 1.5s"),
        ("HOST: Well [sic] then.\n", 1, 12, "[sic]", "\\["),
        ("HOST: Well [500 then.\n", 1, 12, "not closed", "[500ms]"),
        ("HOST: Well [40s] then.\n", 1, 12, "[40s]", "[500ms]"),
        ('HOST: (Well)[emphasis:"strong"] then.\n', 1, 7, "emphasis", "[sub:"),
        ('HOST: (Well)[lnag:"fr"] then.\n', 1, 7, "lnag", "Did you mean lang?"),
        ('HOST: Well [lang:"fr"] then.\n', 1, 12, "right behind its text", "(text)"),
        ('HOST: (Well)[sub:"a";lang:"fr"] then.\n', 1, 7, "more than one key", "[sub:"),
        ("HOST: (koh-tee-YAR) is how.\n", 1, 7, "koh-tee-YAR", "right behind plain words"),
        ("HOST: One line\ngoes on [oops] here.\n", 2, 9, "[oops]", "[500ms]"),
    ],
)
def test_a_mistake_says_where_what_and_what_is_allowed(text: str, line: int, column: int, found: str, allowed: str) -> None:
    """A mistake is a ScriptError with file, line and column that names what was found and what is allowed."""
    with pytest.raises(ScriptError) as raised:
        parse(text, file="s.txt")
    assert raised.value.where == Where(file="s.txt", line=line, column=column)
    assert found in raised.value.message
    assert allowed in raised.value.hint
    assert raised.value.exit_code == 1


def test_all_mistakes_come_at_once() -> None:
    """Three mistakes make one error that lists all three with their lines, and it survives pickling."""
    with pytest.raises(ScriptError) as raised:
        parse("INTRO:\nHSOT: Hello.\nMUSIC: intro, snek out\nHOST: Fine.\nHOST: Not [fine].\n", file="s.txt")
    shown = str(pickle.loads(pickle.dumps(raised.value)))
    assert "3 mistakes" in shown
    for place in ("s.txt:2:1", "s.txt:3:15", "s.txt:5:11"):
        assert place in shown


def test_examine_hands_back_what_could_be_read() -> None:
    """With a mistake in it, the rest of a script still comes back beside the mistakes."""
    parsed = examine("INTRO:\nHSOT: Hello.\nHOST: Fine.\n")
    assert [f.level for f in parsed.findings] == ["error"]
    assert parsed.script.items == (Part(name="INTRO"), Speech(role="host", spans=(Text(text="Fine."),)))


def test_roles_are_the_projects() -> None:
    """A role of the project is a source, in capitals or not; without it the same line is a mistake."""
    text = "PIECE:\nCO-HOST: Hello.\nCo-host: Hello again.\n"
    assert len(parse(text, roles={"co-host"}).script.items) == 3
    with pytest.raises(ScriptError):
        parse(text)


@pytest.mark.parametrize(
    ("line", "covered", "respelling"),
    [
        ("Marion Cotillard (koh-tee-YAR) stars.", "Cotillard", "koh-tee-YAR"),
        ("the Palme d'Or (pahlm DOR) at Cannes", "Palme d'Or", "pahlm DOR"),
        ("the “Palme d’Or (pahlm DOR)” itself", "Palme d'Or", "pahlm DOR"),
        ("playing Piaf(pee-AHF)?", "Piaf", "pee-AHF"),
        ("Jacques Audiard (zhahk oh-dee-AR) directs", "Jacques Audiard", "zhahk oh-dee-AR"),
        ("Zoë—Zoë (ZOH-ee)—left", "Zoë", "ZOH-ee"),
        ("Djibouti (jee-BOO-tee)", "Djibouti", "jee-BOO-tee"),
    ],
)
def test_a_pronouncer_covers_the_words_before_it(line: str, covered: str, respelling: str) -> None:
    """A respelling in brackets is taken off the text and put on as many words as it has itself."""
    assert [s for s in spans(line) if isinstance(s, Pronounced)] == [Pronounced(text=covered, respelling=respelling)]


@pytest.mark.parametrize(
    "bracketed",
    [
        "brother of Marty",
        "on DVD",
        "UK",
        "UK only",
        "BAFTA",
        "T-shirt",
        "ex-BBC",
        "2012",
        "koh-tee-yar",
        "KOH-TEE",
        "see NATO",
        "",
        "plan B",
    ],
)
def test_ordinary_brackets_stay_text_and_are_noted(bracketed: str) -> None:
    """Brackets that are no pronouncer keep every letter and get a note with their place."""
    parsed = parse(f"TAG:\nHOST: McDonagh ({bracketed}) returns.\n")
    assert parsed.script.items[1:] == (Speech(role="host", spans=(Text(text=f"McDonagh ({bracketed}) returns."),)),)
    assert [(f.code, f.where and f.where.column) for f in parsed.findings] == [("SC103", 16)]


def test_shouting_in_brackets_is_no_pronouncer() -> None:
    """Brackets without a hyphen behind a word that is no name are spoken, not taken for a respelling."""
    assert spans("It is good (so NOT great).") == (Text(text="It is good (so NOT great)."),)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("a [40.0ms] b", (Text(text="a "), Break(ms=40), Text(text=" b"))),
        ("a [1.5s] b", (Text(text="a "), Break(ms=1500), Text(text=" b"))),
        ('a [break:"strong"] b', (Text(text="a "), Break(ms=800), Text(text=" b"))),
        ("she +seizes+ it", (Text(text="she "), Stress(text="seizes"), Text(text=" it"))),
        ("++no way++!", (Stress(text="no way", level=2), Text(text="!"))),
        ("C++ and 1 + 1 and 18+", (Text(text="C++ and 1 + 1 and 18+"),)),
        ("x+y+ z", (Text(text="x+y+ z"),)),
        ("+ not stress +", (Text(text="+ not stress +"),)),
        ('(Cannes)[say:"KAN"]', (Marked(text="Cannes", key="say", value="KAN"),)),
        ("(Caen)[ipa:“kɑ̃”]", (Marked(text="Caen", key="ipa", value="kɑ̃"),)),
        ("(déjà vu)[lang:'fr']", (Marked(text="déjà vu", key="lang", value="fr"),)),
        (r"a \[sic\] and \(koh-tee-YAR\)", (Text(text="a [sic] and (koh-tee-YAR)"),)),
        (r"back\slash \\ \+x+", (Text(text=r"back\slash \ +x+"),)),
        ("fine;not a comment", (Text(text="fine;not a comment"),)),
        (r"fine \; still no comment", (Text(text="fine ; still no comment"),)),
        ("NASA: said later in a line", (Text(text="NASA: said later in a line"),)),
    ],
)
def test_marks_inside_a_line(line: str, expected: tuple[object, ...]) -> None:
    """Marks become spans; what is no mark, or is escaped, stays text."""
    assert spans(line) == expected


def test_a_commented_line_is_not_heard() -> None:
    """A semicolon before a spoken line makes the whole line a comment, and a wrapped rest of it a mistake."""
    assert parse("; CRITIC: Cut.\n").script == Script(items=(Comment(text="CRITIC: Cut."),))
    with pytest.raises(ScriptError):
        parse("CRITIC: Heard.\n; CRITIC: This was cut\nbut wrapped.\n")


def test_a_name_that_needs_it_is_quoted() -> None:
    """Names with commas, and names that read like moves, stand in quotation marks."""
    (music,) = parse('MUSIC: "under", cross to "one, two"\n').script.items
    assert music == Music(bed="under", moves=(Move(verb="cross to", bed="one, two"),))


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("PIECE:\nMUSIC: intro, under\nHOST: Hello.\n", [("SC101", 2)]),
        ("PIECE:\nMUSIC: intro, under\nMUSIC [air]: intro, lose\n", [("SC101", 2)]),
        ("PIECE:\nMUSIC: intro, sneak out\n", [("SC102", 2)]),
        ("PIECE:\nMUSIC: intro, under\nMUSIC: intro, cross to outro\nMUSIC: outro, out cold\n", []),
        ("PIECE:\nMUSIC: intro, under\nMUSIC: intro, cross to outro\n", [("SC101", 3)]),
        ("SPONSOR: Nobody\nPIECE:\n", [("SC104", 1)]),
        ("PIECE:\nHOST: Great film 😀\n", [("SC105", 2)]),
        ("HOST: Hello.\nPIECE:\n", [("SC106", 1)]),
        ("PIECE:\nHOST: [500ms]\n", [("SC107", 2)]),
    ],
)
def test_notes(text: str, notes: list[tuple[str, int]]) -> None:
    """What deserves a look is a note at its line, and the script is still used."""
    assert [(f.code, f.where and f.where.line) for f in parse(text).findings] == notes


@pytest.mark.parametrize(
    ("body", "title", "link", "image"),
    [
        ("The story, link https://a.example/x?y=1,2", "The story", "https://a.example/x?y=1,2", ""),
        ("One, two, Image “my whale.PNG”, LINK http://a.example", "One, two", "http://a.example", "my whale.PNG"),
        ("Money, link and image", "Money, link and image", "", ""),
        (r"A\, link https://a.example", "A, link https://a.example", "", ""),
    ],
)
def test_a_chapter_has_a_page_and_a_picture(body: str, title: str, link: str, image: str) -> None:
    """Both stand behind the title in either order; words that only begin like them, or are escaped, belong to the title."""
    (chapter,) = parse(f"CHAPTER: {body} ; seen\n").script.items
    assert chapter == Chapter(title=title, link=link, image=image, comment="seen")
