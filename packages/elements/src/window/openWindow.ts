import { type ChatClient, type ChatWindowState, createChatWindow } from '@crm-chat/core'
import type { FrameMessage } from '@crm-chat/protocol'
import type { WindowAttributes } from './readWindowRequest.ts'

/** Parameters of {@link openWindow}. */
export interface OpenWindowParameters {
  chat: ChatClient
  attributes: WindowAttributes
  container: HTMLElement
  title: string
  onEvent: (message: FrameMessage) => void
  onChange: () => void
}

/** A window that an element shows. */
export interface OpenedWindow {
  getState: () => ChatWindowState
  setTitle: (title: string) => void
  close: () => void
}

/** Opens what an element's attributes ask for. Attributes that make no sense open a window that says so. */
export function openWindow(parameters: OpenWindowParameters): OpenedWindow {
  const { chat, attributes, container, title, onEvent, onChange } = parameters
  if ('problem' in attributes) return brokenWindow(attributes.problem)
  const session = createChatWindow({ chat, request: attributes.request, title, onEvent })
  const unsubscribe = session.subscribe(onChange)
  const unmount = session.mount(container)
  return {
    getState: session.getState,
    setTitle: session.setTitle,
    close: () => {
      unsubscribe()
      unmount()
    },
  }
}

function brokenWindow(message: string): OpenedWindow {
  const nothing = (): void => undefined
  return {
    getState: () => ({ status: 'error', code: 'invalid_request', message, retryable: false, requestId: undefined }),
    setTitle: nothing,
    close: nothing,
  }
}
