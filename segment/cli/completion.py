"""``segment completion``: commands and options at the press of Tab."""

from __future__ import annotations

import click

_SHELLS = ("bash", "zsh", "fish")


@click.command("completion")
@click.argument("shell", type=click.Choice(_SHELLS))
def command(shell: str) -> None:
    """Print what makes SHELL (bash, zsh or fish) complete commands, options and file names.

    \b
    segment completion bash > ~/.local/share/bash-completion/completions/segment
    segment completion zsh > ~/.zfunc/_segment
    segment completion fish > ~/.config/fish/completions/segment.fish
    """
    from click.shell_completion import get_completion_class

    from segment.cli.main import main

    kind = get_completion_class(shell)
    assert kind is not None
    # Not source(), which asks the bash that is first on the path for its version: the script may be for another machine.
    made = kind(main, {}, "segment", "_SEGMENT_COMPLETE")
    click.echo(made.source_template % made.source_vars())
