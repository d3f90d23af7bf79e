"""The project: segment.toml, story folders, the scaffold, the build record, and the deliverables made from them."""
