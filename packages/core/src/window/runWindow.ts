import type { EntityEvent, FrameMessage } from '@crm-chat/protocol'
import type { Clock } from '../clock.ts'
import { fullJitterMs } from '../unanswered/fullJitterMs.ts'
import type { ChatWindowState } from './chatWindowState.ts'
import type { LinkSource, TimedLink } from './createLinkSource.ts'
import { loadFrame } from './loadFrame.ts'
import { pause } from './pause.ts'
import { watchFrameMessages } from './watchFrameMessages.ts'
import { watchTouch } from './watchTouch.ts'
import type { WindowClient } from './windowClient.ts'
import type { WindowSettings } from './windowOptions.ts'

/** Parameters of {@link runWindow}. */
export interface RunWindowParameters {
  chat: WindowClient
  clock: Clock
  settings: WindowSettings
  links: LinkSource
  /** Link that has been requested for the first frame. */
  firstLink: Promise<TimedLink>
  /** Element that holds the frames. */
  stage: HTMLElement
  /** Read when a frame is made. */
  title: () => string
  onState: (state: ChatWindowState) => void
  onMessage: (message: FrameMessage, entity: EntityEvent | undefined) => void
  /** Called when the host's own moves have loaded a link again that has ended. */
  onEnded: () => void
  /** Closes the window. */
  signal: AbortSignal
}

/**
 * Opens a window and keeps its link valid until the signal aborts: before the link ends, and only once no draft can be in the
 * frame, a second frame loads out of sight and replaces the first.
 * @throws {ChatError} when it cannot be opened, or its user lost the right to it.
 */
export async function runWindow(parameters: RunWindowParameters): Promise<void> {
  const { signal, clock, settings, onState } = parameters
  const quietMs = Math.min(checkMs, settings.idleMs)
  let current = await openFrame(parameters, parameters.firstLink)
  current.reveal()
  for (let shortLived = 0; !signal.aborted; ) {
    shortLived = current.timed.lifeMs < shortLifeMs ? shortLived + 1 : 0
    const notBefore = clock.elapsed() + Math.min(shortLifeMs, 500 * 2 ** shortLived)
    const hasEndedUnseen = await untilRenewal({
      ...parameters,
      current,
      notBefore,
      signal: AbortSignal.any([signal, current.lost]),
    })
    if (signal.aborted) return
    current.lost.throwIfAborted()
    if (hasEndedUnseen) onState({ status: 'loading' }) // Nobody is shown a page that has ended.
    const next = await openAgain(parameters)
    while (!signal.aborted && !current.touch.isQuiet()) await pause({ ms: quietMs, clock, signal }) // Somebody began meanwhile.
    if (signal.aborted) return
    next.reveal()
    current.close()
    current = next
  }
}

/** Links that live shorter are renewed less and less often, so that no mistake of a clock or a vendor makes a loop. */
const shortLifeMs = 300_000

interface OpenFrame {
  timed: TimedLink
  touch: ReturnType<typeof watchTouch>
  reveal: () => void
  /** Aborts once it turns out, later than the frame loaded, that the browser's own error page is in it. */
  lost: AbortSignal
  close: () => void
}

async function openFrame(parameters: RunWindowParameters, requested?: Promise<TimedLink>): Promise<OpenFrame> {
  const { links, stage, title, settings, onState, onMessage, onEnded, clock, chat } = parameters
  const closing = new AbortController()
  const losing = new AbortController()
  const signal = AbortSignal.any([parameters.signal, closing.signal])
  const timed = await (requested ?? links.take(signal))
  const { url, origin, expiresAt, look } = timed.link
  let isRevealed = false
  let confirmed = look === 'ok'
  let isAlive = false
  const draw = (): void => {
    if (isRevealed) onState({ status: 'ready', url, origin, expiresAt, confirmed })
  }
  try {
    const onSign = (): void => {
      isAlive = true
      if (confirmed) return
      confirmed = true
      draw()
    }
    const onFrameMessage: typeof onMessage = (...values) => {
      if (isRevealed) onMessage(...values)
    }
    const onFrame = (frame: HTMLIFrameElement): void =>
      watchFrameMessages({ frame, origin, onMessage: onFrameMessage, onSign, signal })
    const onUnreachable = (error: unknown): void => {
      if (!isAlive) losing.abort(error)
    }
    const frame = await loadFrame({
      stage,
      link: timed.link,
      title: title(),
      settings,
      clock,
      onFrame,
      onUnreachable,
      signal,
    })
    const page = frame.contentWindow
    const handleLoad = (): void => {
      if (frame.contentWindow !== page && timed.endsAt <= chat.now()) onEnded()
    }
    frame.addEventListener('load', handleLoad, { signal })
    const reveal = (): void => {
      isRevealed = true
      frame.style.visibility = ''
      draw()
    }
    const touch = watchTouch({ frame, chat, clock, settings, signal })
    return { timed, touch, reveal, lost: losing.signal, close: () => closing.abort() }
  } catch (error) {
    closing.abort()
    throw error
  }
}

/** Resolves when the link is about to end, and no draft can be in the frame: true when it ended while nobody saw it. */
async function untilRenewal({
  chat,
  clock,
  settings,
  signal,
  current: { timed, touch },
  notBefore,
}: RunWindowParameters & { current: OpenFrame; notBefore: number }): Promise<boolean> {
  let hasEndedUnseen = false
  const ended = new AbortController()
  const handleChange = (): void => {
    hasEndedUnseen = document.visibilityState === 'visible' && timed.endsAt <= chat.now() && touch.isQuiet()
  }
  document.addEventListener('visibilitychange', handleChange, { signal: ended.signal, capture: true })
  while (!signal.aborted) {
    const waitMs = Math.max(timed.renewAt - chat.now(), notBefore - clock.elapsed())
    if (waitMs <= 0 && touch.isQuiet()) break
    const ms = waitMs > 0 ? waitMs : Math.min(checkMs, settings.idleMs)
    await pause({ ms: Number.isFinite(ms) ? Math.min(ms, longestMs) : ms, clock, signal })
  }
  ended.abort()
  return hasEndedUnseen
}

/** Interval between two checks for somebody who works in the frame. */
const checkMs = 10_000

/** Timers stand still while a computer sleeps. */
const longestMs = 30_000

/** Retries while the old frame stays; only a refusal ends the window. */
async function openAgain(parameters: RunWindowParameters): Promise<OpenFrame> {
  const { signal, clock, chat } = parameters
  const { retryDelayMs = fullJitterMs } = chat.options
  for (let attempt = 2; ; attempt += 1) {
    try {
      return await openFrame(parameters)
    } catch (error) {
      if (signal.aborted || !Object(error).retryable) throw error
      await pause({ ms: Math.max(retryDelayMs(attempt), Object(error).retryAfterMs ?? 0), clock, signal })
      signal.throwIfAborted()
    }
  }
}
