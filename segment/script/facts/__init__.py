"""Facts: which sentence of the review a spoken one came from, and what it says otherwise."""
