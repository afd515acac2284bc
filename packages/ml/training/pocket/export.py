"""Usage: python -m pocket.export FOLDER

Writes the run's weights (`flow.pt`, `decoder.pt`, `similarity.pt`) as the four graphs of a bundle, in the layout of diffusers'
ONNX pipelines and transformers' CLIP. What a run has no checkpoint of stays what the folder's bundle has.
"""
import sys
from pathlib import Path

import onnx
import torch
from torch import nn

from .models.picture_encoder import Head, PictureEncoder
from .models.text_encoder import TextEncoder
from .onnx_weights import name_parameters, pack
from .flow import ids_of
from .latents import CHANNELS, SIDE, THUMBNAIL
from .weights import decoder, flow_model, similarity_model

OPSET = 17
DENOISER_INPUTS = ['sample', 'timestep', 'encoder_hidden_states', 'encoder_attention_mask']


class TextGraph(nn.Module):
    def __init__(self, text: TextEncoder, head: Head):
        super().__init__()
        self.text, self.head = text, head

    def forward(self, ids):
        states, valid = self.text(ids)
        return states, valid, self.head(states[:, 0])


class VisionGraph(nn.Module):
    def __init__(self, pictures: PictureEncoder, head: Head):
        super().__init__()
        self.pictures, self.head = pictures, head

    def forward(self, pixel_values):
        return self.head(self.pictures(pixel_values))


def write(path: Path, module: nn.Module, examples: tuple, inputs: list[str], outputs: list[str], keep_half: bool = False) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    axes = {name: {0: 'batch'} for name in [*inputs, *outputs]}
    module = module.eval().cpu().to(memory_format=torch.contiguous_format)
    with torch.no_grad():
        torch.onnx.export(module, examples, path, opset_version=OPSET, dynamo=False, input_names=inputs, output_names=outputs, dynamic_axes=axes)
    model = onnx.load(path)
    name_parameters(model, {name: parameter.detach().numpy() for name, parameter in module.named_parameters()})
    pack(model, keep_half)
    onnx.checker.check_model(model)
    onnx.save(model, path)
    print(f'{path}: {path.stat().st_size / 1e6:.2f} MB')


def export(folder: Path) -> None:
    flow, similar = flow_model(), similarity_model()
    ids = ids_of(['a duck and a swan on a lake', '호수 위의 오리와 백조'])
    with torch.no_grad():
        states, valid = flow['text'].eval()(ids)
    ids, states, valid = ids.cpu(), states.cpu(), valid.cpu()
    write(folder / 'text_encoder/model.onnx', TextGraph(flow['text'], similar['text_head']), (ids,), ['input_ids'], ['last_hidden_state', 'attention_mask', 'text_embeds'])
    write(folder / 'unet/model.onnx', flow['denoiser'], (torch.randn(2, CHANNELS, SIDE, SIDE), torch.rand(2), states, valid), DENOISER_INPUTS, ['out_sample'])
    write(folder / 'vae_decoder/model.onnx', decoder(), (torch.randn(2, CHANNELS, SIDE, SIDE),), ['latent_sample'], ['sample'], keep_half=True)
    write(folder / 'clip/onnx/vision_model.onnx', VisionGraph(similar['pictures'], similar['picture_head']), (torch.randn(2, 3, THUMBNAIL, THUMBNAIL),), ['pixel_values'], ['image_embeds'])


if __name__ == '__main__':
    export(Path(sys.argv[1]))
