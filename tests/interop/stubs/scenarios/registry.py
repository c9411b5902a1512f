# SPDX-License-Identifier: Apache-2.0
"""Where a scenario registers itself, with the requirements that it proves."""

SCENARIOS = []


def proves(*requirements, soak=False):
    def register(function):
        SCENARIOS.append((function, requirements, soak))
        return function

    return register
