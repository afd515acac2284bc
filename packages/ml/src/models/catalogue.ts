import { type CatalogueEntry, filesAt } from './catalogue-entry.ts'

const smallOnly = 'at small size: the same architecture with random weights, against the reference; never these weights'
const openaiClip = { name: 'MIT', open: true, url: 'https://github.com/openai/CLIP/blob/main/LICENSE' }
const stability = (repository: string) => ({
  name: 'stability-ai-community',
  open: false,
  url: `https://huggingface.co/${repository}/blob/main/LICENSE.md`,
})

/** What OpenAI's CLIPs at 224 pixels share; the ViT-B/32 repository is the one whose listing has all checksums. */
const clipBasics = filesAt(
  'Xenova/clip-vit-base-patch32@d15189d7028b43f1d3e65039190477f6af591c2a',
  `e0675735fd0052745f2f7b7291e4aa7859389998 520 preprocessor_config.json
   c9b2a711cbdd039529fa5a66f1965e13eb14451d 775 tokenizer_config.json
   5047b556ce86ccaf6aa22b3ffccfc52d391ea4accdab9c2f2407da5b742d4363 862328 vocab.json
   9fd691f7c8039210e0fced15865466c65820d09b63988b0174bfe25de299051a 524619 merges.txt`,
)

/**
 * Models that fit, at pinned commits. All checksums were taken from public listings; where one was not to be had there is a dash,
 * and pulling asks for trust. Sizes from rounded listings are round.
 */
