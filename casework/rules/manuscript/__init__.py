"""A response as its readers see it: its passages, who speaks in each, where each finding stands."""
