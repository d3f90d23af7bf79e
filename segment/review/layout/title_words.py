"""The words a page puts round a work's title, and the short lines that can be none."""

from __future__ import annotations

import re
from collections.abc import Collection

from segment.review.facts.names import is_name
from segment.review.layout.line import Line
from segment.review.word_table import words

_YEAR = re.compile(r"\s*[(\[](?:[^()\[\]]{1,80}, ?)?(?:19|20)\d\d[)\]]$")
"""With the original title before it: ``(The Lake Dog, 2014)``."""
_SORT = (
    r"(?:(?:in|first|capsule|film|movie|cinema|book|novel|album|ep|cd|lp|record|music|single|live|gig|concert|opera|theatre|theater"
    r"|stage|play|musical|dance|ballet|restaurant|food|game|video game|tv|dvd|blu-ray|vod|art|exhibition|show|podcast|festival"
    r"|critic(?:'s|’s)?|our|my|spoiler-free|advance|early|mini|quick|fringe) ){0,3}"
)
_CRITIQUE = (
    r"kritik|filmkritik|rezension|rezi|buchrezension|crítica|resenha|reseña|recensione|chronique|compte[- ]rendu"
    r"|critique(?: (?:de film|du film|film|ciné|cinéma|express|livre|album|théâtre|concert|d'album|bd))?"
)
_COLUMN = (
    r"new releases?|recent reads?|(?:album|book|film|movie|game|record|disque|livre)s? (?:of the|de la|du)"
    r" (?:week|month|year|semaine|mois)"
)
"""The name of a column that stands before what it is about: ``Album of the week: The Loes – Songs``."""
_BEFORE = re.compile(rf"[\[(]?(?:{_SORT}reviews?|{_CRITIQUE}|{_COLUMN})(?: ?[\])]| ?[:|]|\s[–—-])\s+", re.IGNORECASE)
_OF = re.compile(
    rf"(?:my |our )?{_SORT}review of (?:the (?:film|movie|book|novel|album|play|game) )?(?=[“\"‘'«„]?(?-i:[A-ZÀ-Þ\d]))"
    r"|(?:\w{3,12}: )?(?:my |some |first |final |a few |quick )?thoughts on (?=[“\"‘'«„]?(?-i:[A-ZÀ-Þ\d]))"
    r"|(?:mon |notre )?avis (?:sur|:) ?(?=[“\"‘'«„]?(?-i:[A-ZÀ-Þ\d]))"
    r"|(?:résumé|fiche de lecture|note de lecture|lecture)(?: de| du livre)? ?:? (?=[“\"‘'«„])"
    r"|(?:recensione|recensione di|critica di|crítica de|reseña de|resenha de|kritik zu|rezension zu|rezension von)"
    r"(?: (?:film|libro|album|disco|del film|del libro|dell['’]album|do filme|de la película)){0,1} ?:?"
    r" (?=[“\"‘'«„]?(?-i:[A-ZÀ-Þ\d]))"
    r"|(?:critique|chronique) (?:de|du film|du livre) (?=[“\"‘'«„]?(?-i:[A-ZÀ-Þ\d]))",
    re.IGNORECASE,
)
"""``Review of The Lake Dog``, ``Avis sur Le Chien du lac``."""
_ONE = r"(?:(?<!\bthe)(?<!\ba)(?<!\ban)\s(?:film|movie|book|album|concert|theatre|game|tv|dvd|gig))?\s"
"""Without a mark between, one word for the sort belongs to "review", unless it is the title's: "The Movie review"."""
_SAID = r"(?:reviewed|review|critique|chronique|kritik|rezension|crítica|resenha|reseña|recensione)"
_FESTIVAL = re.compile(r"[^:–—|]{0,80}\b(?:festival|fringe|biennale|in)\s(?:in\s)?review(?::|\s[–—])\s+(?=\S)", re.IGNORECASE)
"""``Harbour Comedy Festival In Review: The Lake Dog``: what was seen there stands behind."""
_AFTER = re.compile(
    rf"(?:(?:\s[–—|-]\s|\s?[:,]\s|\s[(\[])(?:(?:an?|my|our)\s)?{_SORT}|{_ONE}){_SAID}[)\]]?$|,\s(?:an?|my|our)\s{_SORT}review$",
    re.IGNORECASE,
)
_INSIDE = re.compile(rf"(?:(?:,|:)\s{_SORT}|{_ONE})review(?:ed)?(?::|\s[–—|-])\s", re.IGNORECASE)
_PLACES = (
    r"theatre|theater|opera|house|hall|arena|club|museum|gallery|playhouse|studio|festival|stadium|centre|center|auditorium|ballroom"
    r"|academy|garden|coc|roh|met|palais|opéra|théâtre|musée|salle|palace|broadway|west end|fringe|biennale|tate|bastille"
    r"|\w{0,20}oper|\w{2,20}theater|schauspielhaus|konzerthaus|philharmonie|\w{2,20}bühne|teatro|teatre|auditorio|auditori"
)
_VENUE = rf"[^()\[\]:;]{{0,60}}\b(?:{_PLACES})\b[^()\[\]:;]{{0,40}}"
_AT = re.compile(rf"(?:\s(?:at|@|au|à|à l['’]|aux)\s(?:the\s)?|,\s|\s[–—-]\s){_VENUE}$", re.IGNORECASE)
_BRACKETS = re.compile(rf"\s?[(\[]{_VENUE}[)\]]$", re.IGNORECASE)
_WHERE = re.compile(_VENUE, re.IGNORECASE)
_KICKERS = words(
    "film films movie movies cinema cinéma music musique theatre theater théâtre opera opéra books livres art arts stage food"
)
_RESTAURANT = re.compile(
    r"(?:\s[–—|-]\s|,\s)(?:le |un |a |the )?(?:\w{3,12} )?(?:restaurant|resto|bistrot?|brasserie|café|trattoria|pizzeria)\b"
    r"[^–—|]{0,40}$",
    re.IGNORECASE,
)
"""``The Pier – Restaurant à Lille``: what sort of house it is, and where."""
_LISTING = re.compile(
    r"(?:posts? tagged|tags?|category(?: archives?)?|(?:monthly )?archives?|month|author(?: archives?)?|showing posts|all posts"
    r"|feeds?|articles? avec|articles? taggés?|catégorie|mot-clé|étiquette)"
    r"\b(?:\s?[:‘'“\"#]|\s(?:from|in|by|for|#|avec)\b|\s#|$)",
    re.IGNORECASE,
)
"""How a list of a site's pages is headed."""
_TRAIL = (" » ", " › ", " >> ")
"""Between the steps of a path through a site."""
_OF_A_SITE = words(
    "reviews news features posts blog archives critiques latest search read view categories student films movies books albums"
)
_PARTS = re.compile(r":\s|\s[–—|-]\s")
_RUBRIC = words(
    """a all and the of our my latest new more news reviews review film films movie movies cinema book books album albums music
    theatre theater opera concert concerts restaurant restaurants food drink game games arts art culture entertainment features
    opinion blog posts post critiques critique home student read go search menu page archive archives category tagged tag view"""
)
_BULLETS = "•□■◦▪►»›·*|[{<@#"
_LABEL = re.compile(r"[^:]{1,40}\s?:\s?\S")
_DATED = re.compile(
    r"(?:[^\W\d_]{3,10}\.?\s\d{1,2},?\s(?:19|20)\d\d|\d{1,2}\.?\s[^\W\d_]{3,10}\.?\s(?:19|20)\d\d)\s(?:in|by|on|dans|par)\s"
    r"|(?:posted|published|publié|mis en ligne|pubblicato|gepostet)\s(?:on\s|le\s|am\s)?.{3,30}\s(?:by|par|da|von)\s",
    re.IGNORECASE,
)
"""``March 2, 2016 in Music // Review: The Lake Dog`` teases another page."""
_SMALL = words("with from that into than this when then over your have what were been they them about after before under upon")
_MAX = 300
_TEXT = 50_000
_SHORT = 4
_HEADLINE_WORDS = 6
_LOWER_WORDS = 3
_OFTEN = 3