export const catalogue: readonly CatalogueEntry[] = [
  {
    name: 'sd-turbo',
    kind: 'pipeline',
    description: 'SD-Turbo: 512x512 pictures in one step; fp16',
    licence: stability('stabilityai/sd-turbo'),
    tested: smallOnly,
    latents: 'sd',
    files: [
      ...filesAt(
        'stabilityai/sd-turbo@b261bac6fd2cf515557d5d0707481eafa0485ec2',
        `679fe7c2a03a419a046f4330bb2e32570d96e7a6da51b7df147d4a87bc7f775c 600 model_index.json
         5599066c725fc2747a201fa3165ad7c8c3de3be629ce325451752e8f94c0d1ae 553 scheduler/scheduler_config.json
         516314ccab66918d7cb647480ac27abd3520d14e1e5825aac99f50c851c16071 855 tokenizer/tokenizer_config.json
         c2d0fb8b86ad86b1f46134d4a5f93fd1e688c932a78efc8d149087c33a53ad06 574 tokenizer/special_tokens_map.json
         e089ad92ba36837a0d31433e555c8f45fe601ab5c221d4f607ded32d9f7a4349 1059962 tokenizer/vocab.json
         9fd691f7c8039210e0fced15865466c65820d09b63988b0174bfe25de299051a 524619 tokenizer/merges.txt
         9f6935d3d41bf8ce49b1d7ed912b29e770649d1aa3f3972215284f9397cd97d2 600 text_encoder/config.json
         ca09d494527ebe13343006e22b4468d45bf12aa34e76cf03639b6dbba1fb5c6d 1900 unet/config.json
         699a58ef7ecf3bffa201a507a3eaa3eed7efabab457ac547bf82df798b52a9be 700 vae/config.json > vae_decoder/config.json`,
      ),
      // The weights above as ONNX, exported by somebody else; that repository brings no configurations of its own.
      ...filesAt(
        'jdp8/sd-turbo-onnx@4ea5d203f7def52bcf83781990f97721c98a7f22',
        `- 682000000 text_encoder/model.onnx
         4818018ae363eea642585229c256f008ec7ec995260be061d203d23997ad29eb 1740000000 unet/model.onnx
         - 99100000 vae_decoder/model.onnx`,
      ),
    ],
  },
  {
    name: 'sdxl-turbo',
    kind: 'pipeline',
    description: 'SDXL-Turbo: 512x512 pictures in one step; fp32, for GPUs with 24 GB and more',
    licence: stability('stabilityai/sdxl-turbo'),
    tested: smallOnly,
    latents: 'sdxl',
    files: filesAt(
      'stabilityai/sdxl-turbo@71153311d3dbb46851df1931d3ca6e939de83304',
      `- 685 model_index.json
       - 459 scheduler/scheduler_config.json
       - 704 tokenizer/tokenizer_config.json
       - 586 tokenizer/special_tokens_map.json
       - 1060000 tokenizer/vocab.json
       - 525000 tokenizer/merges.txt
       - 800 tokenizer_2/tokenizer_config.json
       - 600 tokenizer_2/special_tokens_map.json
       - 1060000 tokenizer_2/vocab.json
       - 525000 tokenizer_2/merges.txt
       - 565 text_encoder/config.json
       - 493000000 text_encoder/model.onnx
       - 575 text_encoder_2/config.json
       - 1040000 text_encoder_2/model.onnx
       0c29d6ace4f348ccbcd302ab0d858994e64240a5b54d7c5ef431a88f2f287e2c 2780000000 text_encoder_2/model.onnx_data
       - 1900 unet/config.json
       3771e8ac1315aab02b2c0183d3d10406ec4b1399414149751ee67b420fbc3a6d 7290000 unet/model.onnx
       479e70b02ced4312debca3a12506ac928f80b2ce95ad48755c9c789bd8e80ac2 10300000000 unet/model.onnx_data
       - 607 vae_decoder/config.json
       558225daaa98ae7e67594d10a1ac3e546c67b12094836f8788036aaba652e159 198000000 vae_decoder/model.onnx`,
    ),
  },
  {
    name: 'taesd',
    kind: 'decoder',
    description: 'TAESD: a tiny decoder for SD 1 and 2, in place of the VAE; quicker, with a little less detail',
    licence: { name: 'MIT', open: true, url: 'https://huggingface.co/julienkay/taesd' },
    tested: smallOnly,
    latents: 'sd',
    files: [
      ...filesAt(
        'julienkay/taesd@c8a437fd0201c21c3bcd298fcf3181b063bcc1eb',
        '0c9459fda7b8d582081be2494adbdaf806366728f49b8ba243f7dc132455ad10 4912312 vae_decoder/model.onnx > model.onnx',
      ),
      {
        to: 'config.json',
        content: {
          _class_name: 'AutoencoderTiny',
          decoder_block_out_channels: [64, 64, 64, 64],
          latent_channels: 4,
          scaling_factor: 1,
        },
      },
    ],
  },
  {
    name: 'clip-vit-b32',
    kind: 'clip',
    description: 'CLIP ViT-B/32: 512 dimensions, what most people mean by CLIP',
    licence: openaiClip,
    tested: smallOnly,
    files: [
      ...clipBasics,
      ...filesAt(
        'Xenova/clip-vit-base-patch32@d15189d7028b43f1d3e65039190477f6af591c2a',
        `e79bad158b04c235740f9b2ec320b17f4030f7a5 4524 config.json
         fd6e1402a588279d1723c7534d4bcba5bc0b14b47dfab0e46f8c47b8270d7d40 351685709 onnx/vision_model.onnx
         3f6571f5bad13a97c469c1622e1cfc4d9aef78b79fdbfcff804ca357bfada8cc 254058553 onnx/text_model.onnx`,
      ),
    ],
  },
  {
    name: 'clip-vit-l14',
    kind: 'clip',
    description: 'CLIP ViT-L/14: 768 dimensions; sees more and takes several times as long',
    licence: openaiClip,
    tested: smallOnly,
    files: [
      ...clipBasics,
      ...filesAt(
        'Xenova/clip-vit-large-patch14@c307790166907339eed5a9a53a249af534102536',
        `ff49f8aa57c7abfd26e382eb083e4dbf988505223a9bd3767dbfd4e729206709 1216438437 onnx/vision_model.onnx
         a86051a90491b97e2ea1d0351ef664926735bca7536034384f901915ee91fd69 494947485 onnx/text_model.onnx`,
      ),
      { to: 'config.json', content: { model_type: 'clip', projection_dim: 768 } },
    ],
  },
  {
    name: 'tinyclip',
    kind: 'clip',
    description: 'TinyCLIP ViT-8M/16: 512 dimensions, a CLIP for CPUs; for pictures only',
    licence: { name: 'MIT', open: true, url: 'https://huggingface.co/wkcn/TinyCLIP-ViT-8M-16-Text-3M-YFCC15M' },
    tested: 'by a graph of the same inputs and outputs; never these weights',
    files: filesAt(
      'onnx-community/TinyCLIP-ViT-8M-16-Text-3M-YFCC15M-ONNX@9463a9c508a344c837ffefe9d724f3827bf2dc79',
      `0ca46b868f12305e959a1cfa2b8085e7bffd521f68769ec3bf2999986b55bec3 850 config.json
       5df7e578c37e907a431daf47fd592fc49fa50d23ed4c41285a0a34a58a9d2e06 468 preprocessor_config.json
       f97b07bf147d9e4dbdb5f98941d35fc0b9412263a183483f73893adf756ede3e 726 tokenizer_config.json
       5047b556ce86ccaf6aa22b3ffccfc52d391ea4accdab9c2f2407da5b742d4363 862328 vocab.json
       9fd691f7c8039210e0fced15865466c65820d09b63988b0174bfe25de299051a 524619 merges.txt
       31d28cb07209533d10fc4fef73ac324ce17de6741a2372e7e1531a4ac8fdaeb2 94071688 onnx/model.onnx > onnx/vision_model.onnx`,
    ),
  },
]
