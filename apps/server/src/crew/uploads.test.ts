import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createPictureStore, type PictureStore } from '../pictures/store.ts'
import { cleanPicture, createUploads } from './uploads.ts'

let folder: string
let store: PictureStore
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dabble-uploads-'))
  store = createPictureStore(folder)
})
afterEach(() => rm(folder, { recursive: true }))

const dataUrl = (bytes: Buffer, type = 'png') => `data:image/${type};base64,${bytes.toString('base64')}`
const red = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 255, g: 0, b: 0 } } })

it.each(['png', 'jpeg', 'webp'] as const)('keeps a %s as a PNG within 1,024 pixels', async type => {
  const bytes = await red(3_000, 1_500).toFormat(type).toBuffer()
  const saved = await createUploads(store).save(dataUrl(bytes, type))
  expect(saved).toMatchObject({ width: 1_024, height: 512 })
  const kept = sharp(await store.read(saved.hash))
  expect(await kept.metadata()).toMatchObject({ format: 'png', width: 1_024, height: 512 })
  const { dominant } = await kept.stats()
  expect(dominant.r).toBeGreaterThan(240)
})

it('does not enlarge a small one', async () => {
  const { info } = await cleanPicture(await red(40, 30).png().toBuffer())
  expect(info).toMatchObject({ width: 40, height: 30 })
})

it('turns a photo the right way up and forgets where it was taken', async () => {
  const place = { IFD0: { Copyright: 'somebody' }, IFD3: { GPSLatitude: '37/1 33/1 0/1' } }
  const bytes = await red(400, 200).withExif(place).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  expect((await sharp(bytes).metadata()).exif).toBeDefined()
  const { data, info } = await cleanPicture(bytes)
  expect(info).toMatchObject({ width: 200, height: 400 })
  const { exif, icc, xmp, orientation } = await sharp(data).metadata()
  expect({ exif, icc, xmp, orientation }).toEqual({})
  expect(data.includes('somebody')).toBe(false)
})

it('puts what is transparent on white, whatever colour is hidden there', async () => {
  const hidden = await sharp({
    create: { width: 8, height: 8, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0 } },
  })
    .png()
    .toBuffer()
  const { data, info } = await cleanPicture(hidden)
  expect(info.channels).toBe(3)
  expect((await sharp(data).stats()).channels.map(({ min }) => min)).toEqual([255, 255, 255])
})

it('takes the first frame of one that moves', async () => {
  const frames = Buffer.concat([Buffer.alloc(30 * 30 * 3, 255), Buffer.alloc(30 * 30 * 3, 0)])
  const moving = await sharp(frames, { raw: { width: 30, height: 60, channels: 3, pageHeight: 30 } })
    .webp({ lossless: true })
    .toBuffer()
  expect((await sharp(moving).metadata()).pages).toBe(2)
  const { data, info } = await cleanPicture(moving)
  expect(info).toMatchObject({ width: 30, height: 30 })
  expect((await sharp(data).stats()).channels[0]?.min).toBe(255)
})

it('refuses a bomb by its head, before it is unpacked', async () => {
  const began = performance.now()
  await expect(cleanPicture(bomb(50_000, 50_000))).rejects.toThrow('upload-too-big')
  expect(performance.now() - began).toBeLessThan(2_000)
})

it('refuses more than five megabytes', async () => {
  const png = await red(10, 10).png().toBuffer()
  await expect(cleanPicture(Buffer.concat([png, Buffer.alloc(5_000_000)]))).rejects.toThrow('upload-too-big')
})

const svg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="9" height="9"/></svg>',
)
const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

it.each([
  ['an SVG that calls itself PNG', svg],
  ['a GIF that calls itself PNG', gif],
  ['a text', Buffer.from('hello')],
  ['nothing', Buffer.alloc(0)],
  ['a signature alone', Buffer.from('89504e470d0a1a0a', 'hex')],
])('refuses %s', async (_, bytes) => {
  await expect(createUploads(store).save(dataUrl(bytes))).rejects.toThrow('upload-unreadable')
})

it('refuses one that was cut off', async () => {
  const noise = Buffer.from(Array.from({ length: 300 * 300 * 3 }, (_, i) => (i * 7919) % 251))
  const whole = await sharp(noise, { raw: { width: 300, height: 300, channels: 3 } })
    .png()
    .toBuffer()
  await expect(cleanPicture(whole.subarray(0, whole.length / 2))).rejects.toThrow('upload-unreadable')
})

/** A valid PNG of a few kilobytes that would fill gigabytes. */
function bomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc(1_000_000))
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
