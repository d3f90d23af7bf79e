"""The links of an episode: what a template is told, the script it writes, and how such a template is tried."""
