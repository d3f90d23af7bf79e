"""Which short lines of a review's body are headings."""

from __future__ import annotations

from segment.review.layout.line import Line, is_heading_like, is_list, is_prose, is_sentence
from segment.review.word_table import words

KNOWN = words(
    """buzz genre genres premise story plot synopsis performances performance acting cast director direction
    directing skinny verdict look sound music score script writing background context conclusion summary review
    preface bottom line setting production staging food service atmosphere art work book author film album songs
    tracks cinematography visuals themes characters critique histoire interprètes acteurs intrigue interprétation
    réalisation mise en scène musique avis bilan contexte synopsis final thoughts word good bad takeaway in short
    overall pros cons gameplay graphics controls multiplayer room cooking menu wine drinks price prices bill ambience ambiance
    cuisine salle carte addition propos écriture lecture exhibition artist artists works layout singing voices orchestra
    chorus lyrics vocals lowdown gist upshot last brief bref actors singers design designs costumes sets camera dialogue
    effects ending background hype prose text illustrations narration adaptation dishes place value contenu style"""
)
"""Words that critics' headings are made of."""

_PARTS = words(
    """gameplay graphics presentation controls multiplayer campaign value replay replayability visuals audio sounds design
    features battery display camera software hardware comfort price pricing drinks desserts starters mains ambience ambiance
    cleanliness location pacing prose world worldbuilding ending plotting dialogue effects animation production vocals lyrics
    originality enjoyment entertainment rating ratings score total gore humour humor extras video picture romance steam
    spice technique graphismes jouabilité durée bande-son scénario note"""
)
"""Words that head a part of a review with a mark of its own; no work is called so where each part has one."""
_FEWEST_KNOWN = 3
"""So many headings in critics' words, and every one of the page is."""
_SMALL = words("the a an and of our my le la les l' un une du de des et in")


def is_known(text: str) -> bool:
    """True when every word is one that critics' headings are made of."""
    telling = [word for word in text.casefold().strip(" .:?!").split() if word not in _SMALL]
    return bool(telling) and all(word in KNOWN for word in telling)


def is_part(text: str) -> bool:
    """Whether a line heads a part of a review rather than a review."""
    said = text.casefold().strip(" .:?!#*0123456789)(")
    parts = said.replace("/", " ").replace("&", " ").split()
    return is_known(said) or (0 < len(parts) <= 3 and any(word in _PARTS for word in parts))


def heading_places(lines: list[Line]) -> set[int]:
    """The indices of the lines that head a section.

    A heading is marked by the form, or is a short line glued to the text under it. One that stands alone between blank lines
    counts when its words are known, or when there are more such lines and the page glues no heading: a single one is a caption.
    """
    marked = {at for at, line in enumerate(lines) if line.heading}
    glued = {at for at in range(len(lines) - 1) if _heads(lines, at) and lines[at + 1].glued}
    alone = {at for at in range(len(lines) - 1) if _heads(lines, at) and not lines[at + 1].glued and not lines[at].glued}
    if len(marked) > 1:
        # A page that marks its headings has no other ones in the midst of a paragraph.
        glued = {at for at in glued if not lines[at].glued or is_known(lines[at].text)}
    if len(glued) > 1 or marked or len(alone) == 1:
        alone = {at for at in alone if is_known(lines[at].text)}
    return (marked | glued | alone) - captions_among(lines, alone)


def captions_among(lines: list[Line], alone: set[int]) -> set[int]:
    """Of lines that stand ``alone`` those under pictures, on a page whose headings are critics' words.

    They name what the paragraph beside them names, or stand right under a heading: "Food", "Fish and Chips", then the text.
    """
    known = {at for at in alone if is_known(lines[at].text)}
    if len(known) < _FEWEST_KNOWN:
        return set()
    others = {at for at in alone if not is_part(lines[at].text)}
    return {at for at in others if at - 1 in known or (" " in lines[at].text and _is_beside(lines, at))}


def _is_beside(lines: list[Line], at: int) -> bool:
    said = lines[at].text.casefold()
    return any(said in line.text.casefold() for line in (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2]))


def _heads(lines: list[Line], at: int) -> bool:
    line, following = lines[at], lines[at + 1]
    # Behind a dash stands who said what is above it.
    if not is_heading_like(line) or following.heading or line.listed or line.text[0] in "–—":
        return False
    if line.glued and not (is_known(line.text) or _ended(lines[at - 1])):
        return False
    if is_prose(following) or is_list(following):
        return True
    return is_known(line.text) or (following.glued and is_sentence(following))


def _ended(line: Line) -> bool:
    """A line a heading can follow without a blank one between."""
    return is_sentence(line) or is_list(line)
