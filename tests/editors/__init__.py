"""Editors made of chance, and judges who know nothing of the product's own code.

A round is a document the service wrote (base), the same one after people had it
(theirs) and what the service would write now (mine). `laws` judges a merge of them.
"""
