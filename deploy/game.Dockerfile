# The game, drawing elsewhere or on its own CPU. From the repository's root:
#   docker build -f deploy/game.Dockerfile -t dabble .
FROM node:24.21.0-bookworm-slim
WORKDIR /dabble
COPY . .
RUN npx -y pnpm@12.21.0 install --frozen-lockfile && node scripts/build.ts && mkdir /data && chown node /data
ENV NODE_ENV=production DABBLE_DATA=/data
VOLUME /data
EXPOSE 3000
USER node
CMD ["node", "apps/server/src/main.ts"]
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
