"""The default cover, drawn by this program: ``python -m segment.library.art`` writes ``library/art/cover.png``.

``shapes`` knows how far a point is from a circle, a bar or an arc; ``cover`` is the picture; ``png`` the file format. All three
are pure. The picture is original and dedicated to the public domain (CC0).
"""
