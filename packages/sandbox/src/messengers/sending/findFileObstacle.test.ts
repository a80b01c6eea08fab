import { createServer } from 'node:http'
import { pipeline, Readable } from 'node:stream'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openTestStore } from '../../../test/openTestStore.ts'
import { startFileServer } from '../../../test/startFileServer.ts'
import { listen } from '../../server/http/listen.ts'
import { changeAccountSettings } from '../../store/entities/accountSettings.ts'
import type { Transport } from '../../store/transports.ts'
import { findFileObstacle } from './findFileObstacle.ts'

const megabyte = 1024 * 1024

/** The code of what stands against a file that lies on a server of this machine. */
async function judge(
  file: { type?: string; bytes: number },
  { transport = 'whatsapp', path = '/file' }: { transport?: Transport; path?: string } = {},
): Promise<string | undefined> {
  const server = await startFileServer({ [path]: file })
  const url = server.url(path)
  const obstacle = await findFileObstacle(await openTestStore(), { url, transport, allowPrivate: false })
  expect(server.visits).toEqual([path])
  return obstacle?.code
}

describe('a file behind a link', () => {
  it.each([
    ['an image', { type: 'image/png', bytes: 10 }, {}],
    ['a type with a character set', { type: 'text/csv; charset=utf-8', bytes: 10 }, {}],
    ['exactly 10 MB', { type: 'video/mp4', bytes: 10 * megabyte }, {}],
    ['no type, but a name that tells', { bytes: 10 }, { path: '/offer.pdf' }],
    [
      'a type that tells nothing, but a name that does',
      { type: 'application/octet-stream', bytes: 1 },
      { path: '/a.ogg' },
    ],
    ["an image of WABA's 5 MB", { type: 'image/jpeg', bytes: 5 * megabyte }, { transport: 'wapi' }],
    ['a PDF for Instagram', { type: 'application/pdf', bytes: 10 }, { transport: 'instagram' }],
    [
      'a larger document for a Telegram bot',
      { type: 'application/pdf', bytes: 9 * megabyte },
      { transport: 'telegram' },
    ],
  ] as const)('is sent: %s', async (_, file, options) => {
    expect(await judge(file, options)).toBeUndefined()
  })

  it.each([
    ['MESSAGE_CONTENT_CAN_NOT_BE_BLANK', 'nothing in it', { type: 'image/png', bytes: 0 }, {}],
    ['MESSAGE_CONTENT_SIZE_EXCEEDED', '10 MB and a byte', { type: 'video/mp4', bytes: 10 * megabyte + 1 }, {}],
    ['MESSAGE_WRONG_CONTENT_TYPE', 'a page', { type: 'text/html', bytes: 10 }, {}],
    ['MESSAGE_WRONG_CONTENT_TYPE', 'neither type nor a name that tells', { bytes: 10 }, {}],
    [
      'MESSAGE_WRONG_CONTENT_TYPE',
      'an image that WABA does not know',
      { type: 'image/gif', bytes: 1 },
      { transport: 'wapi' },
    ],
    [
      'MESSAGE_CONTENT_SIZE_EXCEEDED',
      '8 MB and a byte',
      { type: 'image/png', bytes: 8 * megabyte + 1 },
      { transport: 'instagram' },
    ],
  ] as const)('is rejected with %s: %s', async (code, _, file, options) => {
    expect(await judge(file, options)).toBe(code)
  })

  it('that redirects, does not exist or never ends is not waited for', async () => {
    const store = await openTestStore()
    let hasStopped = false
    const endless = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'video/mp4' })
      const source = new Readable({ read: () => void source.push(Buffer.alloc(megabyte)) })
      pipeline(source, response, () => {
        hasStopped = true
      })
    })
    const port = await listen(endless, { port: 0, host: '127.0.0.1' })
    onTestFinished(() => {
      endless.closeAllConnections()
      endless.close()
    })
    const server = await startFileServer({ '/moved': null, '/elsewhere': { type: 'image/png', bytes: 1 } })
    const ask = (url: string) => findFileObstacle(store, { url, transport: 'whatsapp', allowPrivate: false })
    expect(await ask(server.url('/moved'))).toMatchObject({ code: 'MESSAGE_DOWNLOAD_CONTENT_ERROR' })
    expect(await ask(server.url('/nothing'))).toMatchObject({ code: 'MESSAGE_DOWNLOAD_CONTENT_ERROR' })
    expect(await ask(`http://127.0.0.1:${port}/`)).toMatchObject({ code: 'MESSAGE_CONTENT_SIZE_EXCEEDED' })
    expect(server.visits).toEqual(['/moved', '/nothing'])
    await expect.poll(() => hasStopped).toBe(true)
  })
})

describe('a link', () => {
  it.each([
    'http://10.0.0.1/a.png',
    'http://169.254.169.254/latest',
    'http://[fd00::1]/a.png',
    'ftp://x/a.png',
    'a.png',
  ])('to %s is not followed', async (url) => {
    const obstacle = await findFileObstacle(await openTestStore(), { url, transport: 'whatsapp', allowPrivate: false })
    expect(obstacle).toMatchObject({ code: 'MESSAGE_DOWNLOAD_CONTENT_ERROR' })
  })

  it.each([
    ['https://example.com/a.png', undefined],
    ['https://files.shop.example/a', undefined],
    ['https://example.com/a.zip', 'MESSAGES_UNSUPPORTED_CONTENT_TYPE_INSTAPI'],
  ])('to an unknown host is judged by its file extension: %s', async (url, code) => {
    const found = await findFileObstacle(await openTestStore(), { url, transport: 'instagram', allowPrivate: false })
    expect(found?.code).toBe(code)
  })

  it('is not requested in an account that trusts links', async () => {
    const store = await openTestStore()
    await changeAccountSettings(store, { links: 'trust' })
    const server = await startFileServer({})
    const url = server.url('/a.png')
    expect(await findFileObstacle(store, { url, transport: 'whatsapp', allowPrivate: false })).toBeUndefined()
    expect(server.visits).toEqual([])
  })
})
