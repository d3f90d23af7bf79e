"""``segment publish``: the files of a show's site, and the places they go to."""
