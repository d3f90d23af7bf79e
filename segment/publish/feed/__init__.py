"""The feed: its categories, its text, and the lint of anybody's feed."""
