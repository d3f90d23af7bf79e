"""What front matter as people write it says about a review, by a closed table of keys."""

from __future__ import annotations

import re
from typing import Any, Literal

from segment.errors import Where
from segment.model.finding import Finding
from segment.model.review import CastMember, Credit, Facts, LeftOut, Rating
from segment.review.facts.cast_line import cast_list
from segment.review.facts.credit_line import labelled_credits
from segment.review.facts.dates import iso_date
from segment.review.facts.kind import said_kind
from segment.review.facts.labels import FACTS, is_rating_label
from segment.review.facts.names import is_name
from segment.review.facts.rating import labelled_rating, rating
from segment.review.layout.known import Known
from segment.review.layout.line import Line, clean
from segment.review.layout.meaning import is_company
from segment.review.markdown.front_author import wrote_the_work
from segment.review.markdown.front_entry import Entry
from segment.review.markdown.front_nested import nested_work
from segment.review.markdown.inline import plain
from segment.review.markdown.lines import MarkdownText
from segment.review.roles import ROLES, WORDS
from segment.review.shape import meant
from segment.review.word_table import words

About = Literal[
    "headline",
    "work",
    "work author",
    "title headline",
    "standfirst",
    "reviewer",
    "date",
    "rating",
    "hint",
    "kind",
    "language",
    "cast",
    "credits",
]

KEYS: dict[str, About] = {
    "title": "headline",
    "headline": "title headline",
    "film": "work",
    "movie": "work",
    "book": "work",
    "album": "work",
    "work": "work",
    "game": "work",
    "play": "work",
    "opera": "work",
    "restaurant": "work",
    "exhibition": "work",
    "release title": "work",
    "subtitle": "standfirst",
    "standfirst": "standfirst",
    "description": "standfirst",
    "excerpt": "standfirst",
    "summary": "standfirst",
    "reviewer": "reviewer",
    "critic": "reviewer",
    "critics": "reviewer",
    "author": "reviewer",
    "authors": "reviewer",
    "by": "reviewer",
    "byline": "reviewer",
    "author byline": "reviewer",
    "date": "date",
    "published": "date",
    "rating": "rating",
    "score": "rating",
    "stars": "rating",
    "category": "hint",
    "categories": "hint",
    "tags": "hint",
    "type": "hint",
    "section": "hint",
    "kind": "kind",
    "lang": "language",
    "language": "language",
    "cast": "cast",
    "starring": "cast",
    "actors": "cast",
    "credits": "credits",
}
"""Keys other than roles. "author" in a page's front matter is who wrote the page."""
_SORTS = words("film movie book album record game play opera restaurant exhibition work")
_CALLED: dict[str, About] = {"title": "work", "name": "work", "author": "work author", "authors": "work author"}

_OURS = ("title", "headline", "kind", "reviewer", "date", "language", "credits", "cast", "rating")
_ADDRESS = re.compile(r"[/\\]|\.[A-Za-z]{2,4}$|^[\d%.,]+\w{0,2}$|^[a-z\d]+(?:[-_][a-z\d]+)+$")
"""A path, an address, a key or a measure: ``image: posters/film.jpg`` names nobody, though "image" is a role in French."""
_NO_FIELD = "front matter that a review has no field for"
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PAGE = frozenset({"reviewer", "date"})
"""What is looked for one level down."""
_NOT_PAGE = words("title rating score cover director directors artist artists studio studios isbn")
"""Keys of a table that is about the work."""
_PUBLISHED = words("publisher isbn isbn10 isbn13 editeur éditeur verlag editorial editora")
"""Beside one of these, on a page without a day of its own, "author" may be the book's."""
_SHELVED = words("goodreads goodreads_id goodreads_url series_order series_number bookseries")
"""Beside one of these it may be so on any page."""
_BY = re.compile(r"\s(?:by|de|von|di)\s[A-ZÀ-Þ]")
"""A title that names the author itself."""
_PLAYED = words("platform platforms developer developers studio label artist band")
"""Beside one of these the publisher is no book's."""
_LONGEST_CERTIFICATE = 16
_FLAGS = frozenset({"true", "false", "yes", "no"})


