"""Words what tools found, from their payloads alone: no fact here comes from anywhere else."""

from agent.offline.wording.answers import word_answer

__all__ = ["word_answer"]
