"""Several works on one page: where each begins, which one is meant, and what to say about it."""
