import { type LookupAddress, lookup as resolve } from 'node:dns'
import { get } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { bytesOf, longestAnswer } from './body.ts'
import { InferenceUnavailable } from './errors.ts'
import { isPublicAddress } from './public-address.ts'
import { type Endpoint, headersOf } from './request.ts'

/**
 * The picture that an answer names by an address. Whoever answers could name any address, and this machine reaches some that
 * they do not (server-side request forgery), so: the server's own origin, or https at a public address of the internet, which is
 * looked at once more when the connection is made. No redirect is followed, and only the server itself gets the token.
 * Throws InferenceUnavailable.
 */
export async function linkedPicture(url: string, endpoint: Endpoint, signal: AbortSignal): Promise<Buffer> {
  const inline = /^data:image\/[\w.+-]+;base64,/.exec(url)
  if (inline) return Buffer.from(url.slice(inline[0].length), 'base64')
  const target = URL.canParse(url, endpoint.baseUrl) ? new URL(url, endpoint.baseUrl) : null
  if (target?.origin === new URL(endpoint.baseUrl).origin) {
    const response = await fetch(target, { headers: headersOf(endpoint), redirect: 'error', signal })
    if (!response.ok) throw new InferenceUnavailable(`The picture's address answers ${response.status}`)
    return bytesOf(response)
  }
  if (target?.protocol !== 'https:' || !mayBePublic(target)) throw new InferenceUnavailable(notFetched)
  return publicFile(target, signal)
}

const notFetched = 'The picture lies at an address that is not fetched: only the server itself, or public https'

/** An address in numbers is never looked up, so it is judged here. */
function mayBePublic({ hostname }: URL): boolean {
  const host = hostname.replace(/^\[|\]$/g, '')
  return isIP(host) === 0 || isPublicAddress(host)
}

/** Resolves as the connection is made: a name that points elsewhere a moment later gains nothing. */
const publicLookup: LookupFunction = (hostname, options, done) => {
  resolve(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    const [first] = addresses ?? []
    if (error || !first) return done(error ?? new Error(`${hostname} has no address`), '', 0)
    if (!addresses.every(({ address }) => isPublicAddress(address))) return done(new Error(notFetched), '', 0)
    return options.all ? done(null, addresses) : done(null, first.address, first.family)
  })
}

function publicFile(url: URL, signal: AbortSignal): Promise<Buffer> {
  return new Promise((done, fail) => {
    get(url, { lookup: publicLookup, signal, agent: false }, response => {
      const chunks: Buffer[] = []
      let bytes = 0
      if (response.statusCode !== 200) {
        response.destroy()
        return fail(new InferenceUnavailable(`The picture's address answers ${response.statusCode}`))
      }
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
        chunks.push(chunk)
        if (bytes > longestAnswer) response.destroy(new InferenceUnavailable('The picture is too large'))
      })
      response.on('end', () => done(Buffer.concat(chunks))).on('error', fail)
    }).on('error', fail)
  })
}
