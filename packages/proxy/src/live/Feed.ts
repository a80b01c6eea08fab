import type { Unanswered } from '@crm-chat/protocol'
import type { Backend, UnansweredValue } from '../backend.ts'
import type { Clock } from '../clock.ts'
import type { LastValue } from '../processes/sharedState.ts'

/** Opens a user's counter at the vendor. */
export type Watch = NonNullable<Backend['watchUnanswered']>

/** Writes a value in one of the forms that connections send. */
export type Encode = (value: Unanswered) => string

/** At most 20 changes a second reach a browser, however many the vendor sends. */
const changeIntervalMs = 50

/** Time without a word from the vendor after which a counter counts as silent. */
const silentAfterMs = 10_000

/** Likely reasons why a vendor accepts a counter and sends nothing. */
const silence =
  'no value within 10 s: the user may have no role in any channel at the vendor, or the key may be a sidecar key'

/** Parameters of a {@link Feed}. */
export interface FeedParameters {
  userId: string
  watch: Watch
  clock: Clock
  /** Of every value of this feed. */
  epoch: number
  /** Called after each change of {@link Feed.current}. */
  onChange: () => void
  onOutage: (reason: string) => void
  /** Returns true while a page that is seen follows this counter. */
  isUrgent: () => boolean
}

/** One user's counter at the vendor: its newest value, and that value's forms, each written once for all connections. */
export class Feed {
  readonly userId: string
  current: Unanswered
  /** The vendor has sent nothing so far, and no failure has been reported. */
  isSilent = false
  readonly #parameters: FeedParameters
  readonly #forms = new Map<Encode, string>()
  #held: UnansweredValue | null = null
  /** Ends the wait for the rest of the interval; there is none while values are rare. */
  #stopInterval: (() => void) | null = null
  #changedAt = Number.NEGATIVE_INFINITY
  #isClosed = false
  readonly #stopSilence: () => void
  readonly #unwatch: () => void

  constructor(parameters: FeedParameters) {
    const { userId, epoch, watch, clock, onOutage, isUrgent } = parameters
    this.userId = userId
    this.#parameters = parameters
    this.current = { status: 'unknown', count: null, tone: null, epoch, seq: 0, at: null }
    this.#stopSilence = clock.after(silentAfterMs, () => {
      this.isSilent = true
      onOutage(silence)
    })
    this.#unwatch = watch({
      userId,
      onValue: (value) => this.#accept(value),
      onOutage: (reason, details) => this.#turnStale(details ? `${reason} (${details.code})` : reason),
      isUrgent,
    })
  }

  /** Takes a value that the vendor has sent to another process, until it sends one to this feed. */
  suggest({ epoch, ...value }: LastValue): void {
    if (this.#isClosed || this.current.status !== 'unknown') return
    this.current = { ...this.current, epoch: Math.max(this.current.epoch, epoch + 1) } // Later than that one.
    this.#change(value, 'stale')
  }

  /** Returns the newest value in that form. */
  encoded(encode: Encode): string {
    const known = this.#forms.get(encode)
    if (known !== undefined) return known
    const form = encode(this.current)
    this.#forms.set(encode, form)
    return form
  }

  close(): void {
    this.#isClosed = true
    this.#stopInterval?.()
    this.#stopSilence()
    this.#unwatch()
  }

  /** Passes a value on, or holds it back until the interval since the last one is over: then the newest one counts. */
  #accept(value: UnansweredValue): void {
    if (this.#isClosed) return // A vendor's client that goes on after its end must not revive an old number.
    this.#hear()
    this.#held = value
    if (this.#stopInterval) return
    const { clock } = this.#parameters
    const waitMs = this.#changedAt + changeIntervalMs - clock.elapsed()
    if (waitMs > 0) this.#stopInterval = clock.after(waitMs, () => this.#flush())
    else this.#flush()
  }

  #flush(): void {
    const value = this.#held
    if (!value) return
    this.#held = null
    this.#stopInterval?.()
    this.#stopInterval = null
    this.#changedAt = this.#parameters.clock.elapsed()
    this.#change(value, 'live')
  }

  #turnStale(reason: string): void {
    if (this.#isClosed) return
    this.#hear()
    this.#flush()
    this.#parameters.onOutage(reason)
    if (this.current.status === 'live') this.#change(this.current, 'stale') // Unknown stays unknown: an outage is no value.
  }

  #hear(): void {
    this.isSilent = false
    this.#stopSilence()
  }

  #change({ count, tone, at }: UnansweredValue, status: 'live' | 'stale'): void {
    const { epoch, seq } = this.current
    this.current = { status, count, tone, epoch, seq: seq + 1, at }
    this.#forms.clear()
    this.#parameters.onChange()
  }
}
