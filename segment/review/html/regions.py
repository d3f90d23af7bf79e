"""Parts of a page that are no article, told by their tags and by the words in their class names."""

from __future__ import annotations

import re

SKIPPED = frozenset(
    """script style template svg math iframe object embed canvas map audio video select option datalist textarea noscript head
    title link base input progress meter""".split()
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

TAGS: dict[str, str] = {
    "nav": _LINK,
    "menu": _LINK,
    "footer": _ABOUT,
    "figcaption": _CAPTION,
    "caption": _CAPTION,
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
    **dict.fromkeys("share sharing shares social socials socialite addthis sharedaddy".split(), _SHARE),
    **dict.fromkeys("nav navbar navigation breadcrumb breadcrumbs pagination pager skip burger offcanvas".split(), _LINK),
    **dict.fromkeys("newsletter signup subscribe subscription subscriptions optin mailchimp paywall".split(), _NEWS),
    **dict.fromkeys("related recirc recirculation recommended recommendations trending popular outbrain taboola".split(), _LISTS),
    **dict.fromkeys("sidebar widget widgets rail teaser teasers readmore morefrom latest tags taglist tagcloud".split(), _LISTS),
    **dict.fromkeys("comment comments disqus respond commentlist replies".split(), _COMMENTS),
    **dict.fromkeys("ad ads advert adverts advertisement advertising sponsored promo promoted dfp affiliate".split(), _ADVERT),
    **dict.fromkeys("cookie cookies gdpr consent legal copyright disclaimer".split(), _LEGAL),
    **dict.fromkeys("caption wp-caption-text figcaption gallery slideshow carousel copyrightholder".split(), _CAPTION),
    **dict.fromkeys("bio biography authorbio".split(), _ABOUT),
    **dict.fromkeys("tooltip modal popup lightbox btn buy".split(), _BUTTON),
}
"""Words of class names and ids, and why what they name is left out."""

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
    return next((WORDS[word] for word in named(attributes) if word in WORDS), "")


def named(attributes: dict[str, str]) -> list[str]:
    """The words of an element's class names and id, see :func:`class_words`."""
    return class_words(f"{attributes.get('class', '')[:_MAX_CLASS]} {attributes.get('id', '')[:_MAX_CLASS]}")


def class_words(names: str) -> list[str]:
    """The words of class names, in lower case: ``shareButtons`` is ``share`` and ``buttons``."""
    return [*names.casefold().split(), *(word.casefold() for word in _WORD.findall(names))] if names.strip() else []
