import type { EntityEvent, FrameMessage, WindowRequest } from '@crm-chat/protocol'
import { failToLoad } from '../failToLoad.ts'
import type { ChatWindowState } from './chatWindowState.ts'
import { createLinkSource } from './createLinkSource.ts'
import { loadWindows } from './preloadWindows.ts'
import type { RunWindowParameters } from './runWindow.ts'
import type { FrameStage } from './stage/frameStage.ts'
import type { WindowClient } from './windowClient.ts'
import type { WindowSettings } from './windowOptions.ts'

/** One place of the page that shows a session. */
export interface FrameView {
  container: HTMLElement
  /** Name of the frame for assistive technology. */
  title: string
  onMessage: (message: FrameMessage, entity: EntityEvent | undefined) => void
  onState: (state: ChatWindowState) => void
}

/** One combination of chats: its link, its frame, and the windows that show them. The last of these has the frame. */
export interface FrameSession {
  key: string
  /** Shows the frame in a window: the newest one, or the one that a user has chosen. */
  show: (view: FrameView) => void
  /** Gives the frame to another window, if there is one: this one is out of sight. */
  yield: (view: FrameView) => void
  /** Closes a window. The frame stays alive for the next one. */
  hide: (view: FrameView) => void
  rename: () => void
  /** Moves the focus into the frame, if this window has it. */
  focus: (view: FrameView) => void
  /** Opens the window anew, with another link. */
  retry: () => void
  /** Prepares it for a window that will probably be opened. */
  prefetch: (load: 'link' | 'frame') => void
  isShown: () => boolean
  /** Returns true once a frame has been requested. */
  isOpen: () => boolean
  hasFailed: () => boolean
  close: () => void
}

/** Parameters of {@link createFrameSession}. */
export interface FrameSessionParameters {
  chat: WindowClient
  settings: WindowSettings
  key: string
  request: WindowRequest
  /** Called when nobody shows it any more. */
  onRest: () => void
  /** Called when it has not been shown for too long. */
  onEnd: () => void
}

/** Makes a session. Nothing is sent before it is shown or prefetched. */
export function createFrameSession(parameters: FrameSessionParameters): FrameSession {
  const { chat, settings, key, request, onRest, onEnd } = parameters
  const { clock } = chat
  const closing = new AbortController()
  const links = createLinkSource({ chat, request, clock, settings, signal: closing.signal })
  let placing: Promise<FrameStage> | undefined
  let stage: FrameStage | undefined
  let views: FrameView[] = []
  let state: ChatWindowState = { status: 'idle' }
  let attempt: AbortController | undefined
  let cancelEnd = (): void => undefined
  window.addEventListener('online', openAfterOutage, { signal: closing.signal })

  const front = (): FrameView | undefined => views.at(-1)

  function draw(): void {
    for (const view of views)
      view.onState(view === front() || state.status === 'error' ? state : { status: 'elsewhere' })
  }

  function setState(next: ChatWindowState): void {
    state = next
    draw()
  }

  function open(): void {
    attempt?.abort()
    const own = new AbortController()
    attempt = own
    const signal = AbortSignal.any([closing.signal, own.signal])
    setState({ status: 'loading' })
    const firstLink = links.take(signal) // Requested before the code for it has come.
    firstLink.catch(() => undefined) // It is awaited further down, if the code comes at all.
    const parameters: Omit<RunWindowParameters, 'stage'> = {
      chat,
      clock,
      settings,
      links,
      firstLink,
      title: () => front()?.title ?? '',
      onState: setState,
      onMessage: (...values) => front()?.onMessage(...values),
      onEnded: open,
      signal,
    }
    import('./frame.ts')
      .then(async ({ frame }) => {
        placing ??= place(frame.createStage())
        stage = await placing
        return frame.runWindow({ ...parameters, stage: stage.element })
      }, failToLoad)
      .catch(async (error) => {
        if (signal.aborted) return
        const state = await import('./failure.ts').then(
          (part) => part.failure.toErrorState(error),
          () => notLoaded,
        )
        if (signal.aborted) return
        own.abort() // Its frames are gone.
        setState(state)
        if (views.length === 0) onRest()
      })
  }

  /** Shows a new stage where the window is by now. */
  async function place(created: Promise<FrameStage>): Promise<FrameStage> {
    const placed = await created
    const shown = front()
    if (closing.signal.aborted) placed.remove()
    else if (shown) placed.show(shown.container)
    return placed
  }

  function openAfterOutage(): void {
    if (state.status === 'error' && state.code === 'network') open()
  }

  /** Frameworks show, hide and show at once: what nobody shows in the end is not opened. */
  function openSoon(): void {
    setState({ status: 'loading' })
    queueMicrotask(() => {
      if (views.length > 0 && !attempt && !closing.signal.aborted) open()
    })
  }

  function arrange(): void {
    const shown = front()
    if (!shown) {
      stage?.park()
      return
    }
    const isAlive = stage?.show(shown.container) ?? true
    rename()
    if (!attempt) openSoon()
    else if (isAlive) draw()
    else open()
  }

  function rename(): void {
    for (const frame of stage?.element.querySelectorAll('iframe') ?? []) frame.title = front()?.title ?? ''
  }

  return {
    key,
    show: (view) => {
      if (closing.signal.aborted) return
      cancelEnd()
      views = [...views.filter((other) => other !== view), view]
      arrange()
    },
    yield: (view) => {
      if (views.length < 2) return
      views = [view, ...views.filter((other) => other !== view)]
      arrange()
    },
    hide: (view) => {
      views = views.filter((other) => other !== view)
      if (closing.signal.aborted) return
      arrange()
      if (views.length > 0) return
      if (!attempt) state = { status: 'idle' }
      cancelEnd = clock.after(settings.warmMs, onEnd)
      onRest()
    },
    rename,
    focus: (view) => {
      const frames = [...(stage?.element.querySelectorAll('iframe') ?? [])]
      if (view === front()) frames.find(({ style }) => style.visibility === '')?.focus()
    },
    retry: () => {
      if (state.status === 'error' || state.status === 'ready') open()
    },
    prefetch: (load) => {
      if (attempt || views.length > 0) return
      cancelEnd()
      cancelEnd = clock.after(settings.warmMs, onEnd)
      if (load === 'frame') return open()
      links.prefetch()
      loadWindows()
    },
    isShown: () => views.length > 0,
    isOpen: () => attempt !== undefined,
    hasFailed: () => state.status === 'error',
    close: () => {
      cancelEnd()
      closing.abort()
      stage?.remove()
      state = { status: 'idle' }
      draw()
    },
  }
}

/** State of a window whose reason for not opening did not load either. */
const notLoaded: ChatWindowState = {
  status: 'error',
  code: 'network',
  reason: 'The server cannot be reached. Check your connection.',
  message: 'A part of the chat did not load.',
  retryable: true,
  requestId: undefined,
  help: undefined,
}
