import type { FrameMessage, WindowRequest } from '@crm-chat/protocol'
import { failToLoad } from '../failToLoad.ts'
import type { ChatWindowState } from './chatWindowState.ts'
import { createLinkSource } from './createLinkSource.ts'
import { createStage } from './createStage.ts'
import type { RunWindowParameters } from './runWindow.ts'
import type { FrameStage } from './stage/frameStage.ts'
import { toErrorState } from './toErrorState.ts'
import type { WindowClient } from './windowClient.ts'
import type { WindowSettings } from './windowOptions.ts'

/** One place of the page that shows a session. */
export interface FrameView {
  container: HTMLElement
  /** Name of the frame for assistive technology. */
  title: string
  onMessage: (message: FrameMessage) => void
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
  let stage: FrameStage | undefined
  let views: FrameView[] = []
  let state: ChatWindowState = { status: 'idle' }
  let attempt: AbortController | undefined
  let cancelEnd = (): void => undefined
  window.addEventListener('online', openAfterOutage, { signal: closing.signal })

  const front = (): FrameView | undefined => views.at(-1)

  function getStage(): FrameStage {
    stage ??= createStage()
    return stage
  }

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
    attempt = new AbortController()
    const signal = AbortSignal.any([closing.signal, attempt.signal])
    setState({ status: 'loading' })
    const firstLink = links.take(signal) // Requested before the code for it has come.
    firstLink.catch(() => undefined) // It is awaited further down, if the code comes at all.
    const parameters: RunWindowParameters = {
      chat,
      clock,
      settings,
      links,
      firstLink,
      stage: getStage().element,
      title: () => front()?.title ?? '',
      onState: setState,
      onMessage: (message) => front()?.onMessage(message),
      onEnded: open,
      signal,
    }
    import('./runWindow.ts')
      .catch(failToLoad)
      .then(({ runWindow }) => runWindow(parameters))
      .catch((error) => {
        if (signal.aborted) return
        attempt?.abort() // Its frames are gone.
        setState(toErrorState(error))
        if (views.length === 0) onRest()
      })
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
    const isAlive = getStage().show(shown.container)
    rename()
    if (!attempt) openSoon()
    else if (isAlive) draw()
    else open()
  }

  function rename(): void {
    for (const frame of getStage().element.querySelectorAll('iframe')) frame.title = front()?.title ?? ''
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
    retry: () => {
      if (state.status === 'error' || state.status === 'ready') open()
    },
    prefetch: (load) => {
      if (attempt || views.length > 0) return
      cancelEnd()
      cancelEnd = clock.after(settings.warmMs, onEnd)
      if (load === 'link') links.prefetch()
      else open()
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
