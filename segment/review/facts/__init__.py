"""Facts a line of a page can state: people, ratings, dates; and what the whole text shows, its kind and language."""
