import { afterEach, describe, expect, it } from 'vitest'
import { createFakeClock } from '../../test/createFakeClock.ts'
import { type LoopbackFiles, loopbackFiles } from './loopbackFiles.ts'

const user = { id: '1', name: 'Ann' }
const open: LoopbackFiles[] = []

function setUp(options: Parameters<typeof loopbackFiles>[0] = {}) {
  const clock = createFakeClock(Date.UTC(2030, 0, 1))
  const files = loopbackFiles({ clock, ...options })
  open.push(files)
  const store = (text: string, name = 'price.txt') =>
    files.storeFile({ bytes: new TextEncoder().encode(text), name, mimeType: 'text/plain', user })
  return { clock, files, store }
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((files) => files.close()))
})

describe('a file on this machine', () => {
  it('is fetched by its link, as a download', async () => {
    const { store } = setUp()
    const { url, expiresAt } = await store('Tea: 5', 'цены.txt')
    expect(new URL(url).hostname).toBe('127.0.0.1')
    expect(expiresAt).toBe('2030-01-01T00:10:00.000Z')
    const response = await fetch(url)
    expect(await response.text()).toBe('Tea: 5')
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/plain',
      'content-length': '6',
      'x-content-type-options': 'nosniff',
      'content-disposition': "attachment; filename*=UTF-8''%D1%86%D0%B5%D0%BD%D1%8B.txt",
    })
    expect((await fetch(url, { method: 'HEAD' })).headers.get('content-length')).toBe('6')
  })

  it('is read by its link, and by no other', async () => {
    const { files, store } = setUp()
    const { url } = await store('Tea: 5')
    expect(await files.readFile?.(url)).toMatchObject({ name: 'price.txt', mimeType: 'text/plain' })
    for (const other of [url.replace(/\/[^/]+\/[^/]+$/, `/${'a'.repeat(43)}/price.txt`), 'http://127.0.0.1:9/x', 'x']) {
      expect(await files.readFile?.(other)).toBeUndefined()
    }
  })

  it.each([
    ['another name', (url: string) => url.replace('price.txt', 'other.txt'), {}, 404],
    ['another token', (url: string) => url.replace(/\/[\w-]{43}\//, `/${'b'.repeat(43)}/`), {}, 404],
    ['another method', (url: string) => url, { method: 'POST' }, 405],
    ['the root', (url: string) => new URL('/', url).href, {}, 404],
  ])('is not there for %s', async (_, change, init, status) => {
    const { url } = await setUp().store('Tea: 5')
    const response = await fetch(change(url), init)
    expect([response.status, await response.text()]).toEqual([status, ''])
  })

  it('goes after ten minutes, and when there are too many bytes', async () => {
    const { clock, store } = setUp({ maxBytes: 10 })
    const first = await store('123456')
    const second = await store('1234')
    expect((await fetch(first.url)).status).toBe(200)
    await store('1')
    expect([(await fetch(first.url)).status, (await fetch(second.url)).status]).toEqual([404, 200])
    clock.advance(600_000)
    expect((await fetch(second.url)).status).toBe(404)
  })

  it('is refused where it is larger than all that is kept', async () => {
    await expect(setUp({ maxBytes: 3 }).store('1234')).rejects.toThrow('larger')
  })
})
