"""The house music, composed and played by this program: ``python -m segment.library.compose`` writes ``library/beds``.

``theme`` is the composition (chords, melody, bass, groove), ``pieces`` its forms (intro, outro, sting), ``score`` notes and
tempo. The instruments, one a file, turn a note into sound; ``room`` is the hall, ``desk`` the mixing desk. Everything up to
``render`` is pure, and every run gives the same samples. The music is original and dedicated to the public domain (CC0).
"""
