"""The positions of a career: where each begins, its title, its employer and its dates."""
