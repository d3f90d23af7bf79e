"""From finished segments to a feed: what may enter, its ids, the feed's file."""
