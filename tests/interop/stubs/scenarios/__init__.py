# SPDX-License-Identifier: Apache-2.0
"""The faults, each with the requirements that it proves. A scenario gets a stage of its own and raises where one is not met. A file
of them joins by being here."""

import importlib
import pkgutil

from .registry import SCENARIOS  # noqa: F401

for file in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{file.name}")
