"""Holding what a page shows against what its data says: the page wins where it is plain, the data fills what is missing, and a
difference is said."""

from __future__ import annotations

from msgspec.structs import replace

from segment.errors import Where
from segment.model.finding import Finding
from segment.model.review import Facts, Origin, Rating, Review
from segment.review.found import Found
from segment.review.layout.line import clean
from segment.review.linked.said import Said, Sayings

_CUT = ("…", "...", "[…]", "[...]")
_OVERLAP = 40
"""So many characters of a review's text, found on the page, show that it is the page's."""


def reconciled(found: Found, sayings: Sayings, meta: Said, *, name: str) -> Found:
    """The page's reviews with what its data adds."""
    notes = [
        _note("RV019", "A block of data on this page is no JSON; what it says is not known.", name, line, level="info")
        for line in sayings.broken
    ]
    if found.others:
        # With several works only a title can say which of them the data means.
        first, *others = [_titled(one, sayings, name) for one in (found, *found.others)]
        return replace(first, others=tuple(others), findings=(*first.findings, *notes))
    said, doubts = _chosen(found.review, sayings.reviews, name)
    made = _filled(found, said, name) if said else found
    made = _filled(made, replace(meta, headline=""), name, quiet=True)
    return replace(made, findings=(*made.findings, *doubts, *notes))


def is_cut(body: str) -> bool:
    """True when a text in data breaks off with dots."""
    return body.rstrip().endswith(_CUT)


def _titled(found: Found, sayings: Sayings, name: str) -> Found:
    said = next((said for said in sayings.reviews if said.title and _same(said.title, found.review.title)), None)
    return _filled(found, said, name) if said else found


def _chosen(review: Review, reviews: tuple[Said, ...], name: str) -> tuple[Said | None, list[Finding]]:
    """The review in the data that is the page's own, put together from the blocks that agree; and where they do not."""
    if not reviews:
        return None, []
    text = " ".join(paragraph for section in review.sections for paragraph in section.paragraphs)
    ranked = sorted(reviews, key=lambda said: -_likeness(said, review, text))
    best = ranked[0]
    if len({(said.title, said.reviewers) for said in reviews if said.title}) > 1 and not _likeness(best, review, text):
        message = f"The page's data holds {len(reviews)} reviews, and none is plainly this one; none was taken."
        return None, [_note("RV018", message, name, best.line, level="info")]
    doubts: list[Finding] = []
    for other in ranked[1:]:
        if other.reviewers and best.reviewers and not set(other.reviewers) & set(best.reviewers):
            if other.title in ("", best.title):
                doubts.append(_differ("by-line", best.reviewers[0], other.reviewers[0], name, other.line))
            continue
        if other.title and best.title and not _same(other.title, best.title):
            doubts.append(_differ("title", best.title, other.title, name, other.line))
            continue
        values = {rating.value for rating in best.rating}
        if other.rating and best.rating and other.rating[0].value not in values:
            doubts.append(_differ("rating", best.rating[0].as_given, other.rating[0].as_given, name, other.line))
        best = _combined(best, other)
    return best, doubts


def _likeness(said: Said, review: Review, text: str) -> int:
    """How surely a review in the data is the one on the page."""
    start = clean(said.body)[:_OVERLAP]
    return (
        4 * (len(start) == _OVERLAP and start in text)
        + 3 * (bool(said.title) and _same(said.title, review.title))
        + 2 * (review.reviewer in said.reviewers)
        + (1 if said.headline and said.headline in (review.headline, review.title) else 0)
    )


def _combined(best: Said, other: Said) -> Said:
    """The first with what only the second says."""
    empty = {field: getattr(other, field) for field in Said.__struct_fields__ if not getattr(best, field)}
    facts = {field: getattr(best.facts, field) or getattr(other.facts, field) for field in Facts.__struct_fields__}
    return replace(best, **{**empty, "facts": Facts(**facts)})


def _filled(found: Found, said: Said, name: str, *, quiet: bool = False) -> Found:
    """A review with what ``said`` adds; ``quiet`` for evidence too weak to contradict the page."""
    review = found.review
    changes = {**_about_page(review, said), **_about_work(review, said)}
    changes["origins"] = (*_kept(review, changes), *_origins(review, changes, said))
    notes = () if quiet else _differences(review, said, changes, name)
    return replace(found, review=replace(review, **changes), findings=(*found.findings, *notes))


