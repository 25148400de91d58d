"""Who is who: states, leaders with their terms, bodies, groups, blocs; looked up by name and date."""

from dragoman.world.load import load_world
from dragoman.world.titles import Title
from dragoman.world.world import World

__all__ = ["Title", "World", "load_world"]
