"""Markdown as people write it, down to lines of plain words and the facts of its front matter."""
