"""4 MIX: a running order and its sounds become a timeline, and a timeline becomes sound.

``processed`` (in ``chain``)  a line after its voice chain: equaliser, de-esser, compressor
``arrange``   everything in its place and at its level: lines, stings, clips, beds, chapters → Timeline
``render``    the timeline as blocks of sound

``stems``     a timeline taken apart: each role, beds, stings, clips

On the way: ``events`` (what is played in turn), ``lay`` (on the clock), ``deck`` (what music cues do to beds), ``loops`` and
``joins`` (music fitted to a length), ``levels`` and ``rider`` (voices), ``phrases``, ``ducking`` and ``under`` (beds under talk),
``room`` (pauses). All pure: no files, no clock, no chance. docs/mix.md says it for people.
"""
