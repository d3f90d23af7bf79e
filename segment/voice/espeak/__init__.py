"""espeak-ng inside a child process: the library's binding, our pyttsx3 driver, and the program the child runs.

``library``, ``driver``, ``compose`` and ``child`` are loaded by the child and import next to nothing. ``catalogue``, ``rate``
and ``worker`` belong to the parent.
"""
