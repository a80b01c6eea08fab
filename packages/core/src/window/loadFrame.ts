import type { WindowLink } from '@crm-chat/protocol'
import { ChatError } from '../ChatError.ts'
import type { Clock } from '../clock.ts'

/** Parameters of {@link loadFrame}. */
export interface LoadFrameParameters {
  container: HTMLElement
  link: WindowLink
  title: string
  timeoutMs: number
  clock: Clock
  /** Takes the frame out of the container, now or whenever it aborts. */
  signal: AbortSignal
}

/**
 * Puts a frame into the container and waits until it has loaded; until then it is invisible.
 * @throws {ChatError} `frame_timeout` or `frame_blocked`; the frame is then gone again.
 */
export async function loadFrame(parameters: LoadFrameParameters): Promise<HTMLIFrameElement> {
  const { container, link, title, signal } = parameters
  const frame = createFrame({ link, title })
  frame.style.visibility = 'hidden'
  signal.addEventListener('abort', () => frame.remove(), { once: true })
  const loaded = untilLoaded({ ...parameters, frame })
  container.append(frame)
  try {
    await loaded
  } catch (error) {
    frame.remove()
    throw error
  }
  frame.style.visibility = ''
  return frame
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

function untilLoaded({
  frame,
  link,
  timeoutMs,
  clock,
  signal,
}: LoadFrameParameters & { frame: HTMLIFrameElement }): Promise<void> {
  const settled = new AbortController()
  return new Promise<void>((resolve, reject) => {
    const cancel = clock.after(timeoutMs, () => reject(timeoutError({ link, timeoutMs })))
    settled.signal.addEventListener('abort', cancel)
    signal.addEventListener('abort', () => reject(signal.reason), { signal: settled.signal })
    frame.addEventListener('load', () => resolve(), { signal: settled.signal })
    document.addEventListener(
      'securitypolicyviolation',
      (event) => {
        if (isAbout({ event, link })) reject(blockedError(link))
      },
      { signal: settled.signal },
    )
  }).finally(() => settled.abort())
}

function isAbout({ event, link }: { event: SecurityPolicyViolationEvent; link: WindowLink }): boolean {
  const directives = ['frame-src', 'child-src', 'default-src']
  const enforced = event.disposition === 'enforce'
  return enforced && directives.includes(event.effectiveDirective) && event.blockedURI.startsWith(link.origin)
}

function timeoutError({ link, timeoutMs }: { link: WindowLink; timeoutMs: number }): ChatError {
  return new ChatError({
    code: 'frame_timeout',
    message: `The chat window at ${link.origin} did not load within ${timeoutMs} ms.`,
    retryable: true,
  })
}

function blockedError(link: WindowLink): ChatError {
  return new ChatError({
    code: 'frame_blocked',
    message: `This page's Content-Security-Policy forbids frames of ${link.origin}. Add it to frame-src.`,
    retryable: false,
  })
}
