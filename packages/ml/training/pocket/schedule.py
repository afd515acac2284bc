"""A run lasts until a time of day, not a number of steps: the learning rate follows the clock, whoever else uses the machine."""
import math
import signal
import time
from datetime import datetime, timedelta


class Clock:
    """Progress from 0 to 1 between now and `until` ("19:50", local time, or a number of minutes); SIGTERM ends it at once."""

    def __init__(self, until: str):
        self.start = time.time()
        self.end = self.start + _seconds_until(until)
        signal.signal(signal.SIGTERM, self._end_now)

    def _end_now(self, *_):
        self.end = time.time()

    @property
    def progress(self) -> float:
        return (time.time() - self.start) / (self.end - self.start)

    @property
    def minutes(self) -> float:
        return (time.time() - self.start) / 60


def _seconds_until(until: str) -> float:
    if ':' not in until:
        return float(until) * 60
    hour, minute = map(int, until.split(':'))
    now = datetime.now()
    end = now.replace(hour=hour, minute=minute, second=0)
    return ((end if end > now else end + timedelta(days=1)) - now).total_seconds()


def rate(progress: float, step: int, hold: float, warm_up: int = 100) -> float:
    """Factor on the learning rate: linear warm-up, constant until `hold`, then half a cosine to 1 %."""
    fall = max(0.0, (progress - hold) / (1 - hold))
    return min(1.0, (step + 1) / warm_up) * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(1.0, fall))))
