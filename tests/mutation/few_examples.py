"""A plugin of pytest for the trial: Hypothesis always draws the same few examples."""

from hypothesis import settings

settings.register_profile("mutation", max_examples=25, derandomize=True, database=None)
settings.load_profile("mutation")
