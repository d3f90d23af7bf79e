"""Who is who in an episode."""

from __future__ import annotations

from segment.model.episode import EpisodeSegment
from segment.model.sheet import Named, Sheet
from segment.model.timeline import Timeline, Voiced
from segment.project.episode.people import roles
from segment.project.episode.segments import MadeSegment


def made(name: str, **people: str) -> MadeSegment:
    """A segment in which these roles speak; a role without a name is a synthetic voice's."""
    voiced = tuple(
        Voiced(id=role, role=role, voice="v", part="PIECE", text="x", start=0, end=1, gain_db=0.0, words=()) for role in people
    )
    return MadeSegment(
        asked=EpisodeSegment(name=name, story=name),
        what="story",
        title=name,
        chapter=name,
        sheet=Sheet(title=name, duration_s=1.0, people=tuple(Named(name=who, role=role) for role, who in people.items() if who)),
        piece=Timeline(deliverable="podcast", rate=1000, frames=1, voiced=voiced),
    )


def test_a_person_has_one_role_throughout_and_two_persons_have_two() -> None:
    """Ann is the critic wherever she speaks, Bo the second; a voice without a name is a third, and is called by its role."""
    found, shown = roles((made("a", critic="Ann"), made("b", critic="Bo"), made("c", critic=""), made("d", critic="Ann")), {})
    assert [found[name, "critic"] for name in "abcd"] == ["critic", "critic-2", "critic-3", "critic"]
    assert shown == {"critic": "Ann", "critic-2": "Bo", "critic-3": "Critic"}


def test_the_host_of_the_links_is_the_host_inside() -> None:
    """The same person keeps the role of the links; another host inside a segment does not pass for them."""
    found, shown = roles((made("a", host="Max"), made("b", host="Kim")), {"host": "Max"})
    assert (found["a", "host"], found["b", "host"]) == ("host", "host-2")
    assert shown == {"host-2": "Kim"}
