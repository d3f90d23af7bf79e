"""Stage 5, MASTER: a programme brought to its loudness and true peak, and the proof of it.

``targets`` is the table of what is asked for; ``master`` decides the gain, with ``peaks`` and ``effect`` reading back only
what the limiter may touch, and ``dither`` on the way to 16 bits; ``headroom`` leaves room for encoders; ``proof`` measures
what they made.
"""
