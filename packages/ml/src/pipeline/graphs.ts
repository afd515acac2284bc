import { join } from 'node:path'
import { BundleError, type BundleManifest } from '../bundle/index.ts'
import { type OnnxOptions, openGraph } from '../onnx.ts'

/** The bundle's four graphs by diffusers' and transformers' names. */
export type Graphs = Awaited<ReturnType<typeof openGraphs>>

export async function openGraphs(manifest: BundleManifest, options: OnnxOptions) {
  const open = (path: string, inputs: string[], outputs: string[]) =>
    openGraph(join(manifest.dir, path), { inputs, outputs }, options)
  const graphs = {
    textEncoder: await open(
      'text_encoder/model.onnx',
      ['input_ids'],
      ['last_hidden_state', 'attention_mask', 'text_embeds'],
    ),
    unet: await open(
      'unet/model.onnx',
      ['sample', 'timestep', 'encoder_hidden_states', 'encoder_attention_mask'],
      ['out_sample'],
    ),
    decoder: await open('vae_decoder/model.onnx', ['latent_sample'], ['sample']),
    vision: await open('clip/onnx/vision_model.onnx', ['pixel_values'], ['image_embeds']),
  }
  const latent = graphs.unet.inputShape('sample').slice(1)
  if (!latent.every(Number.isInteger) || String(latent) !== String(graphs.decoder.inputShape('latent_sample').slice(1)))
    throw new BundleError(`Bundle ${manifest.dir}: denoiser and decoder do not agree on one fixed latent shape.`)
  return graphs
}
