"""schema.org's JSON-LD in all the shapes it comes in: ``Review`` alone, in a graph, in an article, in the work it is about.

https://schema.org/Review, https://schema.org/CriticReview, https://schema.org/ReviewNewsArticle; readers' own reviews and
aggregate ratings are not the critic's and are not taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from segment.model.review import CastMember, Credit, Facts
from segment.review.facts.credit_line import labelled_credits, merged
from segment.review.facts.dates import iso_date
from segment.review.facts.names import is_name
from segment.review.linked.said import Said
from segment.review.linked.values import first_text, items, listed_names, names, rating_of, text_of, types

_REVIEWS = frozenset({"Review", "CriticReview", "ReviewNewsArticle", "MediaReview"})
_ARTICLES = frozenset({"Article", "NewsArticle", "BlogPosting", "Report", "OpinionNewsArticle", "WebPage"})
KINDS: dict[str, str] = {
    "Movie": "film",
    "Book": "book",
    "Audiobook": "book",
    "MusicAlbum": "album",
    "MusicRelease": "album",
    "MusicEvent": "concert",
    "TheaterEvent": "theatre",
    "Play": "theatre",
    "TheaterGroup": "theatre",
    "Restaurant": "restaurant",
    "FoodEstablishment": "restaurant",
    "CafeOrCoffeeShop": "restaurant",
    "BarOrPub": "restaurant",
    "VideoGame": "game",
    "Game": "game",
    "ExhibitionEvent": "exhibition",
    "VisualArtsEvent": "exhibition",
    "DanceEvent": "dance",
    "TVSeries": "television",
    "TVSeason": "television",
    "TVEpisode": "television",
}
"""Types of works, and our kinds."""

_PEOPLE: dict[str, str] = {
    "director": "Director",
    "directors": "Director",
    "producer": "Producer",
    "musicBy": "Composer",
    "composer": "Composer",
    "translator": "Translator",
    "illustrator": "Illustrator",
    "readBy": "Narrator",
    "conductor": "Conductor",
}
_DEEPEST = 12
_MOST = 20_000


def reviews_in(data: Any, *, line: int) -> list[Said]:
    """Every review in one block's value; ``line`` is where the block begins. Bounded, whatever the data."""
    nodes = list(_nodes(data))
    by_id = {node["@id"]: node for node, _ in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    found: list[tuple[dict[str, Any], dict[str, Any]]] = []
    articles: list[dict[str, Any]] = []
    for node, above in nodes:
        kind = types(node)
        if kind & _REVIEWS:
            found.append((node, above))
        elif kind & _ARTICLES:
            articles.append(node)
    # An article that holds or stands beside one review is that review's page.
    article = articles[0] if len(articles) == 1 else next((node for node in articles if node.get("articleBody")), {})
    made = [_said(node, above, article, by_id, line) for node, above in found]
    if not made and article and (article.get("itemReviewed") or article.get("about")):
        made = [_said(article, {}, {}, by_id, line)]
    if not made and article and "WebPage" not in types(article):
        made = [_said(article, {}, {}, by_id, line)]
    return made


def _nodes(data: Any) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Every object with the one it stands in, to a depth and a number no page needs."""
    stack: list[tuple[Any, dict[str, Any], int]] = [(data, {}, 0)]
    count = 0
    while stack and count < _MOST:
        value, above, depth = stack.pop()
        count += 1
        if isinstance(value, dict):
            yield value, above
            above = value
        if depth < _DEEPEST and isinstance(value, dict | list):
            inner = list(value.values()) if isinstance(value, dict) else value
            stack.extend((item, above, depth + 1) for item in reversed(inner[:_MOST]) if isinstance(item, dict | list))


def _said(
    node: dict[str, Any], above: dict[str, Any], article: dict[str, Any], by_id: dict[str, dict[str, Any]], line: int
) -> Said:
    work = next((_resolved(item, by_id) for item in items(node.get("itemReviewed") or node.get("about"))), None)
    holder = above if types(above) and not types(above) & (_REVIEWS | _ARTICLES) and above.get("name") else {}
    work = holder if work is None else work
    about = work if isinstance(work, dict) else {}
    inner = next((item for item in items(about.get("itemReviewed")) if isinstance(item, dict)), None)
    about = inner or about
    title = text_of(work) if isinstance(work, str) else first_text(about.get("name"))
    people = [_resolved(item, by_id) for item in items(node.get("author") or node.get("creator") or article.get("author"))]
    kinds = [KINDS[kind] for kind in types(about) if kind in KINDS]
    kind = kinds[0] if len(kinds) == 1 else ""
    facts = {name: value for name, value in _facts(about, kind).items() if value}
    return Said(
        title=title,
        headline=first_text(node.get("headline")) or first_text(article.get("headline")) or first_text(node.get("name")),
        reviewers=tuple(dict.fromkeys(name for name in names(people) if is_name(name))),
        date=iso_date(first_text(node.get("datePublished")) or first_text(article.get("datePublished"))),
        kind=kind,
        language=_language(node) or _language(article),
        body=text_of(node.get("reviewBody") or node.get("articleBody") or article.get("articleBody"), lines=True),
        rating=tuple(rating for item in items(node.get("reviewRating")) if (rating := rating_of(_resolved(item, by_id)))),
        credits=_credits(about, kind),
        cast=_cast(about),
        facts=Facts(**facts),
        line=line,
    )


def _resolved(value: Any, by_id: dict[str, dict[str, Any]]) -> Any:
    """``{"@id": …}`` alone stands for the object of that name."""
    if isinstance(value, dict) and len(value) == 1 and isinstance(value.get("@id"), str):
        return by_id.get(value["@id"], value)
    return value


def _language(node: dict[str, Any]) -> str:
    tag = first_text(node.get("inLanguage"))
    return tag if 2 <= len(tag) <= 11 and tag.replace("-", "").isalnum() and tag[:2].isalpha() else ""


def _credits(work: dict[str, Any], kind: str) -> tuple[Credit, ...]:
    made = [credit for key, label in _PEOPLE.items() for name in names(work.get(key)) for credit in labelled_credits(label, name)]
    label = "Author" if kind == "book" else "Writer" if kind in {"film", "theatre"} else ""
    made += [credit for name in names(work.get("author")) if label for credit in labelled_credits(label, name)]
    return merged([_bare(credit) for credit in made if is_name(credit.name)])


def _bare(credit: Credit) -> Credit:
    """The label is ours; the name alone is copied."""
    return Credit(name=credit.name, as_given=credit.name, roles=credit.roles)


def _cast(work: dict[str, Any]) -> tuple[CastMember, ...]:
    members: list[CastMember] = []
    for item in [*items(work.get("actor")), *items(work.get("actors"))][:200]:
        played = isinstance(item, dict) and "actor" in item
        role = first_text(item.get("characterName")) if played else ""
        members.extend(CastMember(actor=name, role=role) for name in names(item["actor"] if played else item) if is_name(name))
    return tuple(dict.fromkeys(members))


def _facts(work: dict[str, Any], kind: str) -> dict[str, str]:
    """Facts as text; a duration such as ``PT2H`` and a price without a currency are for machines and left alone."""
    dated = first_text(work.get("datePublished")) or first_text(work.get("dateCreated"))
    year = dated[:4] if dated[:4].isdigit() and kind in {"film", "book", "album", "game"} else ""
    duration = first_text(work.get("duration"))
    place = next((item for item in items(work.get("location"))), work.get("address"))
    if isinstance(place, dict):
        place = place.get("name") or place.get("streetAddress")
    return {
        "year": year,
        "running_time": "" if duration.startswith("P") else duration,
        "certificate": first_text(work.get("contentRating")),
        "label": listed_names(work.get("recordLabel")),
        "publisher": listed_names(work.get("publisher")) if kind in {"book", "game"} else "",
        "venue": first_text(place),
        "price": first_text(work.get("priceRange")),
        "genre": listed_names(work.get("genre")) or listed_names(work.get("servesCuisine")),
        "artist": listed_names(work.get("byArtist")),
        "platforms": listed_names(work.get("gamePlatform")),
    }
