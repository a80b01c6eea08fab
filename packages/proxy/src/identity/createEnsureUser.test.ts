import { errorBodySchema } from '@crm-chat/protocol'
import { describe, expect, it } from 'vitest'
import { createFakeClock } from '../../test/createFakeClock.ts'
import { createScriptedBackend } from '../../test/createScriptedBackend.ts'
import { post } from '../../test/requests.ts'
import { type ChatProxy, createChatProxy } from '../createChatProxy.ts'
import { InvalidOptionsError, OperationError } from '../errors.ts'
import type { ChatUser } from './chatUser.ts'
import { createEnsureUser } from './createEnsureUser.ts'

const hourMs = 3_600_000

/** A proxy whose vendor notes uploads and links in the order in which they come. */
function setUp({ ensureUser = true }: { ensureUser?: boolean } = {}) {
  const calls: string[] = []
  const fails = { upload: false, link: false }
  const user: ChatUser = { id: '1', name: 'Ann Lee' }
  const clock = createFakeClock()
  const scripted = createScriptedBackend()
  const proxy = createChatProxy({
    backend: {
      ...scripted,
      saveUser: async ({ id, name }) => {
        calls.push(`upload ${id} ${name}`)
        if (fails.upload) throw new OperationError({ code: 'upstream_unavailable', message: 'no' })
      },
      windows: {
        ...scripted.windows,
        create: async (parameters) => {
          calls.push(`link ${parameters.user.id}`)
          if (fails.link) throw new OperationError({ code: 'upstream_refused', message: 'no' })
          return scripted.windows.create(parameters)
        },
      },
    },
    identify: () => ({ ...user }),
    ensureUser,
    clock,
  })
  return { calls, fails, user, clock, proxy }
}

function open(proxy: ChatProxy): Promise<Response> {
  return proxy.fetch(post('/chat/window', { scope: 'global' }))
}

describe('ensureUser', () => {
  it('uploads a user before the first link, once', async () => {
    const { calls, proxy } = setUp()
    expect((await open(proxy)).status).toBe(200)
    await open(proxy)
    expect(calls).toEqual(['upload 1 Ann Lee', 'link 1', 'link 1'])
  })

  it('uploads nobody unless it is asked for', async () => {
    const { calls, proxy } = setUp({ ensureUser: false })
    await open(proxy)
    expect(calls).toEqual(['link 1'])
  })

  it('uploads a user once for links at the same time', async () => {
    const { calls, proxy } = setUp()
    await Promise.all([open(proxy), open(proxy), open(proxy)])
    expect(calls.filter((call) => call.startsWith('upload'))).toHaveLength(1)
  })

  it('uploads again under another name, and after an hour', async () => {
    const { calls, clock, user, proxy } = setUp()
    await open(proxy)
    user.name = 'Ann Ray'
    await open(proxy)
    clock.advance(hourMs - 1)
    await open(proxy)
    clock.advance(1)
    await open(proxy)
    expect(calls.filter((call) => call.startsWith('upload'))).toEqual([
      'upload 1 Ann Lee',
      'upload 1 Ann Ray',
      'upload 1 Ann Ray',
    ])
  })

  it('fails the link if the upload fails, and tries again', async () => {
    const { calls, fails, proxy } = setUp()
    fails.upload = true
    const refused = await open(proxy)
    expect(errorBodySchema.parse(await refused.json()).error).toMatchObject({ code: 'upstream_unavailable' })
    expect(calls).toEqual(['upload 1 Ann Lee'])
    fails.upload = false
    expect((await open(proxy)).status).toBe(200)
    expect(calls).toEqual(['upload 1 Ann Lee', 'upload 1 Ann Lee', 'link 1'])
  })

  it('uploads again after the vendor has refused a link, e.g. because its data was cleared', async () => {
    const { calls, fails, proxy } = setUp()
    await open(proxy)
    fails.link = true
    expect((await open(proxy)).status).toBe(502)
    fails.link = false
    await open(proxy)
    expect(calls.filter((call) => call.startsWith('upload'))).toHaveLength(2)
  })

  it('is refused for a vendor that keeps no users', async () => {
    const options = { backend: createScriptedBackend(), identify: () => null, ensureUser: true }
    await expect(createChatProxy(options).check()).rejects.toThrow(InvalidOptionsError)
  })
})

describe('createEnsureUser', () => {
  it('forgets the user uploaded first beyond ten thousand', async () => {
    const uploads: string[] = []
    const saveUser = async ({ id }: { id: string }): Promise<void> => void uploads.push(id)
    const ensureUser = createEnsureUser({ saveUser, clock: createFakeClock() })
    for (let id = 1; id <= 10_001; id += 1) await ensureUser({ id: String(id), name: 'Ann' })
    await ensureUser({ id: '2', name: 'Ann' })
    expect(uploads).toHaveLength(10_001)
    await ensureUser({ id: '1', name: 'Ann' })
    expect(uploads.at(-1)).toBe('1')
  })
})
