import type { WindowLink } from '@crm-chat/protocol'
import type { ChatError, ChatErrorCode } from '../ChatError.ts'
import type { Clock } from '../clock.ts'
import { checkLink } from './checkLink.ts'
import { watchBlocked } from './watchBlocked.ts'
import type { WindowSettings } from './windowOptions.ts'

/** Parameters of {@link loadFrame}. */
export interface LoadFrameParameters {
  /** Element that takes the frame in. */
  stage: HTMLElement
  link: WindowLink
  title: string
  settings: WindowSettings
  clock: Clock
  /** Called with the frame before it loads. */
  onFrame?: ((frame: HTMLIFrameElement) => void) | undefined
  /** Called when the frame counts as loaded and the check of its link, slower than the frame, finds that nothing is there. */
  onUnreachable?: ((error: Partial<ChatError>) => void) | undefined
  /** Takes the frame out again, now or whenever it aborts. */
  signal: AbortSignal
}

/**
 * Puts a frame into the stage and waits until it has loaded. It is invisible until the caller reveals it.
 * @throws {ChatError} `frame_failed`, `frame_refused`, `frame_unreachable`, `frame_empty`, `frame_timeout` or `frame_blocked`;
 * the frame is then gone again.
 */
export async function loadFrame(parameters: LoadFrameParameters): Promise<HTMLIFrameElement> {
  const { stage, link, title, signal } = parameters
  if (link.look === 'failed') throw toError('frame_failed', link)
  if (link.look === 'refusesFraming') throw toError('frame_refused', link)
  const frame = createFrame({ link, title })
  frame.style.visibility = 'hidden'
  signal.addEventListener('abort', () => frame.remove(), { once: true })
  parameters.onFrame?.(frame)
  const loaded = untilLoaded({ ...parameters, frame })
  stage.append(frame)
  try {
    await loaded
    return frame
  } catch (error) {
    frame.remove()
    throw error
  }
}

/** Permissions of the vendor's page: to run, keep its login, open links and files. It may not navigate the CRM's page. */
const permissions = [
  'allow-scripts',
  'allow-same-origin',
  'allow-forms',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
  'allow-downloads',
]

/** Makes an iframe for a minted link. It loads once it is in a document. */
function createFrame({ link, title }: { link: WindowLink; title: string }): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  frame.title = title
  frame.allow = `microphone ${link.origin}; clipboard-write ${link.origin}` // Voice messages; the "copy" buttons.
  frame.referrerPolicy = 'no-referrer'
  frame.sandbox.add(...permissions)
  Object.assign(frame.style, { position: 'absolute', inset: '0', width: '100%', height: '100%', border: '0' })
  frame.src = link.url
  return frame
}

/** A frame whose page has begun fires `load` late, and one that shows the browser's error page fires it, too. */
function untilLoaded({
  frame,
  link,
  settings,
  clock,
  onUnreachable,
  signal,
}: LoadFrameParameters & { frame: HTMLIFrameElement }): Promise<void> {
  const settled = new AbortController()
  const watching = { signal: settled.signal }
  return new Promise<void>((resolve, reject) => {
    const fail = (code: FrameErrorCode): void => reject(toError(code, link))
    let reached: boolean | undefined
    const checking = (async () => {
      if (!settings.checkLinks) return
      const tooLong = new AbortController()
      const cancel = clock.after(checkMs, () => tooLong.abort())
      reached = await checkLink({ link, clock, signal: AbortSignal.any([signal, tooLong.signal]) })
      cancel()
      if (reached === false && settled.signal.aborted) onUnreachable?.(toError('frame_unreachable', link))
    })()
    const after = (ms: number, callback: () => void): void =>
      settled.signal.addEventListener('abort', clock.after(ms, callback))
    const judge = (): void => (reached === false ? fail('frame_unreachable') : resolve())

    signal.addEventListener('abort', () => reject(signal.reason), watching)
    watchBlocked({
      origin: link.origin,
      directives: ['frame-src', 'child-src'],
      onBlocked: () => fail('frame_blocked'),
      ...watching,
    })
    frame.addEventListener(
      'load',
      () => {
        checking.then(judge)
        after(patienceMs, judge)
      },
      watching,
    )
    after(settings.loadTimeoutMs, () => {
      if (!isBlank(frame) || reached === false) judge()
      else fail(reached ? 'frame_empty' : 'frame_timeout')
    })
  }).finally(() => settled.abort())
}

/** A server that keeps a check waiting for longer is taken to be there. */
const checkMs = 30_000

/** A frame that has loaded waits so long for the check of its link. */
const patienceMs = 1000

/** Returns true while nothing has come: the page before the first one can be read, and another origin's cannot. */
function isBlank(frame: HTMLIFrameElement): boolean {
  return frame.contentDocument?.URL === 'about:blank'
}

type FrameErrorCode = Extract<ChatErrorCode, `frame_${string}`>

/** The page that explains the code says more. */
function toError(code: FrameErrorCode, { origin }: WindowLink): Partial<ChatError> {
  const retryable = code !== 'frame_blocked' && code !== 'frame_refused'
  return Object.assign(new Error(`${code} at ${origin}`), { name: 'ChatError', code, retryable } as const)
}
