/** What Node is given so that a sidecar is nothing but this script: the real one's own code never begins. */
export const insteadOfSidecar = (script: string): string[] => [
  '--import',
  `data:text/javascript,${encodeURIComponent(script)}`,
]

/**
 * Answers whoever asks for its models, each time with the next of these; says that it is ready; goes on until SIGUSR2, upon which
 * it says that starting it again is pointless.
 */
export const answering = (...answers: object[]) => `
  import { createServer } from 'node:http'
  const answers = ${JSON.stringify(answers)}
  const server = createServer((_, response) => {
    const { status = 200, ...body } = answers.length > 1 ? answers.shift() : answers[0]
    response.writeHead(status).end(JSON.stringify(body))
  })
  process.on('SIGUSR2', () => process.exit(78)).on('disconnect', () => process.exit())
  server.listen(0, '127.0.0.1', () => process.send({ type: 'ready', port: server.address().port }))
  await new Promise(() => {})`

/** A list of models with this bundle, four pictures at a time. */
export const modelsOf = (bundle: string) => ({
  data: [{ id: 'ours', bundle, capabilities: { embeddings: true, batch: 4 } }],
})
