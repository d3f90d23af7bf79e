"""One module for each form a review comes in; ``segment.review.forms`` lists them."""
