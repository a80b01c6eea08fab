import { describe, expect, it, onTestFinished } from 'vitest'
import { createScriptedBackend } from '../test/createScriptedBackend.ts'
import { readEvents } from '../test/readEvents.ts'
import { get } from '../test/requests.ts'
import { every, systemClock } from './clock.ts'
import { createChatProxy } from './createChatProxy.ts'

const month = 30 * 24 * 3_600_000

describe.each([month, Number.POSITIVE_INFINITY])('a wait of %d ms', (ms) => {
  it('does not end at once, once or again and again', async () => {
    let ended = 0
    const callback = (): void => {
      ended += 1
    }
    const cancel = [systemClock.after(ms, callback), every({ clock: systemClock, ms, callback })]
    await soon()
    for (const stop of cancel) stop()
    expect(ended).toBe(0)
  })

  it('between two checks of a session identifies its user once, and lets the hooks respond', async () => {
    let identified = 0
    const backend = createScriptedBackend()
    const proxy = createChatProxy({
      backend,
      identify: async () => {
        identified += 1
        await new Promise<void>((resolve) => systemClock.after(5, resolve))
        return { id: '1', name: 'Ann' }
      },
      limits: { sessionCheckMs: ms, hookTimeoutMs: ms, lingerMs: ms, firstValueTimeoutMs: ms },
    })
    onTestFinished(() => proxy.close())
    const response = await proxy.fetch(get('/chat/events'))
    expect(response.status).toBe(200)
    const stream = readEvents(response)
    await stream.next()
    await soon()
    await stream.cancel()
    expect({ identified, counters: backend.open.size }).toEqual({ identified: 1, counters: 1 })
    backend.send('1', 3)
    expect(await (await proxy.fetch(get('/chat/unanswered'))).json()).toMatchObject({ count: 3 })
  })
})

/** A while in which a timer that overflows has fired many times: it waits 1 ms. */
function soon(): Promise<void> {
  return new Promise((resolve) => systemClock.after(50, resolve))
}
