"""The verbs on script templates."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from segment.project.load import load

if TYPE_CHECKING:
    from segment.model.project import Project
    from segment.model.review import Review
    from segment.model.template import Checked, Fields, Preview, TemplateListed
    from segment.project.house import Length


def templates(folder: str | Path = ".") -> tuple[TemplateListed, ...]:
    """The script templates of the show around ``folder``, what each is for, and where each comes from."""
    from segment.project.templates import listed

    return listed(Path(folder))


def show_template(name: str, folder: str | Path = ".") -> tuple[TemplateListed, str]:
    """A template and its text."""
    from segment.project.templates import shown

    return shown(name, Path(folder))


def new_template(name: str, *, source: str = "review", folder: str | Path = ".", dry_run: bool = False) -> Path:
    """Copy a template into the show's ``scripts/``, with comments that teach the language. Nothing that is there is touched.

    ``dry_run`` only says where it would go.
    """
    from segment.project.templates import new

    return new(name, source, Path(folder), dry_run=dry_run)


def template_fields(review: Review, *, project: Project | None = None) -> Fields:
    """Every field a template can use, its value in this review, and how many of the show's reviews lack it."""
    from segment.project.template_fields import fields

    return fields(review, load(Path.cwd()) if project is None else project)


def check_templates(names: Iterable[str] = (), *, against: str | Path | None = None, folder: str | Path = ".") -> Checked:
    """Try templates (all without ``names``) on reviews of every kind, and against the scripts of past stories."""
    from segment.project.templates import checked

    return checked(names, Path(folder), None if against is None else Path(against))


def preview_template(name: str, page: str | Path, *, slot_s: Length = None, spoilers: bool = False, work: str = "") -> Preview:
    """The script a template makes of a review page, its notes and its length; nothing is written."""
    from segment.pipeline import read_review
    from segment.project.template_preview import preview

    review = read_review(page, work=work)
    return preview(name, review, Path(page), slot_s=slot_s, spoilers=spoilers)