class _Facts:
    """Gathers facts key by key."""

    def __init__(self, found: MarkdownText, name: str) -> None:
        self.name = name
        self.texts: dict[str, str] = {}
        self.facts: dict[str, str] = {}
        self.hints: list[str] = []
        self.credits: list[Credit] = []
        self.cast: list[CastMember] = []
        self.rating: list[Rating] = []
        self.left_out = list(found.left_out)
        self.findings: list[Finding] = []
        self.emphasised = found.emphasised
        self.published = self.dated = self.played = self.shelved = False

    def take(self, key: str, entry: Entry) -> None:
        """One key; what it does not mean to a review is listed as left out."""
        about = _about(key)
        values = _texts(entry.value)
        self.published = self.published or key.casefold() in _PUBLISHED
        self.shelved = self.shelved or key.casefold() in _SHELVED
        self.played = self.played or key.casefold() in _PLAYED
        self.dated = self.dated or about == "date"
        if about in {"cast", "credits"}:
            understood = self._people(about, key, entry)
        elif about == "work author":
            understood = self._author(values)
        elif about is None:
            understood = self._fact(key, values) | self._role(key, values)
        elif about in {"rating", "hint"}:
            understood = self._listed(about, values)
        else:
            understood = bool(values) and self._text(about, values, entry)
        if not understood and entry.value:
            self.left_out.append(LeftOut(line=entry.line, text=entry.text, reason=_NO_FIELD))
        if about is None and not understood and (word := meant(key, _OURS, closeness=0.8)):
            self._note("RV050", f"“{key}” is no field of a review{word}", entry)

    def _text(self, about: str, values: list[str], entry: Entry) -> bool:
        value = values[0]
        if about == "headline" and isinstance(entry.value, str):
            # What a page's own title sets in italics is the work in it.
            self.emphasised |= {clean(phrase) for phrase in plain(entry.value).emphasised if clean(phrase) != value}
        elif about == "date":
            value = iso_date(value)
        elif about == "reviewer" and not is_name(value):
            self._note("RV015", f"The by-line “{value[:60]}” is no person's name, so it was not taken.", entry)
            return False
        elif about in {"title headline", "work"} and (value.casefold() in _FLAGS or _ADDRESS.search(value)):
            return False
        elif about == "kind":
            value = said_kind(value) or value
        if value and about not in self.texts:
            self.texts[about] = value
        # A standfirst is kept to look for a name in; it is no part of the review.
        return bool(value) and about != "standfirst"

    def _listed(self, about: str, values: list[str]) -> bool:
        ratings = [found for value in values if (found := (labelled_rating if about == "rating" else rating)(value))]
        self.rating.extend(found for found in ratings if found.as_given not in {known.as_given for known in self.rating})
        self.hints.extend(values if about == "hint" else ())
        return bool(ratings) or any(said_kind(value) for value in values)

    def _fact(self, key: str, values: list[str]) -> bool:
        name = key.casefold().replace("_", " ").replace("-", " ")
        field = FACTS.get(name) or (name.replace(" ", "_") if name.replace(" ", "_") in Facts.__struct_fields__ else "")
        if not field or not values:
            return False
        # A shop's "classification: Full Price (65 mins)" certifies nothing, and a list of countries is no house.
        if (field == "certificate" and len(values[0]) > _LONGEST_CERTIFICATE) or (name == "location" and len(values) > 1):
            return False
        self.facts.setdefault(field, ", ".join(values))
        return True

    def _role(self, key: str, values: list[str]) -> bool:
        if key.casefold() not in WORDS:
            return False
        named = [credit for value in values for credit in labelled_credits(key, value) if not _ADDRESS.search(credit.name)]
        if not all(is_name(credit.name) or is_company(credit) for credit in named):
            # "cinematography: muted, restrained" says how it looks, not who shot it.
            return False
        self.credits.extend(named)
        return bool(named)

    def _author(self, values: list[str]) -> bool:
        named = [Credit(name=value, as_given=value, roles=("author",)) for value in values if is_name(value)]
        self.credits.extend(credit for credit in named if credit not in self.credits)
        return bool(named)

    def speaks_of_author(self, key: str, entry: Entry, lines: list[Line]) -> None:
        """Where the review speaks of whom "author" names, it is the work's author: nobody signs, and "title" is the work's.

        Where a publisher stands beside it and the page has no day of its own, nothing says which of the two it is.
        """
        name = self.texts.get("reviewer", "")
        if not name or not wrote_the_work(name, self.texts.get("standfirst", ""), lines):
            named = _BY.search(self.texts.get("headline", "")) is not None
            if name and not self.played and not named and (self.shelved or (self.published and not self.dated)):
                del self.texts["reviewer"]
                self._note("RV015", f"“{key}: {name}” may be the book's author, so it was not taken as the by-line.", entry)
            return
        del self.texts["reviewer"]
        self._author([name])
        self.texts.setdefault("work", self.texts.get("headline", ""))
        self._note("RV015", f"“{key}: {name}” was taken as the work's author, for the review speaks of {name}.", entry)

    def _people(self, about: str, key: str, entry: Entry) -> bool:
        value = entry.value
        if about == "cast":
            self.cast.extend(member for item in _items(value) for member in _members(item))
            return bool(self.cast)
        made = [credit for item in _items(value) for credit in _credit(item)]
        if not made or len(made) < len(_items(value)):
            allowed = ", ".join(ROLES)
            self._note("RV051", f"“{key}” was not understood: each entry needs a name, and roles out of {allowed}.", entry)
        self.credits.extend(made)
        return bool(made)

    def _note(self, code: str, message: str, entry: Entry) -> None:
        where = Where(file=self.name, line=entry.line)
        self.findings.append(Finding(code=code, level="warning", message=message, where=where))

    def known(self) -> Known:
        """Everything gathered. With a field "headline" beside it, "title" is the work's."""
        both = "title headline" in self.texts
        return Known(
            title=self.texts.get("work") or (self.texts.get("headline", "") if both else ""),
            headline=self.texts["title headline"] if both else self.texts.get("headline", ""),
            standfirst=self.texts.get("standfirst", ""),
            reviewer=self.texts.get("reviewer", ""),
            date=self.texts.get("date", ""),
            kind=self.texts.get("kind", ""),
            language=self.texts.get("language", ""),
            hints=tuple(self.hints),
            emphasised=self.emphasised,
            credits=tuple(self.credits),
            cast=tuple(self.cast),
            rating=tuple(self.rating),
            facts=Facts(**self.facts),
            left_out=tuple(self.left_out),
            findings=tuple(self.findings),
        )