def spaced(text: str) -> str:
    """A text with plain spaces for those a line may not be broken at, of one length with it."""
    return text.replace("\xa0", " ").replace("\u202f", " ")


def bare(text: str) -> str:
    """A title line without "Review:" (and what a headline says after it), a year in brackets, or quotation marks all round."""
    text = _YEAR.sub("", text.strip().removesuffix(" *"))
    if len(text) <= _MAX:
        text = _unmarked(text).strip(" –—-:|,") or text
    return unquoted(_YEAR.sub("", text))


def unquoted(text: str) -> str:
    """A title without quotation marks all round."""
    if len(text) > 2 and (text[0] + text[-1]) in {'""', "“”", "''", "‘’", "«»"}:
        text = text[1:-1].strip()
    return text


def placeless(title: str, text: str) -> str:
    """A title without the house the work was seen in: "The Lake Dog (Harbour Theatre)".

    "The Lake Dog at the Harbour Theatre" loses it only where the review itself speaks of "The Lake Dog": a work may be
    called "A Night at the Opera".
    """
    if len(title) > _MAX:
        return title
    shorter = unquoted(_AT.sub("", title).strip(" –—-:|,"))
    if title in text:
        # "Low Water at the Harbour Theatre … Low Water is …": where the work is spoken of without the house, it is called so.
        return shorter if len(shorter) > _SHORT and text.count(shorter) >= text.count(title) + _OFTEN - 1 else title
    title = _BRACKETS.sub("", title) or title
    shorter = unquoted(_AT.sub("", title).strip(" –—-:|,"))
    return shorter if len(shorter) > 2 and shorter.casefold() in text.casefold() else unquoted(title)


