import type { FrameMessage, WindowRequest } from '@crm-chat/protocol'
import type { ChatClient } from '../createChat.ts'
import { createStore, type OwnStore, type Store } from '../createStore.ts'
import { failToLoad, isChatError } from '../failToLoad.ts'
import type { ChatWindowState } from './chatWindowState.ts'

/** Options of {@link createChatWindow}. */
export interface ChatWindowOptions {
  chat: Pick<ChatClient, 'openWindow' | 'now' | 'clock' | 'retryDelayMs'>
  /** All of the user's chats, or those of one card. */
  request: WindowRequest
  /** Name of the frame for assistive technology. @default 'Chat' */
  title?: string | undefined
  /** Called with messages of the vendor's frame: its user opened or creates a deal. */
  onEvent?: ((message: FrameMessage) => void) | undefined
  /** Timeout of the vendor's page. @default 20_000 */
  loadTimeoutMs?: number | undefined
  /** Time before its end at which a link is renewed, at most half of its life. @default 60_000 */
  renewBeforeMs?: number | undefined
}

/** A chat window: one frame in one container, and its state. */
export interface ChatWindowSession extends Store<ChatWindowState> {
  /** Opens the window in a container, which it fills. Returns a function that closes it. */
  mount: (container: HTMLElement) => () => void
  /** Opens it anew after an error. */
  retry: () => void
  /** Renames the frame without reloading it. */
  setTitle: (title: string) => void
}

/**
 * Makes a chat window without a framework. Nothing happens before it is mounted.
 * @example
 * const chatWindow = createChatWindow({ chat, request: { scope: 'global' } })
 * const close = chatWindow.mount(document.querySelector('#chat'))
 */
export function createChatWindow(options: ChatWindowOptions): ChatWindowSession {
  const store = createStore<ChatWindowState>({ status: 'idle' })
  let title = options.title ?? 'Chat'
  let mounted: { container: HTMLElement; signal: AbortSignal; open: () => void } | undefined

  const mount = (container: HTMLElement): (() => void) => {
    const closing = new AbortController()
    if (getComputedStyle(container).position === 'static') container.style.position = 'relative' // Or it covers the page.
    const { signal } = closing
    const open = (): void => void openWindow({ options, store, container, title: () => title, signal })
    mounted = { container, signal, open }
    store.setState({ status: 'loading' })
    queueMicrotask(open) // StrictMode mounts, unmounts and mounts at once: one link is enough.
    retryWhenOnline({ store, open, signal })
    return () => {
      closing.abort()
      if (mounted?.signal !== signal) return
      mounted = undefined
      store.setState({ status: 'idle' })
    }
  }

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    mount,
    retry: () => {
      if (store.getState().status === 'error') mounted?.open()
    },
    setTitle: (newTitle) => {
      title = newTitle
      for (const frame of mounted?.container.querySelectorAll('iframe') ?? []) frame.title = title
    },
  }
}

/** Opens the window and keeps the store up to date until the signal aborts. Never rejects. */
async function openWindow({
  options,
  store,
  container,
  title,
  signal,
}: {
  options: ChatWindowOptions
  store: OwnStore<ChatWindowState>
  container: HTMLElement
  /** Read when a frame is made. */
  title: () => string
  signal: AbortSignal
}): Promise<void> {
  if (signal.aborted) return
  const attempt = new AbortController()
  const either = AbortSignal.any([signal, attempt.signal])
  store.setState({ status: 'loading' })
  try {
    const firstLink = options.chat.openWindow(options.request, { signal: either }) // Before the code for it has come.
    firstLink.catch(() => undefined) // It is awaited further down, if the code comes at all.
    const { runWindow } = await import('./runWindow.ts').catch(failToLoad)
    await runWindow({
      chat: options.chat,
      request: options.request,
      firstLink,
      container,
      title,
      loadTimeoutMs: options.loadTimeoutMs ?? 20_000,
      renewBeforeMs: options.renewBeforeMs ?? 60_000,
      onReady: (link) => store.setState({ status: 'ready', ...link }),
      onMessage: (message) => options.onEvent?.(message),
      signal: either,
    })
  } catch (error) {
    attempt.abort()
    if (!signal.aborted) store.setState(toErrorState(error))
  }
}

function toErrorState(error: unknown): ChatWindowState {
  const known = isChatError(error)
  if (!known) reportError(error) // A bug: the page's own error reporting gets it, and the user sees no blank window.
  const { code, message, retryable, requestId } = known ? error : unexpected
  return { status: 'error', code, message, retryable, requestId }
}

const unexpected = {
  code: 'internal',
  message: 'The chat window failed.',
  retryable: true,
  requestId: undefined,
} as const

/** Opens a window that failed without a network once there is one. */
function retryWhenOnline({
  store,
  open,
  signal,
}: {
  store: OwnStore<ChatWindowState>
  open: () => void
  signal: AbortSignal
}): void {
  const handleOnline = (): void => {
    const state = store.getState()
    if (state.status === 'error' && state.code === 'network') open()
  }
  window.addEventListener('online', handleOnline, { signal })
}
