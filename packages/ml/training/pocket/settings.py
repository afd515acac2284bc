"""Where things lie. All of it outside the repository, except the bundle itself."""
import os
from pathlib import Path

WORK = Path(os.environ.get('POCKET_WORK', '/tmp/pocket-training'))
ART = Path(os.environ.get('POCKET_ART', WORK / 'npm/package/assets'))
"""Unpacked `npm pack @lobehub/fluent-emoji-3d@1.1.0`."""
DATA, RUNS = WORK / 'data', WORK / 'runs'
TRAINING = Path(__file__).resolve().parent.parent
BUNDLE = TRAINING.parent / 'bundles' / 'pocket'
REPOSITORY = TRAINING.parent.parent.parent
EVALUATOR = REPOSITORY / 'bench/pocket/evaluator'
