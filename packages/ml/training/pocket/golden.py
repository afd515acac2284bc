"""Usage: python -m pocket.golden BUNDLE FOLDER

Golden values of every stage, by ONNX Runtime from Python on the exported graphs; packages/ml/test/golden.test.ts compares the
product's with them. Raw little-endian float32, shapes in shapes.json, prompts and embeddings in cases.json.
"""
import json
import sys
from pathlib import Path

import numpy as np
import onnxruntime as ort
from PIL import Image

from .flow import GUIDANCE, SHIFT, STEPS
from .latents import CHANNELS, SIDE, THUMBNAIL
from .tokenizer import tokenize

PROMPTS = ('a duck and a swan on a lake', '호수 위의 오리와 백조', 'a red duck on the sea', '밤 호수 위의 백조', '고양이', '')
SEED = 5
DECODED = 0
"""The one case whose decoded floats are kept; the others' PNGs say the same to one level."""


class Goldens:
    def __init__(self, bundle: Path, folder: Path):
        options = ort.SessionOptions()
        options.intra_op_num_threads = 1
        options.add_session_config_entry('session.disable_quant_qdq', '1')
        graphs = {'text': 'text_encoder/model', 'unet': 'unet/model', 'decoder': 'vae_decoder/model', 'vision': 'clip/onnx/vision_model'}
        self.graphs = {name: ort.InferenceSession(bundle / f'{path}.onnx', options) for name, path in graphs.items()}
        self.folder, self.shapes = folder, {}
        self.noise = np.random.RandomState(SEED).randn(1, CHANNELS, SIDE, SIDE).astype(np.float32)

    def save(self, name, values):
        values = np.ascontiguousarray(values, '<f4')
        (self.folder / f'{name}.f32').write_bytes(values.tobytes())
        self.shapes[name] = list(values.shape)

    def case(self, key: int, prompt: str) -> dict:
        ids = tokenize([prompt, '']).astype(np.int64)
        states, valid, embeds = self.graphs['text'].run(None, {'input_ids': ids})
        self.save(f'{key}_text_states', states)
        self.save(f'{key}_text_embeds', embeds)
        x = np.clip(self.denoised(key, states, valid), -1, 1)
        decoded = np.clip(self.graphs['decoder'].run(None, {'latent_sample': x})[0], -1, 1)
        if key == DECODED:
            self.save(f'{key}_decoded', decoded)
        pixels = np.round((decoded[0].transpose(1, 2, 0) / 2 + 0.5) * 255).clip(0, 255).astype(np.uint8)
        Image.fromarray(pixels).save(self.folder / f'{key}.png')
        return {'prompt': prompt, 'input_ids': ids[0].tolist(), 'image_embeds': [round(float(v), 6) for v in self.embedded(pixels)]}

    def denoised(self, key, states, valid):
        times = np.linspace(1, 0, STEPS + 1)
        times = SHIFT * times / (1 + (SHIFT - 1) * times)
        x = self.noise
        for step in range(STEPS):
            inputs = {
                'sample': np.concatenate([x, x]),
                'timestep': np.full(2, times[step], np.float32),
                'encoder_hidden_states': states,
                'encoder_attention_mask': valid,
            }
            wanted, free = self.graphs['unet'].run(None, inputs)[0]
            x = (x + (times[step + 1] - times[step]) * (free + GUIDANCE * (wanted - free))).astype(np.float32)
            if step in (0, STEPS - 1):
                self.save(f'{key}_latents_{step + 1}', x)
        return x

    def embedded(self, pixels):
        k = len(pixels) // THUMBNAIL
        small = pixels.reshape(THUMBNAIL, k, THUMBNAIL, k, 3).astype(np.float64).mean((1, 3))
        values = (small / 127.5 - 1).transpose(2, 0, 1)[None].astype(np.float32)
        return self.graphs['vision'].run(None, {'pixel_values': values})[0][0]


def write(bundle: Path, folder: Path) -> None:
    goldens = Goldens(bundle, folder)
    goldens.save('noise', goldens.noise)
    cases = [goldens.case(key, prompt) for key, prompt in enumerate(PROMPTS)]
    (folder / 'shapes.json').write_text(json.dumps(goldens.shapes, indent=1) + '\n')
    content = {'steps': STEPS, 'guidance': GUIDANCE, 'shift': SHIFT, 'cases': cases}
    (folder / 'cases.json').write_text(json.dumps(content, ensure_ascii=False))


if __name__ == '__main__':
    write(Path(sys.argv[1]), Path(sys.argv[2]))
