"""Usage: python -m pocket.fit_text_head

Fits the head that turns the flow model's text states into embeddings, against the finished picture encoder: the cosine of a
caption and a picture is the likeness of their scenes, and a caption's own picture comes first. Minutes; run it last, because the
text encoder trains along with the flow model.
"""
import random

import numpy as np
import torch

from .dataset import pixels
from .flow import ids_of
from .device import DEVICE, prepare
from .latents import THUMBNAIL
from .likeness import likeness
from .render import shrink
from .scenes.caption import caption
from .scenes.compose import compose
from .scenes.scene import sample_scene
from .scenes.typed import typed
from .train_similarity import embed
from .weights import flow_model, save, similarity_model

SCENES, CAPTIONS, KEPT, BATCH, STEPS, RATE, SHARPNESS = 3000, 3, 500, 256, 800, 2e-3, 25


@torch.no_grad()
def states_of(text, captions):
    return torch.cat([text(ids_of(captions[i : i + 100]))[0][:, 0] for i in range(0, len(captions), 100)])


def fit() -> None:
    prepare()
    r, text, model = random.Random(5), flow_model()['text'].eval(), similarity_model().eval()
    scenes = [sample_scene(r) for _ in range(SCENES)]
    pictures = np.stack([shrink(compose(scene, r, 2 * THUMBNAIL)) for scene in scenes])
    with torch.no_grad():
        wanted_at = torch.cat([embed(model, pixels(pictures[i : i + 100])) for i in range(0, SCENES, 100)])
    states = torch.stack([states_of(text, [typed(scene, r) for scene in scenes]) for _ in range(CAPTIONS)], 1)
    head = model['text_head']
    optimiser = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=0.01)
    for step in range(STEPS):
        for group in optimiser.param_groups:
            group['lr'] = RATE * (1 - step / STEPS) + 1e-5
        chosen = r.sample(range(SCENES - KEPT), BATCH)
        wanted = likeness([scenes[i] for i in chosen], [scenes[i] for i in chosen]).to(DEVICE)
        z, pictures_z = head(states[chosen, torch.randint(0, CAPTIONS, (BATCH,))]), wanted_at[chosen]
        logs = (z @ pictures_z.T * SHARPNESS).log_softmax(1)
        error = ((1 + 6 * wanted) * (z @ pictures_z.T - wanted) ** 2).mean()
        loss = 10 * error - 0.15 * ((wanted * SHARPNESS).softmax(1) * logs).sum(1).mean()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    save('similarity', model)
    with torch.no_grad():
        for language in ('en', 'ko'):
            z = head(states_of(text, [caption(scene, random.Random(i), language) for i, scene in enumerate(scenes[-KEPT:])]))
            cosines = z @ wanted_at[-KEPT:].T
            rank = (cosines > cosines.diag()[:, None] + 1e-6).sum(1)
            print(f'{language}: own picture first of {KEPT} {(rank < 1).float().mean():.3f}, among ten {(rank < 10).float().mean():.3f}, cosine {cosines.diag().median():.3f}')


if __name__ == '__main__':
    fit()
