import type { ChatLabelOverrides, ChatWindowError, ChatWindowSession, ChatWindowState } from '@crm-chat/core'
import { createChatWindow, toWindowKey, watchOnline } from '@crm-chat/core/client'
import type { WindowRequest } from '@crm-chat/protocol'
import { attachLook } from '../attachLook.ts'
import { ElementBase } from '../ElementBase.ts'
import { dispatch } from '../events.ts'
import { readLabels } from '../readJson.ts'
import { sharedChat } from '../sharedChat.ts'
import { takeEarlyProperty } from '../takeEarlyProperty.ts'
import { readWords, watchWords } from '../words.ts'
import { createWindowView } from './createWindowView.ts'
import { readWindowRequest } from './readWindowRequest.ts'
import { slotRules } from './slots.ts'

/**
 * `<crm-chat-window endpoint locale scope chats active-chat label labels own>`: a messenger's chat window. `chats`, `active-chat`
 * and `labels` are JSON. `own` gives it a frame of its own, where windows of the same chats share one. The slots `loading`,
 * `error`, `empty` and `elsewhere` take content in place of its own.
 * @example
 * <crm-chat-window chats='[{"chatType":"whatsapp","chatId":"79998887766","name":"Ann"}]'></crm-chat-window>
 */
export class CrmChatWindowElement extends ElementBase {
  static readonly observedAttributes = ['endpoint', 'locale', 'scope', 'chats', 'active-chat', 'label', 'labels', 'own']
  readonly #view = createWindowView({
    root: attachLook({ host: this, rules: `:host { display: grid; height: 100% } ${slotRules}` }),
    onSlot: () => this.#draw(),
  })
  #labels: ChatLabelOverrides | undefined
  #unwatch: (() => void) | undefined
  #unwatchWords: (() => void) | undefined
  /** The attributes of the open window: with others it is another window. */
  #key: string | undefined
  #problem: ChatWindowError | undefined
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
    return this.#problem ?? this.#session?.getState() ?? { status: 'idle' }
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

  /** Opens the window anew, with another link. */
  retry(): void {
    this.#session?.retry()
  }

  /** Moves the focus into the vendor's page. */
  override focus(): void {
    this.#session?.focus()
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
      if ('problem' in attributes) this.#refuse(attributes.problem)
      else this.#start({ endpoint, own, request: attributes.request })
    }
    this.#draw()
  }

  #start({ endpoint, own, request }: { endpoint: string | null; own: boolean; request: WindowRequest }): void {
    const session = createChatWindow({
      chat: sharedChat(endpoint),
      request,
      own,
      onReady: () => dispatch({ element: this, name: 'crm-chat-ready', detail: null }),
      onError: (detail) => dispatch({ element: this, name: 'crm-chat-error', detail }),
      onEntity: (detail) => dispatch({ element: this, name: 'crm-chat-entity', detail }),
      onEvent: (detail) => dispatch({ element: this, name: 'crm-chat-event', detail }),
    })
    session.subscribe(() => this.#draw())
    this.#session = session
    this.#unmount = session.mount(this.#view.container)
    if (!this.#isFront) session.setFront(false)
  }

  #refuse(message: string): void {
    const reason = 'This chat is not set up correctly.'
    const rest = { message, retryable: false, requestId: undefined, help: undefined }
    this.#problem = { status: 'error', code: 'invalid_request', reason, ...rest }
    dispatch({ element: this, name: 'crm-chat-error', detail: this.#problem })
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
      label: this.hasAttribute('unnamed') ? null : this.#label,
      dir: this.getAttribute('dir'),
      words: readWords(this, this.labels),
      offline: !navigator.onLine,
      onRetry: () => this.retry(),
      onShowHere: () => this.setFront(true),
    })
  }
}
