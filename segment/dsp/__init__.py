"""Signal functions on arrays: no files, no clock, one of each kind.

``biquad`` designs sections, ``cascade`` runs them (``products`` keeps its matrix products on one thread); ``kweight``, ``power``,
``gating`` and ``meter`` measure loudness; ``truepeak`` looks between samples; ``limiter`` works out gains; ``compressor`` and
``deesser`` tame a voice, with gains that move on ``hops``; ``resample`` changes the rate; ``runs`` finds stretches.
"""
