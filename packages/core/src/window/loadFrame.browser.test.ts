import { expect, onTestFinished, test } from 'vitest'
import { type OpenWorld, openWorld } from '../../test/openWorld.ts'
import { systemClock } from '../clock.ts'
import { createChat } from '../createChat.ts'
import { loadFrame } from './loadFrame.ts'
import { toWindowSettings } from './windowOptions.ts'

/** Policies stay for as long as this file's page does, and each comes on top of those before. */
function forbid(policy: string): void {
  const meta = document.createElement('meta')
  meta.httpEquiv = 'Content-Security-Policy'
  meta.content = policy
  document.head.append(meta)
}

async function load(world: OpenWorld): Promise<HTMLIFrameElement> {
  const link = await createChat({ endpoint: world.endpoint }).openWindow({ scope: 'global' })
  const closing = new AbortController()
  onTestFinished(() => closing.abort())
  const { signal } = closing
  const settings = toWindowSettings()
  return loadFrame({ stage: document.body, link, title: 'Chat', settings, clock: systemClock, signal })
}

test('does not take a page for dead because the policy forbids the request that checks its link', async () => {
  const world = openWorld()
  forbid(`connect-src 'self' ws://${location.host} ${world.origin}`) // A `ws:` for all hosts allows their HTTP, too.
  const other = world.endpoint.replace('127.0.0.1', 'localhost').replace(/\/chat$/, '/frame')
  await world.set({ link: other })
  expect((await load(world)).isConnected).toBe(true)
  const { frameLoads, linkChecks } = await world.see()
  expect({ frameLoads: frameLoads.length, linkChecks: linkChecks.length }).toEqual({ frameLoads: 1, linkChecks: 0 })
})

test("reports that the page's own policy blocks the frame, without revealing the link", async () => {
  forbid("frame-src 'self'")
  const world = openWorld()
  await expect(load(world)).rejects.toMatchObject({
    code: 'frame_blocked',
    retryable: false,
    message: `frame_blocked at ${world.origin}`,
  })
  expect(document.querySelectorAll('iframe')).toHaveLength(0)
})
