# Generated from the model: changes made here are refused on the next run.
"""The consumers that the model declares, with their routes to the handlers."""

from . import applier, events

__all__ = ["consumers", "events"]


def consumers() -> list[applier.Consumer]:
    """One of each, with the handlers as handlers/ has them. Raises TypeError where one lacks a method."""
    result: list[applier.Consumer] = []

    return result
