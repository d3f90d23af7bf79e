"""4 MIX: a running order and its sounds become a timeline, and a timeline becomes sound.

``processed`` (in ``chain``)  a line after its voice chain: equaliser, de-esser, compressor
``arrange``   everything in its place and at its level: lines, stings, clips, beds, chapters → Timeline
``render``    the timeline as blocks of sound

On the way: ``events`` (what is played in turn), ``lay`` (on the clock), ``deck`` (what music cues do to beds), ``loops`` (music
fitted to a length), ``levels`` (voices), ``ducking`` and ``under`` (beds under talk). All pure: no files, no clock, no chance.
Stems belong here too.
"""
