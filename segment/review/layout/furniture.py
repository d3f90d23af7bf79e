"""The site's furniture: lines of a page that are no part of any review, and why."""

from __future__ import annotations

import re

_CAPTION = "caption of a picture"
_SHARE = "a button for sharing"
_LINK = "a link or button of the site"
_NEWS = "an invitation to subscribe or listen"
_LEGAL = "a legal notice"
_ADVERT = "an advertisement mark"
_LISTS = "a list of other pages"
_DATED = "what stands before the page's day"
_COMMENT = "the form for readers' comments"

WHOLE: dict[str, str] = {
    **dict.fromkeys(
        ("share", "share this", "share this article", "tweet", "facebook", "twitter", "x", "instagram", "pinterest"), _SHARE
    ),
    **dict.fromkeys(("email", "e-mail", "print", "whatsapp", "linkedin", "reddit", "copy link", "partager", "imprimer"), _SHARE),
    **dict.fromkeys(
        ("home", "menu", "search", "skip to content", "skip to main content", "contact", "contact us", "about"), _LINK
    ),
    **dict.fromkeys(
        (
            "links",
            "links:",
            "liens",
            "gallery",
            "galerie",
            "photos",
            "comments are closed",
            "permalink",
            "edit",
            "video",
            "listen",
            "posts",
            "articles",
            "archives",
            "lost your password?",
            "mot de passe oublié ?",
        ),
        _LINK,
    ),
    **dict.fromkeys(
        ("about us", "login", "log in", "sign in", "register", "my account", "next", "previous", "back to top"), _LINK
    ),
    **dict.fromkeys(
        ("read more", "see more", "more", "close", "play", "accueil", "rechercher", "connexion", "lire la suite"), _LINK
    ),
    **dict.fromkeys(("listen live", "listen on the go", "on air now", "now playing", "download apps", "download our app"), _NEWS),
    **dict.fromkeys(
        (
            "subscribe",
            "newsletter",
            "subscribe now",
            "join now",
            "support us",
            "s'inscrire",
            "sign up",
            "donate",
            "s'abonner",
            "s’abonner",
            "infolettre",
        ),
        _NEWS,
    ),
    **dict.fromkeys(("advert", "advertisement", "advertising", "sponsored", "sponsored content", "publicité", "ad"), _ADVERT),
    **dict.fromkeys(("posted on", "posted", "published on", "last updated", "publié le", "veröffentlicht am"), _DATED),
    **dict.fromkeys(("terms of use", "privacy policy", "cookie policy", "accept all cookies", "mentions légales"), _LEGAL),
}
"""Whole lines, in lower case, and the reason each is left out."""

SURE_STARTS: tuple[tuple[str, str], ...] = (
    ("click to enlarge", _CAPTION),
    ("advertisement:", _ADVERT),
    ("article continues below", _ADVERT),
    ("this post may contain", _ADVERT),
    ("this post contains affiliate", _ADVERT),
    ("this article contains affiliate", _ADVERT),
    ("sometimes we include links", _ADVERT),
    ("we may earn", _ADVERT),
    ("if you buy through", _ADVERT),
    ("when you purchase through", _ADVERT),
    ("as an amazon associate", _ADVERT),
    ("enter your email", _NEWS),
    ("join our mailing list", _NEWS),
    ("never miss a", _NEWS),
    ("subscribe to our newsletter", _NEWS),
    ("sign up for our newsletter", _NEWS),
    ("sign up to our newsletter", _NEWS),
    ("support us on", _NEWS),
    ("read more:", _LISTS),
    ("read more about", _LISTS),
    ("lire aussi", _LISTS),
    ("à lire :", _LISTS),
    ("[image", _CAPTION),
    ("we use cookies", _LEGAL),
    ("we and our partners", _LEGAL),
    ("nous utilisons des cookies", _LEGAL),
    ("ce site utilise des cookies", _LEGAL),
    ("this site is protected by", _LEGAL),
    ("this site uses akismet", _LEGAL),
    ("tagged:", _LISTS),
    ("tagged with", _LISTS),
    ("filed under", _LISTS),
    ("your email address will not be published", _COMMENT),
    ("required fields are marked", _COMMENT),
    ("save my name, email", _COMMENT),
    ("votre adresse e-mail ne sera pas", _COMMENT),
    ("votre adresse de messagerie ne sera pas", _COMMENT),
    ("enregistrer mon nom, mon e-mail", _COMMENT),
    ("les champs obligatoires sont", _COMMENT),
    ("previous post", _LINK),
    ("previous article", _LINK),
    ("previous story", _LINK),
    ("next post", _LINK),
    ("next article", _LINK),
    ("next story", _LINK),
)
"""Beginnings of the site's own sentences, in lower case."""

