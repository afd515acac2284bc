# dabble-inference on NVIDIA GPUs: driver 580 or newer, and the NVIDIA Container Toolkit. From the repository's root:
#   docker build -f deploy/inference-cuda.Dockerfile -t dabble-inference:cuda .
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /dabble
COPY . .
RUN npx -y pnpm@12.21.0 --filter @dabble/ml deploy --prod /inference
RUN rm -rf /inference/node_modules/.pnpm/onnxruntime-node@*/node_modules/onnxruntime-node/bin/napi-v*/darwin \
           /inference/node_modules/.pnpm/onnxruntime-node@*/node_modules/onnxruntime-node/bin/napi-v*/win32
# The provider is linked by absolute paths, so both folders keep their names in the last image. What it says is still to be
# done is the driver, which comes with the machine.
WORKDIR /inference
RUN ["node", "--input-type=module", "-e", "const { installCuda } = await import('/inference/src/cuda/index.ts'); for (const line of await installCuda({ folder: '/cuda-provider', device: 0, say: console.log })) console.log(line)"]

# cuBLAS, cuFFT, cuRAND, NVRTC and cuDNN 9 of CUDA 13.
FROM nvidia/cuda:13.0.1-cudnn-runtime-ubuntu24.04
COPY --from=build /usr/local/bin/node /usr/local/bin/node
COPY --from=build /cuda-provider /cuda-provider
COPY --from=build /inference /inference
COPY LICENSE NOTICE /inference/
WORKDIR /inference
ENV NODE_ENV=production DABBLE_ML_PORT=8000 DABBLE_ML_PROVIDER=cuda
EXPOSE 8000
# What Backend.AI wants to know of an image.
LABEL ai.backend.kernelspec="1" \
      ai.backend.role="INFERENCE" \
      ai.backend.base-distro="ubuntu24.04" \
      ai.backend.runtime-type="app" \
      ai.backend.runtime-path="/usr/local/bin/node" \
      ai.backend.accelerators="cuda" \
      ai.backend.resource.min.cpu="2" \
      ai.backend.resource.min.mem="4g" \
      ai.backend.service-ports="dabble-inference:http:8000" \
      ai.backend.endpoint-ports="dabble-inference" \
      ai.backend.model-path="/models" \
      ai.backend.model-format="onnx"
USER ubuntu
CMD ["node", "src/serve.ts"]
HEALTHCHECK --interval=5s --timeout=3s --start-period=180s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.DABBLE_ML_PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
