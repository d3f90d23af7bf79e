"""``segment script``: the on-air script, written from a review or as it stands, in the form that is asked for."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from segment.cli import options
from segment.cli.terminal import say, say_json, say_json_text

_FORMS = "text|docx|paper|reader|prompter|ssml|json"


@click.command("script")
@click.argument("source", metavar="REVIEW|SCRIPT")
@options.template
@options.slot
@options.out_at
@options.spoilers
@options.work
@click.option("--format", "form", default="", metavar=_FORMS, help="Form to print it in [default: -o's suffix, else text].")
@click.option("-o", "--out", type=click.Path(path_type=Path), metavar="FILE", help="File to write [default: standard output].")
@click.option("--for", "role", default="", metavar="ROLE", help="Reader it is for: his lines large, the others grey.")
@click.option("--mirror", is_flag=True, help="Mirror the prompter, for a glass.")
@click.option("--compare", is_flag=True, help="Show what SCRIPT has otherwise than the script.txt beside it.")
@click.option("--sources", is_flag=True, help="Show the sentence of the review that each spoken one came from.")
@options.force
@options.dry_run
@options.as_json
@options.talk
def command(
    source: str,
    template: str,
    slot_s: tuple[float, float] | None,
    cart_s: tuple[float, float] | None,
    out_at_s: int | None,
    spoilers: bool,
    work: str,
    form: str,
    out: Path | None,
    role: str,
    mirror: bool,
    compare: bool,
    sources: bool,
    force: bool,
    dry_run: bool,
    as_json: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Write the on-air script of a REVIEW, or print a SCRIPT in another form; - is standard input.

    A SCRIPT is not written anew. A story's folder stands for its script.txt, or for its review while there is none. A file
    called script.txt, NAME.script.txt or script.docx is a script; of any other file the text decides: it is a script when a
    role has a line in it and INTRO:, PIECE:, TAG:, a cue or SLUG: stands there too.

    \b
    segment script examples/salt-in-the-piano/review.page.txt
    segment script review.md --slot 3:00 > script.txt
    segment script stories/rust-and-bone -o rust-and-bone.docx
    segment script rust-and-bone.docx --compare
    segment script stories/rust-and-bone --sources
    segment script script.txt --format paper -o script.html
    segment script script.txt --format prompter --for critic --mirror -o prompter.html
    """
    from segment import pipeline
    from segment.cli import script_sources, show
    from segment.project.load import project_of

    if compare:
        _compare(source, as_json=as_json)
        return
    data = options.page_bytes(source)
    project = project_of(Path(source))
    draft = pipeline.read_script(source, data=data)
    if draft is not None:
        if template or slot_s is not None or cart_s is not None or spoilers or (work and not sources):
            raise click.UsageError("A script is printed as it stands; -t, --slot, --cart, --spoilers, --work are for a REVIEW.")
        script, text, findings = draft.script, draft.text, draft.findings
        read = script_sources.review_beside(source, project, work, asked=sources)
    else:
        from segment.project.story import story_of

        page = Path(source)
        story = story_of(page, project.root) if data is None and page.is_dir() else None
        read = pipeline.read_review(story.review if story else source, data=data, work=work)
        written = pipeline.write_script(read, template=template, project=project, slot_s=slot_s, cart_s=cart_s, spoilers=spoilers)
        heard = pipeline.script_notes(written.text, review=read, project=project, spoilers=spoilers)
        script, text, findings = None, written.text, (*read.findings, *written.findings, *heard)
    if read is not None and sources:
        script_sources.tell(text, read, project, as_json=as_json)
        return
    if out_at_s is not None:
        script, text = None, pipeline.back_timed(text, project, out_at_s)
    made = _exported(script, text, _form(form, out, role, mirror=mirror), project, role, mirror=mirror)
    if out is not None:
        _keep(made, out, project, findings, force=force, dry_run=dry_run, as_json=as_json)
    elif as_json:
        if made.startswith(b"PK"):
            raise click.UsageError("A Word document goes into a file: -o FILE.")
        say_json({"text": made.decode(), "findings": findings})
    else:
        _print(made)
    if not as_json and not (dry_run and out is not None):
        show.notes(findings, "warning" if quiet else "info")
        show.length("" if quiet else pipeline.script_length(script or text, project=project))


def _keep(made: bytes, out: Path, project: Any, findings: Any, *, force: bool, dry_run: bool, as_json: bool) -> None:
    from segment import pipeline

    kept = pipeline.keep_script(made, out, project=project, force=force, dry_run=dry_run)
    if dry_run:
        from segment.cli.would import would_replace

        would_replace(kept.path, kept.aside, as_json=as_json)
        return
    if as_json:
        say_json({"path": str(kept.path), "aside": str(kept.aside or ""), "findings": findings})
        return
    say(str(kept.path))
    if kept.aside:
        say(f"{kept.aside} is the file that was there.", err=True)


def _form(form: str, out: Path | None, role: str, *, mirror: bool) -> str:
    """The form asked for; what is only for some forms says which, where none is named."""
    from segment.script.formats.table import named_by

    if form:
        return form.strip().lower()
    named = named_by(str(out)) if out else "text"
    if named not in {"text", "paper"}:
        return named
    return "prompter" if mirror else "reader" if role else named


def _exported(script: Any, text: str, form: str, project: Any, role: str, *, mirror: bool) -> bytes:
    from segment import pipeline

    if script is None:
        if form == "text":
            return text.encode()
        from segment.project.drafts import roles_of
        from segment.script.parsing import parse

        script = parse(text, roles=roles_of(project)).script
    return pipeline.export_script(script, form, project=project, role=role, mirror=mirror)


def _print(made: bytes) -> None:
    """On standard output: a terminal gets text that cannot command it, a pipe the very bytes."""
    if sys.stdout.isatty():
        if made.startswith(b"PK"):
            raise click.UsageError("A Word document goes into a file: -o FILE.")
        if made.startswith(b"{"):
            say_json_text(made.decode())
        else:
            say(made.decode(), nl=False)
        return
    sys.stdout.buffer.write(made)


def _compare(source: str, *, as_json: bool) -> None:
    from segment import pipeline

    beside, found = pipeline.compare_script(source)
    if as_json:
        say_json({"beside": str(beside), "differences": found})
        return
    for one in found:
        if one.before:
            say(f"- {one.line_before or '':>4} {one.before}")
        if one.after:
            say(f"+ {one.line_after or '':>4} {one.after}")
    count = len(found)
    say(f"{count or 'No'} {'line differs' if count == 1 else 'lines differ'} from {beside}.", err=True)
