"""Voices that are neural networks in files, run in child processes: what the engines piper and kokoro share, and their programs.

``files`` (where a profile's files are, and their digests), ``pace`` and ``findings`` (what a profile may ask), ``worker`` (the
parent's side) and ``piper_voice`` belong to the parent; ``piper_child``, ``kokoro_child``, ``sessions`` and ``durations`` to the
children.
"""
