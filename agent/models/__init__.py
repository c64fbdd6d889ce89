"""The one place with provider names: Settings → language models and embeddings, lazily imported."""

from agent.models.choosing import Models, chat_model, embeddings, open_models
from agent.models.setting import ModelSettingError

__all__ = ["ModelSettingError", "Models", "chat_model", "embeddings", "open_models"]
