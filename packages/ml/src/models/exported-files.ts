import { readdir, realpath, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** A file that somebody exported, and where it goes in the bundle. */
export type ExportedFile = { from: string; to: string; bytes: number }

/** Weights of other frameworks, which lie in the same folders. */
const foreign = /\.(safetensors|msgpack|h5|ckpt|pt|pth)(\.index\.json)?$|(^|_)model.*\.bin(\.index\.json)?$/
const pipelineFolders = [
  'scheduler',
  'text_encoder',
  'text_encoder_2',
  'tokenizer',
  'tokenizer_2',
  'unet',
  'vae_decoder',
]
const clipFile =
  /^(config|preprocessor_config|tokenizer_config|special_tokens_map|tokenizer|vocab)\.json$|^merges\.txt$/
/** One graph for pictures and one for texts, and their weights; transformers.js repositories have a dozen of each. */
const clipGraph = /^onnx\/(vision|text)_model\.onnx/

/** Every file below a folder, through symbolic links too: the hub's cache is made of them. */
async function filesIn(folder: string, inside = ''): Promise<string[]> {
  const names = await readdir(join(folder, inside), { recursive: true }).catch(() => [])
  const paths = names.map(name => join(inside, name).replaceAll('\\', '/'))
  const found = await Promise.all(paths.map(path => stat(join(folder, path)).catch(() => null)))
  return paths.filter((_, i) => found[i]?.isFile())
}

async function located(folder: string, path: string, to: string): Promise<ExportedFile> {
  const from = await realpath(join(folder, path))
  return { from, to, bytes: (await stat(from)).size }
}

/** What a bundle takes of a diffusers or Optimum pipeline. */
export async function pipelineFiles(folder: string): Promise<ExportedFile[]> {
  const inside = (await Promise.all(pipelineFolders.map(name => filesIn(folder, name)))).flat()
  const paths = inside.filter(path => !foreign.test(path))
  const index = await stat(join(folder, 'model_index.json')).catch(() => null)
  const files = await Promise.all(
    [...(index ? ['model_index.json'] : []), ...paths].map(path => located(folder, path, path)),
  )
  // The exporter leaves the decoder's settings with the VAE they came from.
  const lacksConfig = !paths.includes('vae_decoder/config.json')
  if (lacksConfig && (await filesIn(folder, 'vae')).includes('vae/config.json'))
    files.push(await located(folder, 'vae/config.json', 'vae_decoder/config.json'))
  return files
}

/** What it takes of a transformers CLIP. */
export async function clipFiles(folder: string): Promise<ExportedFile[]> {
  const paths = (await filesIn(folder)).filter(path => clipFile.test(path) || clipGraph.test(path))
  return Promise.all(paths.map(path => located(folder, path, `clip/${path}`)))
}

/** What it takes of a tiny decoder: a folder of its own, or a repository with a `vae_decoder`. */
export async function decoderFiles(folder: string): Promise<ExportedFile[]> {
  const paths = await filesIn(folder)
  const inside = paths.includes('model.onnx') ? '' : 'vae_decoder'
  const own = (await filesIn(folder, inside)).map(path => relative(inside, path))
  const wanted = own.filter(
    path => !path.includes('/') && !foreign.test(path) && /^(model\.onnx.*|.*\.pb|config\.json)$/.test(path),
  )
  return Promise.all(wanted.map(path => located(folder, join(inside, path), `taesd/${path}`)))
}
