import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startUpstream, type Upstream } from '../../test/startUpstream.ts'
import { createLinkedMedia } from './createLinkedMedia.ts'

let upstream: Upstream

beforeAll(async () => {
  upstream = await startUpstream()
})

beforeEach(() => {
  upstream.requests.length = 0
  upstream.onRequest((response) => response.writeHead(200, { 'content-type': 'image/png' }).end('picture'))
})

afterAll(() => upstream.close())

const open = ({
  url,
  baseUrl = upstream.url,
  isPrivate = true,
}: {
  url: string
  baseUrl?: string
  isPrivate?: boolean
}) =>
  createLinkedMedia({ domain: 'wazzup24.com', baseUrl, isPrivate, fetch: undefined }).open({
    mediaId: 'm-1',
    url,
    signal: new AbortController().signal,
  })

describe('a file by its link', () => {
  it('is read without the key, and with its name, type and size', async () => {
    const file = await open({ url: `${upstream.url}/files/%D1%86%D0%B5%D0%BD%D1%8B.png` })
    expect(await new Response(file.body).text()).toBe('picture')
    expect(file).toMatchObject({ mimeType: 'image/png', name: 'цены.png' })
    expect(upstream.requests[0]?.headers).not.toHaveProperty('authorization')
  })

  it.each([
    'https://evil.com/a.png',
    'https://wazzup24.com.evil.com/a.png',
    'https://evilwazzup24.com/a.png',
    'http://store.wazzup24.com/a.png',
    'https://user:pass@evil.com/a.png',
    'http://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
    'nothing',
    '',
  ])('is not read from another place: %s', async (url) => {
    await expect(open({ url })).rejects.toMatchObject({ code: 'not_found' })
    expect(upstream.requests).toEqual([])
  })

  it('is not read from this machine where the vendor is on the internet', async () => {
    const url = upstream.url.replace('127.0.0.1', 'localhost')
    await expect(open({ url, baseUrl: 'https://api.wazzup24.com', isPrivate: false })).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(upstream.requests).toEqual([])
  })

  it('is not read through a redirect', async () => {
    upstream.onRequest((response, { url }) => {
      if (url === '/b.png') response.writeHead(200).end('other')
      else response.writeHead(302, { location: '/b.png' }).end()
    })
    await expect(open({ url: `${upstream.url}/a.png` })).rejects.toMatchObject({ code: 'upstream_unavailable' })
    expect(upstream.requests).toHaveLength(1)
  })

  it.each([
    [404, 'not_found'],
    [403, 'upstream_unavailable'],
    [500, 'upstream_unavailable'],
  ])('that the vendor refuses with %i is %s', async (status, code) => {
    upstream.onRequest((response) => response.writeHead(status).end('secret details'))
    await expect(open({ url: `${upstream.url}/a.png` })).rejects.toMatchObject({ code })
  })

  it('ends with the page that asked for it', async () => {
    const page = new AbortController()
    upstream.onRequest((response) => void response.writeHead(200).write('part'))
    const media = createLinkedMedia({
      domain: 'wazzup24.com',
      baseUrl: upstream.url,
      isPrivate: true,
      fetch: undefined,
    })
    const file = await media.open({ mediaId: 'm', url: `${upstream.url}/a.png`, signal: page.signal })
    const text = new Response(file.body).text()
    page.abort()
    await expect(text).rejects.toThrow()
  })
})
