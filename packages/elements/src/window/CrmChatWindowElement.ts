import type { ChatLabelOverrides, ChatWindowSession, ChatWindowState } from '@crm-chat/core'
import { createChatLabels, createChatWindow, watchOnline } from '@crm-chat/core/client'
import type { WindowRequest } from '@crm-chat/protocol'
import { attachLook } from '../attachLook.ts'
import { ElementBase } from '../ElementBase.ts'
import { readLabels } from '../readJson.ts'
import { sharedChat } from '../sharedChat.ts'
import { takeEarlyProperty } from '../takeEarlyProperty.ts'
import { createWindowView } from './createWindowView.ts'
import { readScope, readWindowRequest } from './readWindowRequest.ts'

/**
 * `<crm-chat-window endpoint scope chats active-chat label labels>`: a messenger's chat window. `chats`, `active-chat` and
 * `labels` are JSON. Messages that the vendor's frame posts are dispatched as `crm-chat-event`, with the message as
 * `detail`.
 * @example
 * <crm-chat-window chats='[{"chatType":"whatsapp","chatId":"79998887766","name":"Ann"}]'></crm-chat-window>
 */
export class CrmChatWindowElement extends ElementBase {
  static readonly observedAttributes = ['endpoint', 'scope', 'chats', 'active-chat', 'label', 'labels']
  readonly #view = createWindowView(attachLook({ host: this, rules: ':host { display: grid; height: 100% }' }))
  #labels: ChatLabelOverrides | undefined
  #unwatch: (() => void) | undefined
  /** The attributes of the open window: with others it is another window. */
  #key: string | undefined
  #problem: string | undefined
  #session: ChatWindowSession | undefined
  #unmount: (() => void) | undefined

  /** Own words, to translate or to change them. Goes before the attribute. */
  get labels(): ChatLabelOverrides {
    return this.#labels ?? readLabels(this)
  }

  set labels(labels: ChatLabelOverrides) {
    this.#labels = labels
    this.#draw()
  }

  /** Current state of the window. Its link is a credential: do not log it. */
  get state(): ChatWindowState {
    if (this.#problem === undefined) return this.#session?.getState() ?? { status: 'idle' }
    const message = this.#problem
    return { status: 'error', code: 'invalid_request', message, retryable: false, requestId: undefined }
  }

  /** @internal */
  connectedCallback(): void {
    takeEarlyProperty({ element: this, name: 'labels' })
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

  /** Opens the window that the attributes stand for, unless it is open already. */
  #open(): void {
    if (!this.isConnected) return
    const endpoint = this.getAttribute('endpoint')
    const attributes = readWindowRequest(this)
    const key = JSON.stringify([endpoint, attributes])
    if (key !== this.#key) {
      this.#close()
      this.#key = key
      if ('problem' in attributes) this.#problem = attributes.problem
      else this.#start({ endpoint, request: attributes.request })
    }
    this.#session?.setTitle(this.#label)
    this.#draw()
  }

  #start({ endpoint, request }: { endpoint: string | null; request: WindowRequest }): void {
    const session = createChatWindow({
      chat: sharedChat(endpoint),
      request,
      onEvent: (detail) => {
        this.dispatchEvent(new CustomEvent('crm-chat-event', { detail, bubbles: true, composed: true }))
      },
    })
    session.subscribe(() => this.#draw())
    this.#session = session
    this.#unmount = session.mount(this.#view.container)
  }

  #close(): void {
    const unmount = this.#unmount
    this.#key = this.#problem = this.#session = this.#unmount = undefined
    unmount?.()
  }

  get #label(): string {
    return this.getAttribute('label') ?? 'Chat'
  }

  #draw(): void {
    this.#view.show({
      state: this.state,
      label: this.#label,
      labels: createChatLabels(this.labels),
      offline: !navigator.onLine,
      withList: readScope(this) === 'global',
      onRetry: () => {
        this.#close()
        this.#open()
      },
    })
  }
}
