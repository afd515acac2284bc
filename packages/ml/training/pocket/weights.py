"""The models of a run: from its checkpoint if there is one, else from the committed bundle."""
import os
from pathlib import Path

import torch
from torch import nn

from .device import DEVICE
from .models.decoder import Decoder
from .models.denoiser import Denoiser
from .models.evaluator import CaptionJudge, PictureJudge
from .models.picture_encoder import FEATURES, Head, PictureEncoder
from .models.text_encoder import WIDTH, TextEncoder
from .onnx_weights import unpack
from .settings import BUNDLE, EVALUATOR, RUNS


def flow_model() -> nn.ModuleDict:
    model = nn.ModuleDict({'denoiser': Denoiser(), 'text': TextEncoder()})

    def bundled():
        denoiser = {f'denoiser.{k}': v for k, v in _graph('unet/model').items()}
        return denoiser | {k: v for k, v in _graph('text_encoder/model').items() if k.startswith('text.')}

    return _load(model, 'flow', bundled)


def decoder() -> Decoder:
    return _load(Decoder(), 'decoder', lambda: _graph('vae_decoder/model'))


def similarity_model() -> nn.ModuleDict:
    """`pictures` and the two heads; the text's states come from the flow model."""
    model = nn.ModuleDict({'pictures': PictureEncoder(), 'picture_head': Head(FEATURES), 'text_head': Head(WIDTH)})

    def bundled():
        vision, text = _graph('clip/onnx/vision_model'), _graph('text_encoder/model')
        heads = {f'picture_{k}': v for k, v in vision.items() if k.startswith('head.')}
        heads |= {f'text_{k}': v for k, v in text.items() if k.startswith('head.')}
        return heads | {k: v for k, v in vision.items() if k.startswith('pictures.')}

    return _load(model, 'similarity', bundled)


def evaluator_model() -> nn.ModuleDict:
    model = nn.ModuleDict({'pictures': PictureJudge(), 'captions': CaptionJudge()})

    def committed():
        return {f'{part}.{k}': v for part in model for k, v in unpack(EVALUATOR / f'{part}.onnx').items()}

    return _load(model, 'evaluator', committed)


def checkpoint(name: str) -> Path:
    return RUNS / f'{name}.pt'


def save(name: str, model: nn.Module) -> None:
    """Whole or not at all, so that a run that is cut off leaves the last one."""
    RUNS.mkdir(parents=True, exist_ok=True)
    unfinished = checkpoint(name).with_suffix('.tmp')
    torch.save(model.state_dict(), unfinished)
    os.replace(unfinished, checkpoint(name))


def _graph(name: str) -> dict:
    return unpack(BUNDLE / f'{name}.onnx')


def _load(model: nn.Module, name: str, bundled) -> nn.Module:
    """Layers that are not there, or fit nowhere, keep their random start and are named; so does what a layer has grown by. (Zeros
    would never learn where what comes before and after begins at zero as well.)"""
    path = checkpoint(name)
    states = torch.load(path, map_location='cpu') if path.exists() else {k: torch.tensor(v) for k, v in bundled().items()}
    own = model.state_dict()
    fitting = {k: fitted for k, v in states.items() if k in own and (fitted := _fitted(v.float(), own[k])) is not None}
    model.load_state_dict(fitting, strict=False)
    if new := [k for k in own if k not in fitting]:
        print(f'{name} starts fresh:', *new)
    return model.to(DEVICE, memory_format=torch.channels_last)


def _fitted(values: torch.Tensor, start: torch.Tensor) -> torch.Tensor | None:
    if values.numel() == start.numel():
        return values.reshape(start.shape)
    if values.dim() != start.dim() or any(had > has for had, has in zip(values.shape, start.shape)):
        return None
    grown = start.clone()
    grown[tuple(slice(had) for had in values.shape)] = values
    return grown
