import type { Clock } from '../clock.ts'

/** Parameters of {@link watchTurn}. */
export interface WatchTurnParameters {
  /** Name that the tabs have in common. */
  name: string
  clock: Clock
  /** Called when it becomes this tab's turn, and when it is over. */
  onChange: (isMine: boolean) => void
  /** Ends the watch. */
  signal: AbortSignal
}

/** Time after which a tab that has claimed the turn may believe that no other one has. */
const settleMs = 250
/** Interval between two looks at the claim, and the age of one whose tab is gone. */
const reviewEveryMs = 5_000
const expiresAfterMs = 15_000

/**
 * Gives the turn to one tab of the browser, the one that was last looked at, by a note in the browser's storage. Where a page
 * may not store anything, each tab that is looked at has the turn.
 */
export function watchTurn({ name, clock, onChange, signal }: WatchTurnParameters): void {
  const id = `${Math.random()}`
  let isMine = false
  let stopTimer = (): void => undefined

  const reviewAfter = (ms: number): void => {
    stopTimer()
    stopTimer = clock.after(ms, review)
  }
  const claim = (): void => {
    write({ name, text: `${id} ${clock.now()}` })
    reviewAfter(isMine ? reviewEveryMs : settleMs)
  }
  const leave = (): void => {
    if (isMine) write({ name, text: '' })
  }
  function review(): void {
    const note = read(name)
    const [holder, at] = note?.split(' ') ?? []
    const wasMine = isMine
    isMine = note === undefined ? isVisible() : holder === id
    if (isMine !== wasMine) onChange(isMine)
    const isTaken = Math.abs(clock.now() - Number(at)) < expiresAfterMs // The clock may have been set back or forward.
    if (isMine || (isVisible() && !isTaken)) claim()
    else reviewAfter(reviewEveryMs)
  }
  const handleVisibility = (): void => (isVisible() && !isMine ? claim() : review())

  window.addEventListener('storage', ({ key }) => key === name && review(), { signal })
  window.addEventListener('pagehide', leave, { signal })
  document.addEventListener('visibilitychange', handleVisibility, { signal })
  signal.addEventListener('abort', () => {
    stopTimer()
    leave()
  })
  handleVisibility()
}

function isVisible(): boolean {
  return document.visibilityState === 'visible'
}

/** Returns the note, or undefined where the page may not store any. */
function read(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? ''
  } catch {
    return undefined
  }
}

function write({ name, text }: { name: string; text: string }): void {
  try {
    localStorage.setItem(name, text)
  } catch {
    // Forbidden: then nothing can be read either. Or full, with an old note that soon expires.
  }
}
