"""Configuration files and profiles: which rules run, with which settings.

``search`` finds a file, ``reading`` reads it, ``profiles`` are lists of rules, ``choice`` reads words that mean rules,
``settling`` joins all of it.
"""

from letterlint.config.choice import choose
from letterlint.config.search import Finder
from letterlint.config.settling import settle
from letterlint.config.values import Config

__all__ = ["Config", "Finder", "choose", "settle"]
