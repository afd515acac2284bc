# dabble-inference on the CPU. From the repository's root:
#   docker build -f deploy/inference.Dockerfile -t dabble-inference .
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /dabble
COPY . .
RUN npx -y pnpm@12.21.0 --filter @dabble/ml deploy --prod /inference
# ONNX Runtime ships for every system at once.
RUN rm -rf /inference/node_modules/.pnpm/onnxruntime-node@*/node_modules/onnxruntime-node/bin/napi-v*/darwin \
           /inference/node_modules/.pnpm/onnxruntime-node@*/node_modules/onnxruntime-node/bin/napi-v*/win32

FROM node:24.21.0-bookworm-slim
COPY --from=build /inference /inference
COPY LICENSE NOTICE /inference/
WORKDIR /inference
ENV NODE_ENV=production DABBLE_ML_PORT=8000
EXPOSE 8000
USER node
# Set DABBLE_ML_TOKEN; other models are mounted and named by DABBLE_ML_BUNDLE.
CMD ["node", "src/serve.ts"]
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.DABBLE_ML_PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
