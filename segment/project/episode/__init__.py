"""From segments to an episode: what it is made of, the links script, the segments in their places, the finished files."""
