"""espeak-ng inside a child process: the library's binding, our pyttsx3 driver, and the program the child runs.

``library``, ``driver``, ``compose`` and ``child`` are loaded by the child and import next to nothing. ``worker`` is the parent's
side, with ``catalogue`` (which voices there are), ``limits`` and ``pace`` (what a profile may ask, and how fast), and ``parts``,
``respelling`` and ``ipa`` (how each word is handed over). ``phonetic`` and its ``phonetic_child`` write
sentences in IPA, for other engines.
"""
