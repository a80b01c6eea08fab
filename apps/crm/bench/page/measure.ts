import { measureFrames, nextFrame } from '../../../../scripts/bench/page/measureFrames.ts'

/** Functions of each page of the bench, which measure it from within. */
export interface PageBench {
  /** Scrolls the area around an element down. Returns the time of each frame in ms. */
  scroll: (parameters: { around: string; frames: number }) => Promise<number[]>
  /** Notes frames until {@link PageBench.endFrames}. */
  startFrames: () => void
  /** Returns the time of each frame since, in ms. */
  endFrames: () => number[]
  /** Waits until the first link of a table has this text. Returns the time since the last key was pressed, in ms. */
  untilFirstRow: (text: string) => Promise<number>
  /** Number of interactions of this document so far. */
  countInteractions: () => number
  /** Returns the durations since the last call, by the Event Timing API, which leaves out those below 16 ms. */
  takeInteractions: () => number[]
}

declare global {
  interface Window {
    bench: PageBench
  }
}

const interactions = new Map<number, number>()
let lastKeyAt = Number.NaN
let frames: number[] | undefined

/** An interaction lasts as long as the slowest of its events, e.g. of a pointer's `down`, `up` and click. */
function note(list: PerformanceObserverEntryList): void {
  for (const entry of list.getEntries() as PerformanceEventTiming[]) {
    const { interactionId, duration } = entry
    if (interactionId) interactions.set(interactionId, Math.max(duration, interactions.get(interactionId) ?? 0))
  }
}

/** The nearest element above one that scrolls. */
function findScrollArea(selector: string): Element | null {
  let area = document.querySelector(selector)
  while (area && !(area.scrollHeight > area.clientHeight && getComputedStyle(area).overflowY === 'auto'))
    area = area.parentElement
  return area
}

async function noteFrames(): Promise<void> {
  const times: number[] = []
  frames = times
  let last = await nextFrame()
  while (frames === times) {
    const at = await nextFrame()
    times.push(at - last)
    last = at
  }
}

function isFirstRow(text: string): boolean {
  const table = document.querySelector('main table:not([aria-busy="true"])')
  return table?.querySelector('tbody a')?.textContent === text
}

function noteKey({ timeStamp }: KeyboardEvent): void {
  lastKeyAt = timeStamp
}

new PerformanceObserver(note).observe({
  type: 'event',
  durationThreshold: 16,
  buffered: true,
} as PerformanceObserverInit) // The types of DOM lack the threshold.
addEventListener('keydown', noteKey, { capture: true })

window.bench = {
  scroll: ({ around, frames: count }) => measureFrames({ area: findScrollArea(around), frames: count, stepPx: 90 }),
  startFrames: () => void noteFrames(),
  endFrames: () => {
    const times = frames ?? []
    frames = undefined
    return times
  },
  untilFirstRow: async (text) => {
    while (!isFirstRow(text)) await nextFrame()
    return (await nextFrame()) - lastKeyAt
  },
  countInteractions: () => performance.interactionCount,
  takeInteractions: () => {
    const durations = [...interactions.values()]
    interactions.clear()
    return durations
  },
}
