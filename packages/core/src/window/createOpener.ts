import type { StoreApi } from 'zustand/vanilla'
import { ChatError } from '../ChatError.ts'
import type { ChatWindowState } from './chatWindowState.ts'
import type { ChatWindowOptions } from './createChatWindow.ts'
import { runWindow } from './runWindow.ts'

/** Parameters of {@link createOpener}. */
export interface OpenerParameters {
  options: ChatWindowOptions
  store: StoreApi<ChatWindowState>
  container: HTMLElement
  /** Read when a frame is made. */
  title: () => string
  /** Closes the window. */
  signal: AbortSignal
}

/** Returns a function that opens the window and tells the store how that goes. */
export function createOpener({ options, store, container, title, signal }: OpenerParameters): () => void {
  return async () => {
    if (signal.aborted) return
    const attempt = new AbortController()
    store.setState({ status: 'loading' }, true)
    try {
      await runWindow({
        chat: options.chat,
        request: options.request,
        container,
        title,
        loadTimeoutMs: options.loadTimeoutMs ?? 20_000,
        renewBeforeMs: options.renewBeforeMs ?? 60_000,
        onReady: (link) => store.setState({ status: 'ready', ...link }, true),
        onMessage: (message) => options.onEvent?.(message),
        signal: AbortSignal.any([signal, attempt.signal]),
      })
    } catch (error) {
      attempt.abort()
      if (!signal.aborted) store.setState(toErrorState(error), true)
    }
  }
}

function toErrorState(error: unknown): ChatWindowState {
  const known = error instanceof ChatError
  if (!known) reportError(error) // A bug: the page's own error reporting should hear of it, and its user see no blank.
  const { code, message, retryable, requestId } = known ? error : unexpected
  return { status: 'error', code, message, retryable, requestId }
}

const unexpected = new ChatError({ code: 'internal', message: 'The chat window failed.', retryable: true })