def _about_page(review: Review, said: Said) -> dict[str, object]:
    """Title, headline, by-line, date and language, where the data is to be taken."""
    changes: dict[str, object] = {}
    title, headline = _title(review, said)
    if title != review.title:
        changes.update(title=title, headline=headline)
    elif not title and not review.headline and said.headline:
        changes["headline"] = said.headline
    if not review.reviewer and said.reviewers:
        changes["reviewer"] = said.reviewers[0]
    for field in ("date", "language"):
        if not getattr(review, field) and getattr(said, field):
            changes[field] = getattr(said, field)
    return changes


def _about_work(review: Review, said: Said) -> dict[str, object]:
    """Kind, rating, people and facts, where the data is to be taken. Its type of a work is exact."""
    changes: dict[str, object] = {}
    if said.kind and said.kind != review.kind:
        changes["kind"] = said.kind
    ratings = _ratings(review.rating, said.rating)
    if ratings != review.rating:
        changes["rating"] = ratings
    here = {credit.name.casefold() for credit in review.credits}
    if more := tuple(credit for credit in said.credits if credit.name.casefold() not in here):
        changes["credits"] = (*review.credits, *more)
    if said.cast and not review.cast:
        changes["cast"] = said.cast
    facts = {field: getattr(said.facts, field) for field in Facts.__struct_fields__ if not getattr(review.facts, field)}
    if any(facts.values()):
        changes["facts"] = replace(review.facts, **facts)
    return changes


def _differences(review: Review, said: Said, changes: dict[str, object], name: str) -> list[Finding]:
    """A note for each field that the page and its data give differently."""
    notes: list[Finding] = []
    if said.title and "title" not in changes and not _same(said.title, review.title):
        notes.append(_differ("title", review.title, said.title, name, said.line))
    if review.reviewer and said.reviewers and not any(_same(review.reviewer, one) for one in said.reviewers):
        notes.append(_differ("by-line", review.reviewer, said.reviewers[0], name, said.line))
    if review.date and said.date and review.date != said.date:
        notes.append(_differ("date", review.date, said.date, name, said.line))
    if said.rating and review.rating and said.rating[0].value not in {rating.value for rating in review.rating}:
        notes.append(_differ("rating", review.rating[0].as_given, said.rating[0].as_given, name, said.line))
    return notes


def _title(review: Review, said: Said) -> tuple[str, str]:
    """Title and headline. A page's title that is the whole headline was not told from it; the data's then is."""
    whole = review.headline or review.title
    if not said.title or _same(said.title, review.title):
        return review.title, review.headline
    if not review.title or _same(review.title, whole) or said.title.casefold() in whole.casefold():
        return said.title, "" if _same(said.title, whole) else whole
    return review.title, review.headline


def _ratings(page: tuple[Rating, ...], data: tuple[Rating, ...]) -> tuple[Rating, ...]:
    """The page's ratings, with the scale of the data's where the number is the same; the data's where the page shows none."""
    if not page:
        return data
    scales = {rating.value: rating.scale for rating in data if rating.scale}
    return tuple(rating if rating.scale else replace(rating, scale=scales.get(rating.value)) for rating in page)


def _kept(review: Review, changes: dict[str, object]) -> list[Origin]:
    """The origins of fields that did not change."""
    return [origin for origin in review.origins if origin.field not in changes]


def _origins(review: Review, changes: dict[str, object], said: Said) -> list[Origin]:
    """An origin for each field the data gave, item by item."""
    made: list[str] = [field for field in ("title", "reviewer", "date", "language", "kind") if field in changes]
    if "headline" in changes and changes["headline"] == said.headline:
        made.append("headline")
    for field in ("credits", "cast", "rating"):
        new = changes.get(field)
        if isinstance(new, tuple) and not (field == "rating" and review.rating):
            made += [f"{field}[{at}]" for at in range(len(getattr(review, field)), len(new))]
    if "facts" in changes:
        made += [
            f"facts.{name}" for name in Facts.__struct_fields__ if getattr(said.facts, name) and not getattr(review.facts, name)
        ]
    return [Origin(field=field, line=said.line, element=said.element) for field in made]


def _same(one: str, other: str) -> bool:
    """Equal but for case, and for curly or straight quotation marks."""
    return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"').split())


def _differ(what: str, page: str, data: str, name: str, line: int) -> Finding:
    message = f"The {what} is “{page[:60]}” on the page and “{data[:60]}” in its data; the page's was taken."
    return _note("RV018", message, name, line)


def _note(code: str, message: str, name: str, line: int, *, level: str = "warning") -> Finding:
    where = Where(file=name, line=line)
    return Finding(code=code, level="info" if level == "info" else "warning", message=message, where=where)
