"""Templates that write the links of an episode."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from segment.errors import ScriptError
from segment.library.places import built_in
from segment.model.house import House
from segment.model.review import Review, Section
from segment.model.script import Chapter, Clip, Speech
from segment.script import parse, to_text, write
from segment.script.episode.brief import EpisodeBrief, Segment, Show, cue_name, line
from segment.script.episode.check import LEFT_OUT, check_episode_template, specimens
from segment.script.episode.writing import write_episode
from segment.script.template_check import FAILS, REFUSED, never_made

ROLES = frozenset({"host", "critic"})
EPISODE = (built_in("scripts") / "episode.j2").read_text(encoding="utf-8")
MINE = "{# Mine.\n   for: episodes #}\n"


def source(text: str) -> Callable[[str], str]:
    """Gives one template, whatever is asked for."""
    return lambda name: text


def test_the_built_in_one_suits_every_episode() -> None:
    """One segment or many, music or none, both languages, hostile titles: nothing is to be said, and every line comes out."""
    findings, made, reached = check_episode_template("episode", source(EPISODE), file="episode.j2", roles=ROLES)
    assert (findings, made) == ((), len(list(specimens())))
    assert never_made({"episode.j2": EPISODE}, reached) == ()


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("PIECE:\nHOST: {{ titel }}\n", FAILS),
        ("PIECE:\n{% for one in segments %}\nCLIP: {{ one.clip }}\nMUSIK: intro\n{% endfor %}\n", REFUSED),
        ("PIECE:\nHOST: Nothing but talk.\n", LEFT_OUT),
    ],
)
def test_what_is_wrong_with_one_is_told(body: str, code: str) -> None:
    """A name that is not there, a cue that is none, a segment left out: each has its code."""
    findings, _, _ = check_episode_template("mine", source(MINE + body), file="mine.j2", roles=ROLES)
    assert {finding.code for finding in findings} == {code}


def test_links_and_marks() -> None:
    """A link is what the episode says, else the story's own words with their marks, else the title, taken as it is."""
    brief = EpisodeBrief(
        slug="X",
        title="X",
        show=Show(name="The Show"),
        segments=(
            Segment(clip=cue_name("a b, c"), title="A", chapter="A", link=line('Say (this)[sub:"that"]. [300ms] Now.')),
            Segment(clip=cue_name("b"), title="B", chapter="", intro=(line("Cotillard (koh-tee-YAR) is here. ; bridge"),)),
            Segment(clip=cue_name("c"), title="C (1); [2s]", chapter="C: one"),
        ),
    )
    made = write_episode(brief, template="episode", source=source(EPISODE)).text
    script = parse(made, roles=ROLES).script
    assert [item.asset for item in script.items if isinstance(item, Clip)] == ["a b, c", "b", "c"]
    assert [item.title for item in script.items if isinstance(item, Chapter)] == ["A", "C: one"]
    said = to_text(script).split("\n")
    assert 'HOST: Say (this)[sub:"that"]. [300ms] Now.' in said
    assert "HOST: Cotillard (koh-tee-YAR) is here. ; bridge" in said
    spoken = ["".join(getattr(span, "text", "|") for span in item.spans) for item in script.items if isinstance(item, Speech)]
    assert "And finally, C (1); [2s]." in spoken


def test_neither_sort_passes_for_the_other() -> None:
    """A review is not written with a template for episodes, nor an episode with one for reviews; both say what to do."""
    review = Review(title="T", sections=(Section(paragraphs=("A boat comes in, and nobody meets it. It was worth the wait.",)),))
    with pytest.raises(ScriptError, match="writes the links of an episode") as failure:
        write(review, template="episode", source=source(EPISODE), house=House())
    assert failure.value.exit_code == 2
    brief = next(specimens())[1]
    with pytest.raises(ScriptError, match="writes the script of a review") as failure:
        write_episode(brief, template="mine", source=source("PIECE:\nHOST: Hello.\n"))
    assert "for: episodes" in failure.value.hint
