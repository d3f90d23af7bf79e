"""What a producer should look at in a review that was read; ``all`` asks them in order."""
