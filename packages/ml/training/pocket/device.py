"""Where networks run: on a GPU where there is one, else on the CPU, by a process a core."""
import os

import torch

DEVICE = 'cuda' if torch.cuda.is_available() else 'cpu'
ON_GPU = DEVICE == 'cuda'
PROCESSES = 1 if ON_GPU else os.cpu_count()


def prepare() -> None:
    """Once a process."""
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    torch.set_float32_matmul_precision('high')
    torch.backends.cudnn.benchmark = True


def narrow():
    """bfloat16 where it does no harm."""
    return torch.autocast(DEVICE, torch.bfloat16)


def compiled(*modules: torch.nn.Module) -> None:
    """In place. On a GPU only: a network takes up to a minute and a half, and on a CPU nothing is gained."""
    if ON_GPU:
        for module in modules:
            module.compile()
