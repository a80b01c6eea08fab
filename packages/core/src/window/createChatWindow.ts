import type { EntityEvent, FrameMessage, WindowRequest } from '@crm-chat/protocol'
import { createStore, type Store } from '../createStore.ts'
import type { ChatWindowError, ChatWindowState } from './chatWindowState.ts'
import { getFramePool } from './createFramePool.ts'
import type { FrameSession, FrameView } from './createFrameSession.ts'
import { isEmptyCard } from './toWindowKey.ts'
import type { WindowClient } from './windowClient.ts'

/** Options of {@link createChatWindow}. */
export interface ChatWindowOptions {
  chat: WindowClient
  /** All of the user's chats, or those of one card. */
  request: WindowRequest
  /** Name of the frame for assistive technology. @default 'Chat' */
  title?: string | undefined
  /** Called with every message of the vendor's frame, as it comes. */
  onEvent?: ((message: FrameMessage) => void) | undefined
  /** Called when the user of the vendor's frame opens or creates a deal, where the proxy's backend has `dealEvents`. */
  onEntity?: ((event: EntityEvent) => void) | undefined
  /** Called when the window shows the vendor's page, each time it has been opened. */
  onReady?: (() => void) | undefined
  /** Called when the window cannot be opened. */
  onError?: ((state: ChatWindowError) => void) | undefined
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
  /** Moves the focus into the frame, if there is one. */
  focus: () => void
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
  const initial: ChatWindowState = { status: isEmptyCard(request) ? 'empty' : 'idle' }
  const store = createStore<ChatWindowState>(initial)
  let title = options.title ?? 'Chat'
  let shown: { session: FrameSession; view: FrameView } | undefined

  const setState = (state: ChatWindowState): void => {
    const isNew = state.status !== store.getState().status
    store.setState(state)
    if (isNew && state.status === 'ready') options.onReady?.()
    if (isNew && state.status === 'error') options.onError?.(state)
  }

  const mount = (container: HTMLElement): (() => void) => {
    if (initial.status === 'empty') return () => undefined
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
      onMessage: (message, entity) => {
        options.onEvent?.(message)
        if (entity) options.onEntity?.(entity)
      },
      onState: (state) => {
        place()
        setState(state)
      },
    }
    shown = { session, view }
    session.show(view)
    return () => {
      session.hide(view)
      if (shown?.view !== view) return
      shown = undefined
      setState({ status: 'idle' })
    }
  }

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    mount,
    focus: () => shown?.session.focus(shown.view),
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
