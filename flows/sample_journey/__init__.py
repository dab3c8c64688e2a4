"""The sample's journey: one real report, taken the whole way by the service's own flows.

The acts of people are played as dated acts, in 2022, and the journey says so.
The office and everybody in it are invented; the findings are the report's own.
"""
