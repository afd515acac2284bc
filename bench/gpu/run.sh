#!/usr/bin/env bash
# Measures the GPU box: SD-Turbo's architecture with random weights and CLIP through the real sidecar, PyTorch beside it on the same
# card. Parts leave what is there, so that each can run on a machine that has what it needs, and again after a failure.
#   bench/gpu/run.sh [export|bundles|dabble|stages|torch|report|all] [--size full|tiny] [--device cuda|cpu] [--gpu N] [--work DIR] [--turns N]
# export and torch need Python with requirements.txt (PYTHON names it); the others need Node 24 and `npm run dabble -- models cuda`.
set -euo pipefail
cd "$(dirname "$0")/../.."

part=all size=full device=cuda gpu=0 work='' turns=50
case ${1:-} in [a-z]*) part=$1; shift ;; esac
while [ $# -gt 0 ]; do
  case $1 in
    --size) size=$2 ;;
    --device) device=$2 ;;
    --gpu) gpu=$2 ;;
    --work) work=$2 ;;
    --turns) turns=$2 ;;
    *) sed -n 's/^#  //p' "$0" >&2; exit 2 ;;
  esac
  shift 2
done
work=${work:-data/gpu-bench/$size}
node=node_modules/.bin/node
[ -x "$node" ] || node=node
python=(env CUDA_DEVICE_ORDER=PCI_BUS_ID "${PYTHON:-python3}" -W ignore)
torch_device=$device
[ "$device" = cpu ] || torch_device=cuda:$gpu
ours=(--work "$work" --provider "$device" --device "$gpu" --turns "$turns")

export_() { "${python[@]}" bench/gpu/export.py --size "$size" --device "$torch_device" --out "$work/exported"; }
bundles() { "$node" bench/gpu/bundles.ts "${ours[@]}"; }
dabble() { "$node" bench/gpu/dabble.ts "${ours[@]}"; }
stages() {
  mkdir -p "$work/results"
  for decoder in vae taesd; do
    "$node" bench/main.ts ml --json --bundle "$work/models/turbo-$decoder" --provider "$device" --device "$gpu" --turns "$turns" \
      >"$work/results/stages-$decoder.json.partial"
    mv "$work/results/stages-$decoder.json.partial" "$work/results/stages-$decoder.json"
  done
}
torch() {
  "${python[@]}" bench/gpu/beside_torch.py --size "$size" --device "$torch_device" --turns "$turns" --out "$work/results/torch.json"
}
report() { "$node" bench/gpu/report.ts --work "$work"; }

case $part in
  all) export_; bundles; dabble; stages; torch; report ;;
  export) export_ ;;
  bundles | dabble | stages | torch | report) "$part" ;;
  *) sed -n 's/^#  //p' "$0" >&2; exit 2 ;;
esac
