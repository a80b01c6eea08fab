import { type ChatLabelOverrides, type ChatWindowState, createChatLabels, watchOnline } from '@crm-chat/core'
import { adoptStyles } from '../adoptStyles.ts'
import { ElementBase } from '../ElementBase.ts'
import { sharedChat } from '../sharedChat.ts'
import skeletonStyles from '../styles/skeleton.css?inline'
import tokens from '../styles/tokens.css?inline'
import windowStyles from '../styles/window.css?inline'
import { takeEarlyProperty } from '../takeEarlyProperty.ts'
import { createWindowView, type WindowView } from './createWindowView.ts'
import { type OpenedWindow, openWindow } from './openWindow.ts'
import { readWindowRequest } from './readWindowRequest.ts'

/**
 * `<crm-chat-window scope chats active-chat endpoint label>`: a messenger's chat window. `chats` and `active-chat` are
 * JSON. What the vendor's frame posts is dispatched as `crm-chat-event`, with the message as `detail`.
 * @example
 * <crm-chat-window chats='[{"chatType":"whatsapp","chatId":"79998887766","name":"Ann"}]'></crm-chat-window>
 */
export class CrmChatWindowElement extends ElementBase {
  static readonly observedAttributes = ['scope', 'chats', 'active-chat', 'endpoint', 'label']
  #view: WindowView | undefined
  #opened: (OpenedWindow & { key: string }) | undefined
  #labels: ChatLabelOverrides = {}
  #unwatch: (() => void) | undefined

  /** Own words, to translate or to change them. */
  get labels(): ChatLabelOverrides {
    return this.#labels
  }

  set labels(labels: ChatLabelOverrides) {
    this.#labels = labels
    this.#draw()
  }

  /** Where the window stands. Its link is a credential: do not log it. */
  get state(): ChatWindowState {
    return this.#opened?.getState() ?? { status: 'idle' }
  }

  /** @internal */
  connectedCallback(): void {
    takeEarlyProperty({ element: this, name: 'labels' })
    this.#view ??= this.#createView()
    this.#unwatch = watchOnline(() => this.#draw())
    this.#draw()
    queueMicrotask(() => this.#open()) // Attributes often come one by one.
  }

  /** @internal */
  disconnectedCallback(): void {
    this.#unwatch?.()
    this.#close()
  }

  /** @internal */
  attributeChangedCallback(): void {
    queueMicrotask(() => this.#open())
  }

  #createView(): WindowView {
    const root = this.attachShadow({ mode: 'open' })
    for (const css of [tokens, windowStyles, skeletonStyles]) adoptStyles(root, css)
    return createWindowView(root)
  }

  /** Opens what the attributes ask for, unless it is open already. */
  #open(): void {
    if (!this.isConnected || !this.#view) return
    const title = this.getAttribute('label') ?? 'Chat'
    const endpoint = this.getAttribute('endpoint')
    const attributes = readWindowRequest(this)
    const key = JSON.stringify([endpoint, attributes])
    this.#opened?.setTitle(title)
    if (key === this.#opened?.key) return
    this.#close()
    const { container } = this.#view
    const opened = openWindow({
      chat: sharedChat(endpoint),
      attributes,
      container,
      title,
      onEvent: (detail) => {
        this.dispatchEvent(new CustomEvent('crm-chat-event', { detail, bubbles: true, composed: true }))
      },
      onChange: () => this.#draw(),
    })
    this.#opened = { ...opened, key }
    this.#draw()
  }

  #close(): void {
    this.#opened?.close()
    this.#opened = undefined
  }

  #draw(): void {
    this.#view?.show({
      state: this.state,
      labels: createChatLabels(this.#labels),
      offline: !navigator.onLine,
      withList: !this.hasAttribute('chats'),
      onRetry: () => {
        this.#close()
        this.#open()
      },
    })
  }
}
