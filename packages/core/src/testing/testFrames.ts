import type { FrameMessage, WindowRequest } from '@crm-chat/protocol'
import { parseEntityEvent } from '@crm-chat/protocol/wire/parseEntityEvent'
import type { ChatErrorCode } from '../ChatError.ts'
import type { ChatWindowState } from '../window/chatWindowState.ts'
import type { FramePool } from '../window/createFramePool.ts'
import type { FrameSession, FrameView } from '../window/createFrameSession.ts'
import { failure } from '../window/failure.ts'
import { toWindowKey } from '../window/toWindowKey.ts'
import { type TestError, toChatError } from './testError.ts'

/**
 * State of all chat windows that a test sets. `doubt`: the frame is there, but may show an error. `elsewhere`: another window
 * shows these chats.
 */
export type TestWindow = 'loading' | 'ready' | 'doubt' | 'elsewhere' | (TestError & { error: ChatErrorCode })

/** Parameters of {@link createTestFrames}. */
export interface TestFramesParameters {
  getWindow: () => TestWindow
  /** HTML of the vendor's page. */
  page: string
  /** Called for each link that would be requested. */
  onOpen: (request: WindowRequest) => void
}

/** Frames without a vendor. */
export interface TestFrames extends FramePool {
  /** Shows the state anew. */
  draw: () => void
  /** Posts a message as the vendor's page does. */
  post: (message: FrameMessage) => void
  close: () => void
}

/** Makes the windows of a test: each shows the state that the test sets, and a static page where that is ready. */
export function createTestFrames(parameters: TestFramesParameters): TestFrames {
  const sessions: TestSession[] = []
  const forAll =
    (act: (session: TestSession) => void): (() => void) =>
    () => {
      for (const session of sessions) act(session)
    }
  return {
    get: ({ request, own = false }) => {
      const key = `${toWindowKey(request)}${own ? ' own' : ''}`
      const known = sessions.find((session) => session.key === key && !(own && session.isShown()))
      if (known) return known
      const session = createTestSession({ ...parameters, key, request })
      sessions.push(session)
      return session
    },
    draw: forAll((session) => session.draw()),
    post: (message) => forAll((session) => session.post(message))(),
    close: forAll((session) => session.close()),
  }
}

interface TestSession extends FrameSession {
  draw: () => void
  post: (message: FrameMessage) => void
}

function createTestSession({
  key,
  request,
  getWindow,
  page,
  onOpen,
}: TestFramesParameters & { key: string; request: WindowRequest }): TestSession {
  let views: FrameView[] = []
  let isOpen = false
  let isClosed = false
  let frame: HTMLIFrameElement | undefined
  const front = (): FrameView | undefined => views.at(-1)

  function open(): void {
    if (!isOpen) onOpen(request)
    isOpen = true
  }

  function draw(): void {
    const state: ChatWindowState = isClosed ? { status: 'idle' } : toState(getWindow())
    const container = state.status === 'ready' ? front()?.container : undefined
    if (!container) frame?.remove()
    else {
      frame ??= createFrame(page)
      if (frame.parentNode !== container) container.append(frame)
    }
    rename()
    for (const view of views)
      view.onState(view === front() || state.status === 'error' ? state : { status: 'elsewhere' })
  }

  function rename(): void {
    if (frame) frame.title = front()?.title ?? ''
  }

  function arrange(next: FrameView[]): void {
    views = next
    if (views.length > 0) open()
    draw()
  }

  const without = (view: FrameView): FrameView[] => views.filter((other) => other !== view)
  return {
    key,
    draw,
    rename,
    show: (view) => isClosed || arrange([...without(view), view]),
    yield: (view) => views.length > 1 && arrange([view, ...without(view)]),
    hide: (view) => arrange(without(view)),
    retry: () => {
      isOpen = false
      arrange(views)
    },
    prefetch: open,
    focus: (view) => {
      if (view === front()) frame?.focus()
    },
    post: (message) => front()?.onMessage(message, parseEntityEvent(message)),
    isShown: () => views.length > 0,
    isOpen: () => isOpen,
    hasFailed: () => typeof getWindow() === 'object',
    close: () => {
      isClosed = true
      draw()
    },
  }
}

function toState(window: TestWindow): ChatWindowState {
  if (typeof window === 'object') return failure.toErrorState(toChatError(window))
  if (window === 'loading' || window === 'elsewhere') return { status: window }
  return { status: 'ready', url: 'about:srcdoc', origin: 'null', expiresAt: null, confirmed: window === 'ready' }
}

/** A frame that needs no network, and runs no script. */
function createFrame(page: string): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  frame.sandbox.value = ''
  frame.srcdoc = page
  Object.assign(frame.style, { position: 'absolute', inset: '0', width: '100%', height: '100%', border: '0' })
  return frame
}
