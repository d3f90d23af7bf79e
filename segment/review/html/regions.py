"""Parts of a page that are no article, told by their tags and by the words in their class names."""

from __future__ import annotations

import re

from segment.review.word_table import words

SKIPPED = words(
    """script style template svg math iframe object embed canvas map audio video select option
    datalist textarea noscript head title link base input progress meter"""
)
"""Elements without any text of the page."""

_SHARE = "buttons for sharing"
_LINK = "the site's navigation"
_NEWS = "an invitation to subscribe"
_LISTS = "links to other pages"
_COMMENTS = "readers' comments"
_ADVERT = "an advertisement"
_LEGAL = "a legal notice"
_CAPTION = "caption of a picture"
_ABOUT = "about the site or the writer"
_HIDDEN = "hidden on the page"
_BUTTON = "a button or form"
STANDFIRST = "stands above the by-line, as a standfirst does"
BOX = "a box beside the text"

TAGS: dict[str, str] = {
    "nav": _LINK,
    "menu": _LINK,
    "footer": _ABOUT,
    "figcaption": _CAPTION,
    "caption": _CAPTION,
    "figure": _CAPTION,
    "button": _BUTTON,
    "form": _BUTTON,
    "dialog": _BUTTON,
    "label": _BUTTON,
}
"""Elements that are furniture by themselves."""

ROLES: dict[str, str] = {
    "navigation": _LINK,
    "menu": _LINK,
    "menubar": _LINK,
    "search": _BUTTON,
    "dialog": _BUTTON,
    "contentinfo": _ABOUT,
    "banner": _LINK,
}
"""ARIA roles that say the same."""

WORDS: dict[str, str] = {
    **dict.fromkeys(words("share sharing shares social socials socialite addthis sharedaddy"), _SHARE),
    **dict.fromkeys(words("nav navbar navigation breadcrumb breadcrumbs pagination pager skip burger offcanvas"), _LINK),
    **dict.fromkeys(words("newsletter signup subscribe subscription subscriptions optin mailchimp paywall"), _NEWS),
    **dict.fromkeys(words("related recirc recirculation recommended recommendations trending popular outbrain taboola"), _LISTS),
    **dict.fromkeys(words("sidebar widget widgets rail teaser teasers readmore morefrom latest tags taglist tagcloud"), _LISTS),
    **dict.fromkeys(words("comment comments disqus respond commentlist replies"), _COMMENTS),
    **dict.fromkeys(words("ad ads advert adverts advertisement advertising sponsored promo promoted dfp affiliate"), _ADVERT),
    **dict.fromkeys(words("cookie cookies gdpr consent legal copyright disclaimer"), _LEGAL),
    **dict.fromkeys(words("caption credit photocredit figcaption gallery slideshow carousel copyrightholder"), _CAPTION),
    **dict.fromkeys(words("dek deck standfirst subtitle strapline excerpt lede lead-text"), STANDFIRST),
    **dict.fromkeys(words("box boxout fancybox infobox factbox callout panel card specs"), BOX),
    **dict.fromkeys(words("bio biography authorbio"), _ABOUT),
    **dict.fromkeys(words("tooltip modal popup lightbox btn buy"), _BUTTON),
}
"""Words of class names and ids, and why what they name is left out."""

SCORED = frozenset({"score", "rating", "scores", "grade"})
"""Words of class names that speak of a rating."""

_UNJUDGED = frozenset({"html", "body", "main", "article", "h1"})
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_MAX_CLASS = 300


def reason(tag: str, attributes: dict[str, str]) -> str:
    """Why an element is no part of the article, or empty. Judged by itself alone; see :mod:`segment.review.html.article`."""
    if tag in _UNJUDGED:
        return ""
    if tag in TAGS:
        return TAGS[tag]
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return _HIDDEN
    style = attributes.get("style", "")[:_MAX_CLASS].replace(" ", "").casefold()
    if "display:none" in style or "visibility:hidden" in style:
        return _HIDDEN
    if attributes.get("role", "") in ROLES:
        return ROLES[attributes["role"]]
    names = named(attributes)
    why = next((WORDS[word] for word in names if word in WORDS), "")
    # A score box holds the rating, and a box of facts is what is looked for.
    return "" if why == BOX and SCORED & set(names) else why


def named(attributes: dict[str, str]) -> list[str]:
    """The words of an element's class names and id, see :func:`class_words`."""
    return class_words(f"{attributes.get('class', '')[:_MAX_CLASS]} {attributes.get('id', '')[:_MAX_CLASS]}")


def class_words(names: str) -> list[str]:
    """The words of class names, in lower case: ``shareButtons`` is ``share`` and ``buttons``."""
    return [*names.casefold().split(), *(word.casefold() for word in _WORD.findall(names))] if names.strip() else []