STARTS: tuple[tuple[str, str], ...] = (
    ("photo:", _CAPTION),
    ("photo :", _CAPTION),
    ("photos:", _CAPTION),
    ("pictured:", _CAPTION),
    ("pictured above", _CAPTION),
    ("caption:", _CAPTION),
    ("légende", _CAPTION),
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
    ("click to enlarge", _CAPTION),
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

_ADDRESS = re.compile(r"<?(?:https?://|www\.)\S{1,390}")
_AGENCY = re.compile(
    r"[^\W\d_][^/.!?]{2,60}\s?/\s?(?:AP|AFP|AAP|Reuters|Getty|EPA|PA|Rex|Shutterstock|Alamy|Corbis|Magnum|Allstar|Everett|AOL)\b"
    r"[^/.!?]{0,30}"
)
"""``Ann Roe/Reuters`` under a picture."""
_PLACED = re.compile(
    r"\((?:left|right|cent(?:re|er)|far left|far right|à gauche|à droite|au centre)\)|^from left\b|^clockwise from"
)
_LONGEST_CAPTION = 160
_PICTURE_NAME = re.compile(r"\[[\w. -]{1,80}\]")
_TEASER = re.compile(
    r"(?:[^\W\d_]{3,10}\.?\s\d{1,2},?\s(?:19|20)\d\d|\d{1,2}\.?\s[^\W\d_]{3,10}\.?\s(?:19|20)\d\d)\s(?:in|dans)\s[^/|»]{2,40}\s(?://|\||»)\s"
)
"""``March 2, 2016 in Music // Review: The Lake Dog``: a list of a site's newest pages."""
_INVITES = re.compile(
    r"\b(?:sign(?:ing)? up|subscribe|join|inscrivez|abonnez|get)\b[^.!?]{0,60}"
    r"\b(?:newsletter|mailing list|infolettre|lettre d['’]information)\b"
)
_ONE_SCORE = re.compile(r".{2,40}['’]s review\s?\d{1,3}(?:[.,]\d)?/\d{1,3}")
_CREDITED = re.compile(
    r".{3,200}\((?:photo|image|picture|crédit)[^()]{0,60}\)|.{3,200}\s(?:photo|photograph|image)\s?(?:by|:|courtesy)\s.{2,60}"
)
_ALL_STARTS = tuple(start for start, _ in STARTS)
_ALL_SURE = tuple(start for start, _ in SURE_STARTS)
_ALL_ENDINGS = tuple(ending for ending, _ in ENDINGS)
_MAX_WORDS = 40
_LONG = ("tagged:", "tags:", "filed under", "tagged with")
"""Beginnings of lists of any length."""


def furniture(text: str) -> str:
    """Why a line is no part of the review, or empty when it may be."""
    if len(text) > 400 and not text[:20].casefold().startswith(_LONG):
        return ""
    line = text.casefold().strip(" \t\xa0:»›>|•·→")
    if not line:
        return "no words in it"
    if line in WHOLE:
        return WHOLE[line]
    if line.startswith(_ALL_SURE):
        return next(reason for start, reason in SURE_STARTS if line.startswith(start))
    if reason := _by_shape(text.strip(), line):
        return reason
    if len(line.split()) > _MAX_WORDS:
        return ""
    for start, reason in STARTS if line.startswith(_ALL_STARTS) else ():
        if line.startswith(start) and (not start[-1].isalpha() or not line[len(start) : len(start) + 1].isalpha()):
            return _unless_sentence(line, reason)
    if not line.endswith(_ALL_ENDINGS):
        return ""
    return next(reason for ending, reason in ENDINGS if line.endswith(ending))


def _by_shape(text: str, line: str) -> str:
    """Why a line is furniture, by what it is made of; ``line`` is the text in lower case."""
    if _ADDRESS.fullmatch(text):
        return "an address without words"
    if text[-1] not in ".!?" and _TEASER.match(line):
        return _LISTS
    if _PICTURE_NAME.fullmatch(text) or _CREDITED.fullmatch(line) or _AGENCY.fullmatch(text) or _is_placed(text, line):
        return _CAPTION
    if _ONE_SCORE.fullmatch(line):
        return "the score of one of several reviewers"
    if (
        ("newsletter" in line or "lett" in line or "mailing" in line)
        and _INVITES.search(line)
        and len(line.split()) <= _MAX_WORDS
    ):
        return _NEWS
    if line.startswith(_LONG) and not line.endswith((".", "!", "?")):
        return _LISTS
    return _LINK if "click here" in line and len(line.split()) <= _MAX_WORDS else ""


def _is_placed(text: str, line: str) -> bool:
    """``Ann Roe (left) and Jo Poe``: who stands where in a picture, and no sentence."""
    return len(text) <= _LONGEST_CAPTION and text[-1] not in ".!?…" and _PLACED.search(line) is not None


def _unless_sentence(line: str, reason: str) -> str:
    """ "Listen to the score…" may begin a critic's sentence; legal notices are sentences themselves."""
    if reason == _LEGAL or len(line.split()) < 9:
        return reason
    return "" if line.endswith((".", "!", "?", "…", "”", '"')) else reason
