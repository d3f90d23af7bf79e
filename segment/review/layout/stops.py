"""The headings after which nothing of a review follows: readers' comments, a site's other pages, who wrote this."""

from __future__ import annotations

import re

from segment.review.word_table import phrases

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
    articles similaires
    laisser un commentaire
    laissez un commentaire
    post navigation
    posts navigation
    navigation de l’article
    navigation de l'article
    leave a reply cancel reply
    join the discussion
    jump to comments
    kommentare
    kommentar veröffentlichen
    kommentar hinterlassen
    schreibe einen kommentar
    deja un comentario
    deixe um comentário
    lascia un commento
    tags
    mots-clés
    étiquettes
    schlagwörter
    à lire aussi
    les plus lus
    sur le même sujet
""")
"""Whole lines, in lower case, after which nothing of the review follows."""

_COUNTED = re.compile(
    r"(?:\d{1,4}|no|one|two|three|aucun)\s(?:comments?|thoughts?|responses?|replies|réponses?|commentaires?|kommentare?|meinungen"
    r"|comentarios?|comentários?)\b\s?(?P<on>on|to|sur|à|zu|en|em)?(?:\s[“\"«‘„]?(?P<title>.{1,200}?)[”\"»’“]?)?:?"
)
_SAYS = re.compile(r".{2,40}\s(?:says|said|wrote|dit|a dit|sagt|schreibt|dice|disse)\s?:")
_OTHER_PAGES = re.compile(
    r"(?:my |our |the )?(?:recent|latest|related|popular|favou?rite|similar|trending|featured|other|more|older|newer)"
    r"(?: [\w’'-]+){0,3} (?:posts|articles|reviews|stories|entries|news|comments|reads|links)"
    r"|(?:nos |mes |les )?(?:derni[eè]re?s|autres) (?:articles|critiques|billets|chroniques|commentaires|actualités)"
    r"|(?:articles|critiques|billets) (?:récents?|similaires|liés|associés)"
    r"|(?:latest|more|other) (?:posts|articles|reviews|stories) (?:by|from) .{2,40}"
)
"""What heads a list of a site's other pages."""


def is_stop(text: str) -> bool:
    """True for the heading of what follows a review: comments, related pages, what was recently played."""
    if len(text) >= 60:
        return commented(text) != ""
    if _OTHER_PAGES.fullmatch(text.casefold().strip(" \t\xa0:»›>|.…")):
        return True
    line = text.casefold().strip(" \t\xa0:»›>|(0123456789).…")
    return (
        line in STOPS or _SAYS.fullmatch(text.casefold().strip()) is not None or _COUNTED.fullmatch(text.casefold()) is not None
    )


def commented(text: str) -> str:
    """The page's headline, in lower case, out of the line over its readers' comments: ``2 thoughts on “The Lake Dog”``."""
    match = _COUNTED.fullmatch(text.casefold().strip()) if len(text) <= 240 else None
    return (match["title"] or "") if match and match["on"] else ""
