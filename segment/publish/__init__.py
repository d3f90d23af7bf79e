"""6 PUBLISH: what goes beside and into the finished files, as bytes and text.

Everything here is a pure view of the timeline and the tags; writing files is the project's business.

``chapters``    the chapters a listener is shown, and Podcasting 2.0 chapters JSON
``id3``         the ID3v2.3 tag that stands before the MP3 frames
``vtt``         captions with voices, WebVTT
``srt``         the same as SubRip cards
``spoken_text`` transcripts as JSON and HTML
``notes``       show notes as HTML and Markdown
``soundbite``   the stretch that stands for the whole
``tag_listing`` a finished tag, read back
``transcript``  the plain text of what is heard, with names
``record``      the build record, ``<slug>.report.json``

The modules carry the names of what they make, so import the functions from them. ``exporters`` has one file per file format,
held in a literal table; ``bext``, ``cart`` and ``cut`` are what broadcast automation reads, ``comments`` the tags of FLAC,
Opus and M4A.
"""
