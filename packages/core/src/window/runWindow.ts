import type { FrameMessage, WindowLink, WindowRequest } from '@crm-chat/protocol'
import { ChatError } from '../ChatError.ts'
import type { ChatClient } from '../createChat.ts'
import { delay } from '../delay.ts'
import { loadFrame } from './loadFrame.ts'
import { watchFrameMessages } from './watchFrameMessages.ts'

/** Parameters of {@link runWindow}. */
export interface RunWindowParameters {
  chat: Pick<ChatClient, 'openWindow' | 'now' | 'clock' | 'retryDelayMs'>
  request: WindowRequest
  /** Link that has been requested for the first frame. */
  firstLink: Promise<WindowLink>
  container: HTMLElement
  /** Read when a frame is made. */
  title: () => string
  loadTimeoutMs: number
  renewBeforeMs: number
  onReady: (link: WindowLink) => void
  onMessage: (message: FrameMessage) => void
  /** Closes the window. */
  signal: AbortSignal
}

/**
 * Opens a window and keeps its link valid until the signal aborts: before the link ends, and as soon as nobody works in
 * the frame, a second frame loads out of sight and replaces the first.
 * @throws {ChatError} when it cannot be opened, or its user lost the right to it.
 */
export async function runWindow(parameters: RunWindowParameters): Promise<void> {
  const { firstLink, signal } = parameters
  let current = await openFrame(parameters, firstLink)
  while (!signal.aborted) {
    await untilRenewal({ ...parameters, current })
    if (signal.aborted) return
    const next = await openAgain(parameters)
    current.close()
    current = next
  }
}

interface OpenFrame {
  frame: HTMLIFrameElement
  /** By the server's clock. */
  renewAt: number
  close: () => void
}

async function openFrame(parameters: RunWindowParameters, requested?: Promise<WindowLink>): Promise<OpenFrame> {
  const { chat, request, container, title, loadTimeoutMs, onReady, onMessage } = parameters
  const link = await (requested ?? chat.openWindow(request, { signal: parameters.signal }))
  const renewAt = toRenewAt({ ...parameters, link })
  const closing = new AbortController()
  const signal = AbortSignal.any([parameters.signal, closing.signal])
  const frame = await loadFrame({
    container,
    link,
    title: title(),
    timeoutMs: loadTimeoutMs,
    clock: chat.clock,
    signal,
  })
  watchFrameMessages({ frame, origin: link.origin, onMessage, signal })
  onReady(link)
  return { frame, renewAt, close: () => closing.abort() }
}

/**
 * Time at which a new link is to be renewed: a while before its end, but not in the first half of its life. A link that has
 * ended as soon as it was made shows that the clocks differ: another one would be no better.
 */
function toRenewAt({ chat, renewBeforeMs, link }: RunWindowParameters & { link: WindowLink }): number {
  const endsAt = Date.parse(link.expiresAt ?? '')
  const lifeMs = endsAt - chat.now()
  return lifeMs > 0 ? endsAt - Math.min(renewBeforeMs, lifeMs / 2) : Number.POSITIVE_INFINITY
}

/** Resolves when the link is about to end and the frame is not in use. A frame in use keeps its own login. */
async function untilRenewal({ chat, signal, current }: RunWindowParameters & { current: OpenFrame }): Promise<void> {
  const { clock } = chat
  await delay({ ms: minimumLifeMs, clock, signal })
  while (!signal.aborted && (chat.now() < current.renewAt || isFrameInUse(current.frame))) {
    await delay({ ms: checkMs, clock, signal })
  }
}

const minimumLifeMs = 1000
const checkMs = 1000

/** Returns true while somebody may be working in a frame: it has the focus and is visible. A draft would be lost. */
function isFrameInUse(frame: HTMLIFrameElement): boolean {
  if (document.visibilityState === 'hidden') return false
  if (!frame.checkVisibility({ visibilityProperty: true })) return false
  const root = frame.getRootNode()
  return root instanceof Document || root instanceof ShadowRoot ? root.activeElement === frame : false
}

/** Retries while the old frame stays; only a refusal ends the window. */
async function openAgain(parameters: RunWindowParameters): Promise<OpenFrame> {
  for (let attempt = 2; ; attempt += 1) {
    try {
      return await openFrame(parameters)
    } catch (error) {
      if (parameters.signal.aborted || !(error instanceof ChatError) || !error.retryable) throw error
      const ms = Math.max(parameters.chat.retryDelayMs(attempt), error.retryAfterMs ?? 0)
      await delay({ ms, clock: parameters.chat.clock, signal: parameters.signal })
    }
  }
}
