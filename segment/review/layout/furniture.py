"""The site's furniture: lines of a page that are no part of any review, and why."""

from __future__ import annotations

from segment.review.word_table import phrases

_CAPTION = "caption of a picture"
_SHARE = "a button for sharing"
_LINK = "a link or button of the site"
_NEWS = "an invitation to subscribe or listen"
_LEGAL = "a legal notice"
_ADVERT = "an advertisement mark"
_LISTS = "a list of other pages"

WHOLE: dict[str, str] = {
    **dict.fromkeys(
        ("share", "share this", "share this article", "tweet", "facebook", "twitter", "x", "instagram", "pinterest"), _SHARE
    ),
    **dict.fromkeys(("email", "e-mail", "print", "whatsapp", "linkedin", "reddit", "copy link", "partager", "imprimer"), _SHARE),
    **dict.fromkeys(
        ("home", "menu", "search", "skip to content", "skip to main content", "contact", "contact us", "about"), _LINK
    ),
    **dict.fromkeys(
        ("about us", "login", "log in", "sign in", "register", "my account", "next", "previous", "back to top"), _LINK
    ),
    **dict.fromkeys(
        ("read more", "see more", "more", "close", "play", "accueil", "rechercher", "connexion", "lire la suite"), _LINK
    ),
    **dict.fromkeys(("listen live", "listen on the go", "on air now", "now playing", "download apps", "download our app"), _NEWS),
    **dict.fromkeys(("subscribe", "newsletter", "sign up", "donate", "s'abonner", "s’abonner", "infolettre"), _NEWS),
    **dict.fromkeys(("advertisement", "advertising", "sponsored", "sponsored content", "publicité", "ad"), _ADVERT),
    **dict.fromkeys(("terms of use", "privacy policy", "cookie policy", "accept all cookies", "mentions légales"), _LEGAL),
}
"""Whole lines, in lower case, and the reason each is left out."""

STARTS: tuple[tuple[str, str], ...] = (
    ("photo:", _CAPTION),
    ("photo by", _CAPTION),
    ("photo credit", _CAPTION),
    ("photograph:", _CAPTION),
    ("image:", _CAPTION),
    ("image credit", _CAPTION),
    ("credit:", _CAPTION),
    ("courtesy of", _CAPTION),
    ("photo courtesy", _CAPTION),
    ("crédit photo", _CAPTION),
    ("share on", _SHARE),
    ("share via", _SHARE),
    ("follow us", _SHARE),
    ("partager sur", _SHARE),
    ("sister station", _LINK),
    ("click here", _LINK),
    ("skip to", _LINK),
    ("back to", _LINK),
    ("sign up for", _NEWS),
    ("subscribe to", _NEWS),
    ("listen to", _NEWS),
    ("download the", _NEWS),
    ("get our", _NEWS),
    ("abonnez-vous", _NEWS),
    ("inscrivez-vous", _NEWS),
    ("©", _LEGAL),
    ("copyright", _LEGAL),
    ("all rights reserved", _LEGAL),
    ("tous droits réservés", _LEGAL),
    ("we use cookies", _LEGAL),
    ("this site uses cookies", _LEGAL),
    ("this website uses cookies", _LEGAL),
    ("by continuing to", _LEGAL),
    ("filed under", _LISTS),
    ("posted in", _LISTS),
    ("tagged", _LISTS),
    ("tags:", _LISTS),
    ("read also", _LISTS),
    ("read next", _LISTS),
    ("related:", _LISTS),
    ("see also", _LISTS),
    ("à lire aussi", _LISTS),
    ("voir aussi", _LISTS),
)
"""Beginnings of short lines, in lower case."""

ENDINGS: tuple[tuple[str, str], ...] = (
    ("featured image", _CAPTION),
    ("(photo)", _CAPTION),
    ("all rights reserved", _LEGAL),
    ("all rights reserved.", _LEGAL),
    ("tous droits réservés", _LEGAL),
)
"""Endings of short lines, in lower case."""

STOPS = phrases("""
    comments
    leave a comment
    leave a reply
    related
    related articles
    related posts
    related stories
    more reviews
    more from this author
    more like this
    you may also like
    you might also like
    recently played
    recent posts
    most popular
    most read
    trending
    latest reviews
    latest news
    popular posts
    about the author
    read next
    join the conversation
    commentaires
    articles liés
    à lire aussi
    les plus lus
    sur le même sujet
""")
"""Whole lines, in lower case, after which nothing of the review follows."""

_ALL_STARTS = tuple(start for start, _ in STARTS)
_ALL_ENDINGS = tuple(ending for ending, _ in ENDINGS)
_MAX_WORDS = 40


def furniture(text: str) -> str:
    """Why a line is no part of the review, or empty when it may be."""
    if len(text) > 400:
        return ""
    line = text.casefold().strip(" \t\xa0:»›>|•·→")
    if not line:
        return "no words in it"
    if line in WHOLE:
        return WHOLE[line]
    if len(line.split()) > _MAX_WORDS:
        return ""
    for start, reason in STARTS if line.startswith(_ALL_STARTS) else ():
        if line.startswith(start) and (not start[-1].isalpha() or not line[len(start) : len(start) + 1].isalpha()):
            return _unless_sentence(line, reason)
    if not line.endswith(_ALL_ENDINGS):
        return ""
    return next(reason for ending, reason in ENDINGS if line.endswith(ending))


def _unless_sentence(line: str, reason: str) -> str:
    """ "Listen to the score…" may begin a critic's sentence; legal notices are sentences themselves."""
    if reason == _LEGAL or len(line.split()) < 9:
        return reason
    return "" if line.endswith((".", "!", "?", "…", "”", '"')) else reason


def is_stop(text: str) -> bool:
    """True for the heading of what follows a review: comments, related pages, what was recently played."""
    return len(text) < 60 and text.casefold().strip(" \t\xa0:»›>|(0123456789)") in STOPS
