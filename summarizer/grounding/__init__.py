"""Checks sentences against their evidence: does a source say so?"""
