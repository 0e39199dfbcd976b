"""The chat page: what a person sees of the simulated Telegram."""
