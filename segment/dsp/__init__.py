"""Signal functions on arrays: no files, no clock, one of each kind.

``biquad`` designs sections, ``cascade`` runs them (``products`` keeps its matrix products on one thread); ``kweight``, ``power``,
``gating`` and ``meter`` measure loudness; ``truepeak`` looks between samples; ``limiter`` works out gains; ``resample``
changes the rate; ``runs`` finds stretches.
"""
