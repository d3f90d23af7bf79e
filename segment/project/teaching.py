"""Comments that teach a template's language, put into a copy that somebody is about to change."""

from __future__ import annotations

_HEAD = """\
{# {NAME}: a copy of {SOURCE}, yours to change. Everything between these signs is a comment and never reaches the script.

   A template is the script with gaps. What stands here bare goes into the script as it is: HOST: Good evening.
   Two kinds of signs are filled in:
     {{ work.title }}                      a value of this review, of the show or of the piece
     {% if work.rating %} … {% endif %}    only where there is a rating; {% for … %} repeats
   A filter changes a value: work.title|quote, review.cast|map(attribute="actor")|list_and.
   "segment templates fields REVIEW" prints every value there is. docs/templates.md has every filter with an example.

   What is not the critic's ends with "; bridge". "segment templates check {NAME}" tries it on reviews of every kind,
   "segment templates preview {NAME} REVIEW --watch" shows it each time you save. #}
"""
_BLOCKS = """\
{# To say something else in one place, write that block here; the others stay. The blocks are headers, opening, piece and tag.
   {% block tag %}
   HOST: The full review is {{ website }}. ; bridge
   {% endblock %}
   "segment templates show review" shows what stands in each. #}"""
_LINES = (
    ("{% extends", "Everything is as in the template named here; only the blocks below are different."),
    ("{% import", "The house style: what is called say.… below is a macro of that file. To change the words, copy it: "
     "segment templates new _house --from _house"),
    ("{% set", "A value with a name of its own, for use further down."),
    ("{% block", "A block: a template that extends this one can put something else in its place."),
    ("MUSIC:", "A cue: which bed, and what it does. docs/script-format.md lists the moves."),
    ("{% for", "Once for each part of the piece; loop.first and loop.last say where we are."),
    ("{% if", "Only where this is true; a field that is empty counts as not true."),
    ("HOST:", "A spoken line of the host."),
    ("CRITIC:", "A spoken line of the critic: the sentences were chosen for the length before the template sees them."),
)  # fmt: skip


def taught(template: str, name: str, source: str) -> str:
    """The template with its settings still in the first comment, and an explanation in front of the first line of each sort."""
    head = _HEAD.replace("{NAME}", name).replace("{SOURCE}", source)
    left = list(_LINES)
    made: list[str] = []
    comment = False
    for line in template.splitlines():
        if not comment and not line.strip().startswith("{#"):
            for entry in [entry for entry in left if line.strip().startswith(entry[0])][:1]:
                left.remove(entry)
                made.append(f"{{# {entry[1]} #}}")
        comment = (comment or "{#" in line) and "#}" not in line.rpartition("{#")[2]
        made.append(line)
    if "{% extends" in template and "{% block" not in template:
        made.append(_BLOCKS)
    first, _, rest = "\n".join(made).partition("#}\n")
    return f"{first}#}}\n{head}{rest}\n" if template.lstrip().startswith("{#") else f"{head}{first}{rest}\n"
