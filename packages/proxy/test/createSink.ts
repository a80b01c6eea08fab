import type { StreamSink } from '../src/http/exchange.ts'

/** A way to a browser whose reading a test controls. */
export interface TestSink extends StreamSink {
  /** Everything written so far, as text. */
  text: () => string
  /** The peer reads no more: what is written from now on waits. */
  stall: () => void
  /** The peer reads everything that waits. */
  read: () => void
  /** Makes every further write throw. */
  break: () => void
  state: () => 'open' | 'ended' | 'destroyed'
}

/** Makes a {@link TestSink}. */
export function createSink(): TestSink {
  const decoder = new TextDecoder()
  let text = ''
  let buffered = 0
  let isStalled = false
  let isBroken = false
  let state: ReturnType<TestSink['state']> = 'open'
  const drainListeners: (() => void)[] = []
  const closeListeners: (() => void)[] = []
  const close = (next: 'ended' | 'destroyed'): void => {
    if (state !== 'open') return
    state = next
    for (const listener of closeListeners) listener()
  }
  return {
    write: (chunk) => {
      if (isBroken) throw new Error('The sink is broken.')
      if (state !== 'open') throw new Error('The sink was written to after its end.')
      const part = typeof chunk === 'string' ? chunk : decoder.decode(chunk)
      text += part
      if (isStalled) buffered += part.length
      return !isStalled
    },
    bufferedBytes: () => buffered,
    onDrain: (callback) => void drainListeners.push(callback),
    onClose: (callback) => void closeListeners.push(callback),
    end: () => close('ended'),
    destroy: () => close('destroyed'),
    text: () => text,
    stall: () => {
      isStalled = true
    },
    read: () => {
      isStalled = false
      buffered = 0
      for (const listener of drainListeners) listener()
    },
    break: () => {
      isBroken = true
    },
    state: () => state,
  }
}