def known_from(entries: dict[str, Entry], found: MarkdownText, *, name: str) -> Known:
    """The facts in front matter; every other line of it is listed as left out."""
    facts = _Facts(found, name)
    for key, entry in entries.items():
        facts.take(key, entry)
    for key, entry in nested_work(entries):
        facts.take(key, entry)
    for key, entry in entries.items():
        if key.casefold() in {"author", "authors"}:
            facts.speaks_of_author(key, entry, found.lines)
    for key, entry in entries.items():
        # ``publication:`` may hold the author and the day of the page.
        inner = entry.value if KEYS.get(key.casefold()) is None and isinstance(entry.value, dict) else {}
        if not _NOT_PAGE.isdisjoint(word.casefold() for word in inner):
            # Beside a title or a score of its own, or beside directors, "author" is the work's.
            continue
        for word, value in inner.items():
            if KEYS.get(word.casefold()) in _PAGE and KEYS[word.casefold()] not in facts.texts:
                facts.take(word, Entry(value=value, line=entry.line, text=entry.text))
    return facts.known()


def _about(key: str) -> About | None:
    """What a key is about, also ``movie_title``, ``bookTitle`` and ``film-name``."""
    said = _CAMEL.sub(" ", key).replace("_", " ").replace("-", " ").casefold()
    sort, _, rest = said.partition(" ")
    if sort in _SORTS and rest in _CALLED:
        return _CALLED[rest]
    return KEYS.get(key.casefold()) or KEYS.get(said) or ("rating" if is_rating_label(said) else None)


def _items(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [{"actor": str(key), "role": item} for key, item in value.items()]
    return value if isinstance(value, list) else [value]


def _texts(value: Any) -> list[str]:
    """The texts in a value, without Markdown's marks; of nested fields only a name."""
    if isinstance(value, dict):
        value = value.get("name", [])
    named = [item.get("name") if isinstance(item, dict) else item for item in _items(value)]
    return [text for item in named if isinstance(item, str) and (text := clean(plain(item).text))]


def _members(item: Any) -> tuple[CastMember, ...]:
    if isinstance(item, str):
        return tuple(member for member in cast_list(clean(item)) if is_name(member.actor))
    if not isinstance(item, dict):
        return ()
    actor = item.get("actor") or item.get("name")
    role = item.get("role") or item.get("character") or ""
    if not isinstance(actor, str) or not isinstance(role, str):
        return ()
    return (CastMember(actor=clean(actor), role=clean(role)),)


def _credit(item: Any) -> tuple[Credit, ...]:
    if not isinstance(item, dict) or not isinstance(item.get("name"), str):
        return ()
    roles = tuple(role for role in _texts(item.get("roles") or item.get("role") or "") if role in ROLES)
    name = clean(item["name"])
    given = item.get("as_given")
    return (Credit(name=name, as_given=given if isinstance(given, str) else name, roles=roles),) if roles and name else ()
