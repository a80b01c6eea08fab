import { expect, test } from 'vitest'
import { openWorld } from '../../test/openWorld.ts'
import { systemClock } from '../clock.ts'
import { createChat } from '../createChat.ts'
import { loadFrame } from './loadFrame.ts'

test("reports that the page's own policy blocks the frame, without revealing the link", async () => {
  const policy = document.createElement('meta')
  policy.httpEquiv = 'Content-Security-Policy'
  policy.content = "frame-src 'self'" // Stays for as long as this file's page does.
  document.head.append(policy)
  const link = await createChat({ endpoint: openWorld().endpoint }).openWindow({ scope: 'global' })
  const signal = new AbortController().signal
  const loading = loadFrame({
    container: document.body,
    link,
    title: 'Chat',
    timeoutMs: 10_000,
    clock: systemClock,
    signal,
  })
  await expect(loading).rejects.toMatchObject({
    code: 'frame_blocked',
    retryable: false,
    message: `This page's Content-Security-Policy forbids frames of ${link.origin}. Add it to frame-src.`,
  })
  expect(document.querySelectorAll('iframe')).toHaveLength(0)
})
