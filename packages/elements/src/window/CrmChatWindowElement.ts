import type { ChatLabelOverrides, ChatWindowSession, ChatWindowState } from '@crm-chat/core'
import { createChatWindow, toWindowKey, watchOnline } from '@crm-chat/core/client'
import type { WindowRequest } from '@crm-chat/protocol'
import { attachLook } from '../attachLook.ts'
import { ElementBase } from '../ElementBase.ts'
import { readLabels } from '../readJson.ts'
import { sharedChat } from '../sharedChat.ts'
import { takeEarlyProperty } from '../takeEarlyProperty.ts'
import { readWords, watchWords } from '../words.ts'
import { createWindowView } from './createWindowView.ts'
import { readWindowRequest } from './readWindowRequest.ts'

/**
 * `<crm-chat-window endpoint locale scope chats active-chat label labels own>`: a messenger's chat window. `chats`, `active-chat` and
 * `labels` are JSON. `own` gives it a frame of its own, where windows of the same chats share one. Messages that the vendor's frame posts are dispatched as `crm-chat-event`, with the message as
 * `detail`.
 * @example
 * <crm-chat-window chats='[{"chatType":"whatsapp","chatId":"79998887766","name":"Ann"}]'></crm-chat-window>
 */
export class CrmChatWindowElement extends ElementBase {
  static readonly observedAttributes = ['endpoint', 'locale', 'scope', 'chats', 'active-chat', 'label', 'labels', 'own']
  readonly #view = createWindowView(attachLook({ host: this, rules: ':host { display: grid; height: 100% }' }))
  #labels: ChatLabelOverrides | undefined
  #unwatch: (() => void) | undefined
  #unwatchWords: (() => void) | undefined
  /** The attributes of the open window: with others it is another window. */
  #key: string | undefined
  #problem: string | undefined
  #isFront = true
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
    return {
      status: 'error',
      code: 'invalid_request',
      reason: 'This chat is not set up correctly.',
      message,
      retryable: false,
      requestId: undefined,
      help: undefined,
    }
  }

  /** @internal */
  connectedCallback(): void {
    takeEarlyProperty({ element: this, name: 'labels' })
    this.#unwatch = watchOnline(() => this.#draw())
    this.#watchWords()
    this.#draw()
    queueMicrotask(() => this.#open()) // Attributes often come one by one.
  }

  /** @internal Browsers that can move an element as it is call this in place of the two others: the frame has moved along. */
  connectedMoveCallback(): void {
    this.#session?.setFront(this.#isFront)
  }

  /** @internal */
  disconnectedCallback(): void {
    this.#unwatch?.()
    this.#unwatchWords?.()
    this.#close()
  }

  /** @internal */
  attributeChangedCallback(): void {
    if (this.isConnected) this.#watchWords()
    queueMicrotask(() => this.#open())
  }

  /** Takes the frame from another window of the same chats, or leaves it to that while this one is out of sight. */
  setFront(isFront: boolean): void {
    this.#isFront = isFront
    this.#session?.setFront(isFront)
  }

  #watchWords(): void {
    this.#unwatchWords?.()
    this.#unwatchWords = watchWords(this, () => this.#draw())
  }

  /** Opens the window that the attributes stand for, unless it is open already. */
  #open(): void {
    if (!this.isConnected) return
    const endpoint = this.getAttribute('endpoint')
    const attributes = readWindowRequest(this)
    const own = this.hasAttribute('own')
    const problem = 'problem' in attributes ? attributes.problem : undefined
    const key = JSON.stringify([endpoint, own, problem ?? ('request' in attributes && toWindowKey(attributes.request))])
    if (key !== this.#key) {
      this.#close()
      this.#key = key
      if ('problem' in attributes) this.#problem = attributes.problem
      else this.#start({ endpoint, own, request: attributes.request })
    }
    this.#draw()
  }

  #start({ endpoint, own, request }: { endpoint: string | null; own: boolean; request: WindowRequest }): void {
    const session = createChatWindow({
      chat: sharedChat(endpoint),
      request,
      own,
      onEvent: (detail) => {
        this.dispatchEvent(new CustomEvent('crm-chat-event', { detail, bubbles: true, composed: true }))
      },
    })
    session.subscribe(() => this.#draw())
    this.#session = session
    this.#unmount = session.mount(this.#view.container)
    if (!this.#isFront) session.setFront(false)
  }

  #close(): void {
    const unmount = this.#unmount
    this.#key = this.#problem = this.#session = this.#unmount = undefined
    unmount?.()
  }

  get #label(): string {
    return this.getAttribute('label') ?? readWords(this, this.labels).chat
  }

  #draw(): void {
    this.#session?.setTitle(this.#label)
    this.#view.show({
      state: this.state,
      label: this.#label,
      dir: this.getAttribute('dir'),
      words: readWords(this, this.labels),
      offline: !navigator.onLine,
      onRetry: () => this.#session?.retry(),
      onShowHere: () => this.setFront(true),
    })
  }
}
