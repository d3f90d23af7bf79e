"""``voices/pronunciations.toml``: three places, one lexicon, every mistake at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from segment.errors import Cause, ProjectError
from segment.model.review import CastMember, Review
from segment.project.learning import at_risk, learnt
from segment.project.pronunciation_fields import FIELDS
from segment.project.pronunciations import lexicon, read
from segment.script.pronouncer import respelling

DOCUMENT = Path(__file__).parents[2] / "docs" / "voices.md"


def entry(spelling: str, said: str) -> str:
    """A name of a list."""
    return f'[[name]]\nspelling = "{spelling}"\nrespelling = "{said}"\n'


def test_the_show_stands_over_the_user_over_the_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each place adds its names; for the same spelling the nearest place has the word."""
    monkeypatch.setattr("segment.library.places.user_folder", lambda: tmp_path / "user")
    for place, names in (("show", entry("Piaf", "PEE-ahf")), ("user", entry("Piaf", "PYAF-ay") + entry("Audiard", "OH-dyar"))):
        (tmp_path / place / "voices").mkdir(parents=True)
        (tmp_path / place / "voices" / "pronunciations.toml").write_text(names, encoding="utf-8")
    said = {e.spelling: (e.respelling, e.origin) for e in lexicon(str(tmp_path / "show")).entries}
    assert said["Piaf"] == ("PEE-ahf", "project")
    assert said["Audiard"] == ("OH-dyar", "user")
    assert said["Cotillard"] == ("koh-tee-YAR", "built-in")


def test_all_mistakes_are_told_at_once() -> None:
    """Unknown keys with the nearest known one, wrong kinds, missing keys, twins, and sounds that cannot be read, with lines."""
    text = (
        '[[name]]\nspeling = "Ali"\nrespelling = "AH-lee"\n\n[[name]]\nspelling = "Marion Cotillard"\n'
        'respelling = "koh-tee-YAR"\nlanguage = "French!"\nnote = 3\n'
        + entry("Ali", "a1-b")
        + entry("Ali", "AH-lee")
        + '[[name]]\nspelling = "Sam"\n[nam]\n'
        '[[name]]\nspelling = "Lou"\nipa = "lu€"\n'
    )
    with pytest.raises(ProjectError) as refused:
        read(text, "pronunciations.toml", "project")
    told = str(refused.value)
    assert refused.value.cause is Cause.USAGE
    for words in (
        "“nam” is nothing", "Did you mean name?", "“speling” is no key", "Did you mean spelling?", "no spelling", "line 1:",
        "line 5: respelling is 1 word long and the spelling 2 words", "note cannot be 3", "language cannot be “French!”",
        "“a1-b”", "“Ali” stands here twice", "Nothing says how this name sounds", "not IPA",
    ):  # fmt: skip
        assert words in told, words


def test_a_file_that_is_no_toml_is_one_sentence() -> None:
    """A broken file is named, with the place that TOML gives."""
    with pytest.raises(ProjectError, match="This is not TOML"):
        read("[[name]\n", "pronunciations.toml", "project")


def test_the_house_list_is_small_and_right() -> None:
    """Every built-in name has a respelling that reads back as a pronouncer or is one syllable, and each stands there once."""
    names = lexicon("").entries
    assert 60 <= len(names) <= 150
    assert len({name.spelling for name in names}) == len(names)
    assert [n.spelling for n in names if not (respelling(n.respelling) or n.respelling.isupper())] == []


def test_every_key_is_documented() -> None:
    """docs/voices.md shows every key of a name."""
    document = DOCUMENT.read_text(encoding="utf-8")
    assert [field.key for field in FIELDS if f"`{field.key}`" not in document] == []


def test_a_name_is_learnt_below_what_stands_there(tmp_path: Path) -> None:
    """A new name comes behind the last line, comments and line ends as they were; the same again changes nothing."""
    (tmp_path / "segment.toml").write_text("")
    path = tmp_path / "voices" / "pronunciations.toml"
    first = learnt("Marion Cotillard (koh-tee-YAR)", tmp_path, note='the actor\'s "own" way')
    assert (first.spelling, first.added, first.path) == ("Cotillard", True, str(path))
    path.write_bytes(b"# ours\r\n" + path.read_bytes().replace(b"\n", b"\r\n").rstrip() + b" # asked her")
    before = path.read_bytes()
    assert learnt("Palme d'Or (pahlm DOR)", tmp_path, language="fr").added
    assert path.read_bytes().startswith(before)
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n")
    own = {e.spelling: e for e in lexicon(str(tmp_path)).entries if e.origin == "project"}
    assert (own["Cotillard"].note, own["Palme d'Or"].respelling) == ('the actor\'s "own" way', "pahlm DOR")
    written = path.read_bytes()
    assert not learnt("Cotillard (koh-tee-YAR)", tmp_path).added
    assert path.read_bytes() == written


def test_nobodys_words_are_written_over(tmp_path: Path) -> None:
    """A name that the list says otherwise, what is no pronouncer, and a list with mistakes are refused; the file stays."""
    (tmp_path / "segment.toml").write_text("")
    (tmp_path / "voices").mkdir()
    path = tmp_path / "voices" / "pronunciations.toml"
    path.write_text(entry("Cotillard", "koh-ti-LARD"), encoding="utf-8")
    for said, told in (
        ("Cotillard (koh-tee-YAR)", "stands there already, as “koh-ti-LARD”"),
        ("(koh)", "not a name with"),
        ("Ali", "Nothing"),
    ):
        with pytest.raises(ProjectError, match=told) as refused:
            learnt(said, tmp_path)
        assert refused.value.cause is Cause.USAGE
    path.write_text(path.read_text() + "[name.x]\n", encoding="utf-8")
    with pytest.raises(ProjectError):
        learnt("Ali (ah-LEE)", tmp_path)
    assert path.read_text().endswith("[name.x]\n")


def test_names_at_risk_come_with_ways_to_say_them(tmp_path: Path) -> None:
    """Each is offered as the language it looks like reads it; once one is learnt the name is no longer at risk."""
    (tmp_path / "segment.toml").write_text("")
    work = Review(title="Ash", cast=(CastMember(actor="Jacques Bouillard"), CastMember(actor="Ruth Adams")))
    found = at_risk(work, tmp_path)
    assert [(name.word, name.language, name.candidates[0]) for name in found] == [
        ("Jacques", "fr", "ZHAHK"),
        ("Bouillard", "fr", "boo-YAR"),
    ]
    for name in found:
        learnt(f"{name.word} ({name.candidates[0]})", tmp_path)
    assert at_risk(work, tmp_path) == ()
