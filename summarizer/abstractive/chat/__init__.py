"""A model behind any server that speaks OpenAI's `/v1/chat/completions`."""

from summarizer.abstractive.chat.model import ChatModel
from summarizer.abstractive.chat.options import ChatOptions

__all__ = ["ChatModel", "ChatOptions"]
