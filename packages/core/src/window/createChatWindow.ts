import type { FrameMessage, WindowRequest } from '@crm-chat/protocol'
import { createStore, type Store } from '../createStore.ts'
import type { ChatWindowState } from './chatWindowState.ts'
import { getFramePool } from './createFramePool.ts'
import type { FrameSession, FrameView } from './createFrameSession.ts'
import type { WindowClient } from './windowClient.ts'

/** Options of {@link createChatWindow}. */
export interface ChatWindowOptions {
  chat: WindowClient
  /** All of the user's chats, or those of one card. */
  request: WindowRequest
  /** Name of the frame for assistive technology. @default 'Chat' */
  title?: string | undefined
  /** Called with messages of the vendor's frame: its user opens or creates a deal. */
  onEvent?: ((message: FrameMessage) => void) | undefined
  /**
   * Gives the window a frame of its own. Windows of the same chats share one otherwise, and it is in the one that was opened
   * last. @default false
   */
  own?: boolean | undefined
}

/** A chat window: a place of the page that shows the frame of its chats, and its state. */
export interface ChatWindowSession extends Store<ChatWindowState> {
  /**
   * Shows the window in a container, which it fills. Returns a function that closes it; the frame stays alive for a while, and
   * is shown again without being loaded.
   */
  mount: (container: HTMLElement) => () => void
  /** Opens it anew, with another link. */
  retry: () => void
  /** Renames the frame without reloading it. */
  setTitle: (title: string) => void
  /** Takes the frame from another window of the same chats, or leaves it to that. */
  setFront: (isFront: boolean) => void
}

/**
 * Makes a chat window without a framework. Nothing happens before it is mounted.
 * @example
 * const chatWindow = createChatWindow({ chat, request: { scope: 'global' } })
 * const close = chatWindow.mount(element)
 */
export function createChatWindow(options: ChatWindowOptions): ChatWindowSession {
  const { chat, request, own } = options
  const store = createStore<ChatWindowState>({ status: 'idle' })
  let title = options.title ?? 'Chat'
  let shown: { session: FrameSession; view: FrameView } | undefined

  const mount = (container: HTMLElement): (() => void) => {
    let isPlaced = false
    /** A frame in a container without a position would cover the page. The container's own rules may come late. */
    const place = (): void => {
      if (isPlaced) container.style.position = ''
      isPlaced = movesFrames() && getComputedStyle(container).position === 'static'
      if (isPlaced) container.style.position = 'relative'
    }
    place()
    const session = getFramePool(chat).get({ request, own })
    const view: FrameView = {
      container,
      title,
      onMessage: (message) => options.onEvent?.(message),
      onState: (state) => {
        place()
        store.setState(state)
      },
    }
    shown = { session, view }
    session.show(view)
    return () => {
      session.hide(view)
      if (shown?.view !== view) return
      shown = undefined
      store.setState({ status: 'idle' })
    }
  }

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    mount,
    retry: () => shown?.session.retry(),
    setTitle: (newTitle) => {
      title = newTitle
      if (!shown) return
      shown.view.title = title
      shown.session.rename()
    },
    setFront: (isFront) => {
      if (isFront) shown?.session.show(shown.view)
      else shown?.session.yield(shown.view)
    },
  }
}

/** Returns false in a browser whose frames lie over their container, which then needs no position. */
const movesFrames = (): boolean => 'moveBefore' in Element.prototype
