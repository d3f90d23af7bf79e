"""A made segment taken apart again, so that an episode can level its voices and put other music under them."""

from __future__ import annotations

from msgspec import Struct

from segment.model.asset import Asset
from segment.model.sound import Sound
from segment.model.timeline import Timeline


class Stems(Struct, frozen=True, kw_only=True):
    """Voice and music of one deliverable before mastering; together they are its mix."""

    timeline: Timeline
    """What stands where, at what gain, and what each line measures."""
    voice: Sound
    """All voices, (frames, 1 or 2) float32 at the timeline's rate; one channel counts on both sides."""
    bed: Sound
    """Beds, stings and clips in their places, ducked as they were."""
    assets: dict[str, Asset]
    """Title, author, licence and rights of these, by the names of the timeline; without a path."""
    mastering_db: float
    """Gain that brought the mix to its target, in dB."""


class KeptDeliverable(Struct, frozen=True, kw_only=True):
    """One deliverable as it is kept; the sounds lie beside it under their fingerprints."""

    timeline: Timeline
    assets: dict[str, Asset]
    sounds: dict[str, str]
    """File names of beds, stings and clips, by the names of the timeline."""
    mastering_db: float


class KeptMix(Struct, frozen=True, kw_only=True):
    """What suffices to render both stems of a made segment again, to the last bit."""

    tool: str
    deliverables: dict[str, KeptDeliverable]
