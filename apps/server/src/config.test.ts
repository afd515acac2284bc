import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

describe('configuration', () => {
  it('needs nothing', () => {
    const config = readConfig({})
    expect(config).toMatchObject({ port: 3000, host: '0.0.0.0', publicUrl: null, inference: null, trustProxy: false })
    expect(config.dataFolder).toMatch(/^\/.*\/data$/)
    expect(config.bundleFolder).toMatch(/packages\/ml\/bundles\/pocket$/)
  })

  it('treats empty as unset', () => {
    expect(readConfig({ PORT: '', PUBLIC_URL: '' })).toEqual(readConfig({}))
  })

  it('keeps the origin of PUBLIC_URL', () => {
    expect(readConfig({ PUBLIC_URL: 'https://Dabble.Example.org/' }).publicUrl).toBe('https://dabble.example.org')
  })

  it('reads one or several image servers, and what goes with them', () => {
    const several = { INFERENCE_URL: 'http://a:8000/v1/, https://b.example/inference/,http://a:8000' }
    expect(readConfig(several).inference).toEqual({
      urls: ['http://a:8000', 'https://b.example/inference'],
      authorization: null,
      apiKey: null,
      model: null,
      parallel: null,
    })
    const one = { INFERENCE_URL: 'http://a', INFERENCE_AUTHORIZATION: 'BackendAI x', INFERENCE_PARALLEL: '8' }
    expect(readConfig(one).inference).toMatchObject({ authorization: 'BackendAI x', parallel: 8 })
  })

  it('reads the GPUs, or how many sidecars the CPU has', () => {
    expect(readConfig({})).toMatchObject({ gpus: [], sidecars: 1 })
    expect(readConfig({ GPUS: '0, 2' }).gpus).toEqual([0, 2])
    expect(readConfig({ SIDECARS: '3' }).sidecars).toBe(3)
  })

  it('reads the proxies it may trust', () => {
    expect(readConfig({ TRUST_PROXY: '10.0.0.0/8, ::1' }).trustProxy).toEqual(['10.0.0.0/8', '::1'])
  })

  it('reads which GPUs draw', () => {
    expect(readConfig({}).gpus).toEqual([])
    expect(readConfig({ DABBLE_PROVIDER: 'cpu' }).gpus).toEqual([])
    expect(readConfig({ DABBLE_PROVIDER: 'cuda' }).gpus).toEqual([0])
    expect(readConfig({ DABBLE_PROVIDER: 'cuda', GPUS: '0, 2' }).gpus).toEqual([0, 2])
  })

  it.each([
    [{ PORT: 'http' }, 'PORT must be a port, a whole number from 0 to 65535, not "http".'],
    [{ PORT: '70000' }, 'PORT must be a port, a whole number from 0 to 65535, not "70000".'],
    [{ PUBLIC_URL: 'booth' }, 'PUBLIC_URL must be the address that phones open'],
    [{ PUBLIC_URL: 'https://a.example/game' }, 'PUBLIC_URL must be an address without a path'],
    [{ INFERENCE_URL: 'ftp://a.example' }, 'INFERENCE_URL must be the address of an image server'],
    [{ INFERENCE_URL: 'http://a,b' }, 'INFERENCE_URL must be'],
    [{ INFERENCE_URL: 'http://user:secret@a' }, 'INFERENCE_URL must be'],
    [{ INFERENCE_URL: ',' }, 'INFERENCE_URL must be'],
    [{ GPUS: '0,0' }, 'GPUS must be the indices of GPUs'],
    [{ GPUS: 'all' }, 'GPUS must be'],
    [{ SIDECARS: '2', GPUS: '0' }, 'SIDECARS counts sidecars on the CPU'],
    [{ INFERENCE_MODEL: 'x' }, 'INFERENCE_MODEL is set but INFERENCE_URL is not.'],
    [{ THREADS: '0' }, 'THREADS must be a number of threads'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of trace, debug'],
    [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY must be the addresses of the proxies in front'],
    [{ TRUST_PROXY: '10.0.0.0/999' }, 'TRUST_PROXY must be'],
    [{ GPUS: '0,0' }, 'GPUS must be the indices of GPUs'],
    [{ DABBLE_PROVIDER: 'gpu' }, 'DABBLE_PROVIDER must be cpu or cuda, not "gpu".'],
    [{ DABBLE_PROVIDER: 'cpu', GPUS: '0' }, 'DABBLE_PROVIDER is cpu, but GPUS names GPUs.'],
    [{ DABBLE_PROVIDER: 'cuda', SIDECARS: '2' }, 'SIDECARS counts sidecars on the CPU'],
    [{ INFERENCE_AUTHORIZATION: 'Bearer x' }, 'INFERENCE_AUTHORIZATION is set but INFERENCE_URL is not.'],
  ])('refuses %o in one line', (environment, message) => {
    expect(() => readConfig(environment)).toThrow(message)
    expect(() => readConfig(environment)).toThrow(/^[^\n]+$/)
  })
})
