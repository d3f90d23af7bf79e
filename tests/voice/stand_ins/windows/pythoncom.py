"""Windows's messages, of which there are none."""


def PumpWaitingMessages() -> None:
    """Nothing waits."""
