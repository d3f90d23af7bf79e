"""Frozen values that cross from one stage to the next. No behaviour beyond what can be derived from the fields."""
