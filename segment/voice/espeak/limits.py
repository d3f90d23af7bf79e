"""What a profile may ask of espeak-ng."""

from __future__ import annotations

from segment.model.voice import VoiceProfile
from segment.voice.engines.recipe import Mistake
from segment.voice.espeak.catalogue import Catalogue
from segment.voice.espeak.pace import FASTEST, SLOWEST
from segment.wording import did_you_mean


def mistakes(profile: VoiceProfile, catalogue: Catalogue) -> tuple[Mistake, ...]:
    """Everything in the profile that is unknown or out of range."""
    found = []
    name, _, variant = profile.voice.partition("+")
    base, exact = catalogue.split(profile.voice)
    if base is None:
        allowed = f"one of espeak-ng's {len(catalogue.bases)} voices, such as en-us, en, fr"
        found.append(Mistake(key="voice", found=name, allowed=allowed, hint=did_you_mean(name, catalogue.bases)))
    if exact is None:
        allowed = f"one of espeak-ng's {len(catalogue.variants)} variants, such as klatt, f3, Andy"
        hint = did_you_mean(variant, catalogue.variants.values())
        found.append(Mistake(key="voice", found=f"+{variant}", allowed=allowed, hint=hint))
    if catalogue.language(profile.language) is None:
        allowed = "a language tag espeak-ng knows, such as en-US"
        hint = did_you_mean(profile.language, catalogue.bases)
        found.append(Mistake(key="language", found=profile.language, allowed=allowed, hint=hint))
    if not SLOWEST <= profile.rate <= FASTEST:
        found.append(Mistake(key="rate", found=f"{profile.rate:g}", allowed=f"{SLOWEST:g} to {FASTEST:g} words a minute"))
    if not 0 <= profile.pitch <= 100:
        found.append(Mistake(key="pitch", found=f"{profile.pitch:g}", allowed="0 to 100"))
    return tuple(found)
