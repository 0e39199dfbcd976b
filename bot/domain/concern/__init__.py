"""Concern detection: does any text a patient writes say that something is wrong?

How to audit: `Finding.why` lists rule ids; search for an id in `content/safety/`, where the rule
stands with its patterns in plain words, its source, and whether a clinician has signed it.
"""
