"""The pages of a published show, as text."""
