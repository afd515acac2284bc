"""Means: of recent losses, and of weights over time, which is what is saved and drawn with (Polyak averaging, short memory at the start)."""
import copy

import torch


def recent(losses: list[torch.Tensor], count: int) -> float:
    """Mean of the last ones; they are read only here, because a GPU would be waited for each time."""
    return torch.stack(losses[-count:]).mean().item()


class Average:
    def __init__(self, model, memory: float = 0.998, every: int = 4):
        """`every`: how many steps lie between two updates."""
        self.model, self.average = model, copy.deepcopy(model).requires_grad_(False).eval()
        self.memory, self.every, self.step = memory, every, 0

    @torch.no_grad()
    def update(self):
        self.step += self.every
        keep = min(self.memory, (self.step + 1) / (self.step + 12)) ** self.every
        torch._foreach_lerp_(list(self.average.parameters()), [p.detach() for p in self.model.parameters()], 1 - keep)
