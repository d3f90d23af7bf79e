"""Voices that are neural networks in files, run in child processes: what the engines piper and kokoro share, and their programs.

``files`` (where a profile's files are, and their digests), ``pace`` (how fast a voice must speak), ``piper_voice`` and
``kokoro_voice`` (what can be known of a voice without loading it) and ``worker`` are the parent's side; ``piper_child``,
``kokoro_child``, ``sessions`` and ``graphs`` the children's.
"""