def townless(title: str, text: str) -> str:
    """A restaurant's name without the town behind it, where the review speaks of the one and never of both together."""
    title = _RESTAURANT.sub("", title) or title
    places = [at for mark in (", ", " in ", " à ") if (at := title.find(mark)) > 0] if title not in text[:_TEXT] else []
    name = title[: min(places)] if places else ""
    return name if len(name) > 2 and name in text else title


def unfiled(title: str, filed: Collection[str]) -> str:
    """A title without the column before its colon, where the page is filed under that word: ``Backlist: The Lake Dog``."""
    column, colon, rest = title.partition(": ")
    return rest.strip() if colon and rest.strip() and column.casefold() in {word.casefold() for word in filed} else title


def is_venue(text: str) -> bool:
    """True for a house and its town, such as "Harbour Opera House, Leeds"."""
    return len(text) <= 100 and ("," in text or len(text.split()) > 1) and _WHERE.fullmatch(text) is not None


def told_by_text(title: str, text: str) -> str:
    """Of "Maker – Work" or "Work: what is said of it", the part that the review speaks of and that is no person's name."""
    title = spaced(title)
    parts = [part for part in _PARTS.split(title[:_MAX]) if part.strip()]
    if len(parts) != 2 or title in text:
        return title
    initials = [part for part in parts if re.match(r"[A-Z]\. ?[A-Z]", part) and is_name(part)]
    named = [unquoted(part.strip()) for part in parts if part not in initials]
    said = [part for part in named if len(part) > 3 and part in text]
    works = [part for part in said if not is_name(part)] or said
    if len(works) == 1 and (len(said) == 1 or len(parts) == 2):
        return works[0]
    often = sorted(works, key=text.count, reverse=True)
    if len(often) == 2 and text.count(often[0]) >= max(_OFTEN, 2 * text.count(often[1])):
        # "Winter Round: The Lake Dog", whose text speaks of the round once and of the dog all the time.
        return often[0]
    return named[0] if len(named) == 1 else title


def says_review(text: str) -> bool:
    """True for a line that names a work and says that it heads a review of it."""
    return len(text) <= _MAX and bare(text) != _YEAR.sub("", text.strip()) and _marked(text.strip())


def is_headline(text: str) -> bool:
    """True for a headline in sentence case, which is no work's title: "The harbour bistro that feeds the whole town"."""
    parts = text.split()
    lower = [word for word in parts[1:] if len(word) > 3 and word.islower() and word not in _SMALL]
    return len(parts) >= _HEADLINE_WORDS and len(lower) >= _LOWER_WORDS


def may_be_title(lines: list[Line], at: int) -> bool:
    """False for an item or rubric of a menu, the name of a picture, and a line of a block of facts such as ``Mode: solo``."""
    text = lines[at].text
    if lines[at].listed or text[0] in _BULLETS or not any(char.isalnum() for char in text):
        return False
    said = set(text.casefold().replace("&", "and").replace(",", "").split())
    if said <= _RUBRIC and said & _OF_A_SITE:
        return False
    if (
        (text[0] in "(←→" or text[-1] in "→←")
        or _LISTING.match(text)
        or any(mark in text for mark in _TRAIL)
        or (text.endswith(".") and len(text.split()) >= _HEADLINE_WORDS)
    ):
        return False
    if _DATED.match(text):
        return False
    if not _LABEL.match(text):
        return True
    above = at > 0 and lines[at].glued and _LABEL.match(lines[at - 1].text)
    below = at + 1 < len(lines) and lines[at + 1].glued and _LABEL.match(lines[at + 1].text)
    return not (above or below)


def is_kicker(text: str) -> bool:
    """True for the word that says what page of the paper this is, such as "Film": a title only where there is no other."""
    return text.casefold() in _KICKERS


def _unmarked(text: str) -> str:
    """Without the words that say "review", and what follows them."""
    before = _BEFORE.match(text) or _OF.match(text) or _FESTIVAL.match(text)
    start = before.end() if before and before.end() < len(text) else 0
    inside = _INSIDE.search(text, start)
    if inside and inside.start() > start:
        return text[start : inside.start()]
    after = _AFTER.search(text, start)
    return text[start : after.start()] if after and after.start() > start else text[start:]


def _marked(text: str) -> bool:
    return bool(_BEFORE.match(text) or _OF.match(text) or _FESTIVAL.match(text) or _AFTER.search(text) or _INSIDE.search(text))
