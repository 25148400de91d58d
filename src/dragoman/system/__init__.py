"""Events -> the system that the documents describe: ties, exchanges, obligations, clusters."""

from dragoman.system.build import build_system
from dragoman.system.scale import Scale, load_scale

__all__ = ["Scale", "build_system", "load_scale"]
