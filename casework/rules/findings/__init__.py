"""The grammar of an inspection report: blocks in, findings out."""
