import { createChat } from '../../../src/client.ts'
import type { Clock } from '../../../src/clock.ts'
import type { UnansweredState } from '../../../src/unanswered/unansweredState.ts'

/** A tab, as a test sees it from outside. */
export interface Tab {
  getState: () => UnansweredState
  /** Every number that it has shown. */
  counts: number[]
  /** Sets the computer's clock, by so much from the real time. */
  setClock: (offsetMs: number) => void
}

declare global {
  interface Window {
    tab: Tab
  }
}

const parameters = new URLSearchParams(location.search)
const factor = Number(parameters.get('factor') ?? 1)
let offsetMs = 0

const clock: Clock = {
  now: () => Date.now() + offsetMs,
  elapsed: () => performance.now() * factor,
  after: (ms, callback) => {
    const timer = setTimeout(callback, Math.min(ms / factor, 2 ** 31 - 1))
    return () => clearTimeout(timer)
  },
}

const { unanswered } = createChat({ endpoint: parameters.get('endpoint') ?? '', clock, retryDelayMs: () => 20 })
const counts: number[] = []
unanswered.subscribe((state) => {
  if ('count' in state) counts.push(state.count)
})
window.tab = {
  counts,
  getState: unanswered.getState,
  setClock: (ms) => {
    offsetMs = ms
  },
}
