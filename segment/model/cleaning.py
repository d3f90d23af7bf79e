"""What is taken out of a person's recording before it is cut: what a reader's preset allows, and what one recording needed."""

from __future__ import annotations

from msgspec import Struct

from segment.model.processing import Allowed


class Cleaning(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table ``[take]`` of a voice profile: the most that each step may do. A step runs only where a recording needs it."""

    offset: bool = True
    """Whether a constant offset is taken off."""
    clicks: bool = True
    """Whether clicks are repaired."""
    hum: bool = True
    """Whether the lines of the mains are notched."""
    high_pass_hz: float = 80.0
    """The highest corner that a high-pass against rumble may have; 0 for none. Hz."""
    plosives_db: float = 18.0
    """The most that a pop's low end is taken down; 0 for none. dB."""
    noise_db: float = 12.0
    """The most that a steady noise is taken down; 0 for none. dB."""
    expander_db: float = 4.0
    """The most that a loud room is taken down between words; 0 for none. dB."""
    de_esser_db: float = 6.0
    """The most that a sharp s is taken down; 0 for none. dB."""


USUAL = Cleaning()
"""Where no preset says otherwise."""

ALLOWED: tuple[Allowed, ...] = (
    Allowed("high_pass_hz", 0, 150, "Hz"),
    Allowed("plosives_db", 0, 30, "dB"),
    Allowed("noise_db", 0, 20, "dB"),
    Allowed("expander_db", 0, 12, "dB"),
    Allowed("de_esser_db", 0, 12, "dB"),
)
"""Every number of the table; a profile's reader takes its checks from here."""


class Notch(Struct, frozen=True, kw_only=True):
    """One line of the mains."""

    hz: float
    dbfs: float
    """RMS of the line."""


class Eased(Struct, frozen=True, kw_only=True):
    """A pop of breath on the microphone."""

    start_s: float
    end_s: float
    over_db: float
    """How far its low end stands over the voice's usual one."""


class Quieting(Struct, frozen=True, kw_only=True):
    """A steady noise and how far it is taken down."""

    noise: tuple[float, ...]
    """Power in each bin of :func:`segment.dsp.quieting.power_of`."""
    under_db: float
    """How far it lies under the speech."""
    by_db: float
    """The most that anything is taken down."""


class Expanding(Struct, frozen=True, kw_only=True):
    """A gentle expander between words."""

    below_dbfs: float
    """Where it begins."""
    by_db: float
    """The most that it takes down."""


class DeEssing(Struct, frozen=True, kw_only=True):
    """A de-esser for the whole recording."""

    over_db: float
    """How far sibilance may stand over the voice."""
    by_db: float
    """The most that it takes down."""
    voice: float
    """Mean power of the speech, of full scale."""
    found_db: float
    """How far the sharpest moments stood over the voice."""


class CleanUp(Struct, frozen=True, kw_only=True):
    """What one recording needed, in the order in which it is done; a step that it did not need is empty."""

    offset: float = 0.0
    """Taken off, of full scale."""
    clicks: tuple[tuple[int, int], ...] = ()
    """Frames that are filled in from what stands around them."""
    hum: tuple[Notch, ...] = ()
    rumble_db: float | None = None
    """How far rumble lies under the speech, where it is taken out."""
    high_pass_hz: float | None = None
    """Corner of 24 dB an octave."""
    plosives: tuple[Eased, ...] = ()
    plosives_db: float = 0.0
    """The most that each is eased."""
    quieting: Quieting | None = None
    expanding: Expanding | None = None
    de_essing: DeEssing | None = None

    def __bool__(self) -> bool:
        """Whether anything is done."""
        return self != CleanUp()
