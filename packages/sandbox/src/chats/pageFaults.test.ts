import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { getLink } from '../../test/getLink.ts'
import { startSandbox } from '../../test/startSandbox.ts'
import type { PageFault } from '../server/faults/fault.ts'

async function openWithFault(kind: PageFault['kind']) {
  const sandbox = await startSandbox()
  sandbox.faults.add({ operation: 'chats.openPage', times: 1, fault: { kind } })
  const link = await getLink(sandbox)
  return { sandbox, link, open: () => fetch(link) }
}

describe('a fault of the chats page', () => {
  it('fails one load of the page', async () => {
    const { open } = await openWithFault('pageDown')
    await expect(open()).rejects.toThrow('fetch failed')
    expect((await open()).status).toBe(200)
  })

  it('makes it refuse to be framed', async () => {
    const { open } = await openWithFault('refuseFraming')
    const [faulty, sound] = [await open(), await open()]
    expect(faulty.headers.get('x-frame-options')).toBe('DENY')
    expect(faulty.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(sound.headers.get('content-security-policy')).toContain('frame-ancestors *')
  })

  it.each([
    ['hostileMessages', '/chat/faults/hostile.js', 'postMessage'],
    ['hugeHeight', '/chat/faults/huge.css', '100000px'],
  ] as const)('makes it show %s', async (kind, part, content) => {
    const { sandbox, open } = await openWithFault(kind)
    expect(await (await open()).text()).toContain(`"${part}"`)
    expect(await (await open()).text()).not.toContain(part)
    expect(await (await fetch(sandbox.url + part)).text()).toContain(content)
  })

  it('applies only to pages of its account', async () => {
    const { sandbox } = await openWithFault('pageDown')
    await sandbox.addAccount({ apiKey: 'another' })
    const answer = await fetch(`${sandbox.url}/v2/iframe`, {
      method: 'POST',
      headers: { authorization: 'Basic another', 'content-type': 'application/json' },
      body: JSON.stringify({ user: { id: '7', name: 'Kate' }, scope: 'global' }),
    })
    const { url } = z.object({ url: z.url() }).parse(await answer.json())
    expect((await fetch(url)).status).toBe(200)
  })
})
