"""``segment serve``: a published folder on this machine alone, with HEAD and byte ranges as players need them."""

from __future__ import annotations

from pathlib import Path

from segment.errors import Cause, ProjectError
from segment.project.site.contents import MEDIA_TYPES

HOST = "127.0.0.1"


def serve(folder: Path, port: int) -> None:
    """Serve until it is stopped. Raises ProjectError for a folder, library or port that cannot be had."""
    if not folder.is_dir():
        raise ProjectError(f"{folder} is not there.", hint="segment publish makes it.", cause=Cause.MISSING)
    try:
        import uvicorn
        from starlette.applications import Starlette
        from starlette.routing import Mount
        from starlette.staticfiles import StaticFiles
    except ImportError as error:
        hint = "pip install 'radio-segment[serve]'"
        raise ProjectError("Serving needs libraries that are not installed.", hint=hint, cause=Cause.MISSING) from error
    import mimetypes

    for ending, kind in MEDIA_TYPES.items():
        if ending.count(".") == 1:
            mimetypes.add_type(kind.partition(";")[0], ending)
    app = Starlette(routes=[Mount("/", StaticFiles(directory=folder, html=True, follow_symlink=False))])
    try:
        uvicorn.run(app, host=HOST, port=port, log_level="warning", access_log=False, server_header=False)
    except SystemExit as error:
        if error.code:
            message = f"Port {port} cannot be used."
            raise ProjectError(message, hint="Choose another with --port.", cause=Cause.MACHINE) from error
