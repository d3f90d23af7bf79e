"""The producer's marks on sentences and paragraphs: ``keep``, ``60``, ``never``, ``spoiler``."""
