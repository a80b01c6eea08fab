import type { UnansweredState } from '@crm-chat/core'
import { type BadgeLabel, unknownBadge } from '@crm-chat/core/look'
import { attachLook } from '../attachLook.ts'
import { createNode, setAttributes } from '../createNode.ts'
import { ElementBase } from '../ElementBase.ts'
import { dispatch } from '../events.ts'
import { readLabels } from '../readJson.ts'
import { sharedChat } from '../sharedChat.ts'
import { takeEarlyProperty } from '../takeEarlyProperty.ts'
import { readWordsState, watchWords } from '../words.ts'

/**
 * `<crm-chat-badge endpoint locale max dot show-zero label labels>`: the number of messages without a reply. Hollow while it is
 * outdated, unknown (–) or not available (!), hidden at 0. `labels` is JSON.
 */
export class CrmChatBadgeElement extends ElementBase {
  static readonly observedAttributes = ['endpoint', 'locale', 'max', 'dot', 'show-zero', 'label', 'labels']
  #unsubscribe: (() => void) | undefined
  #unwatchWords: (() => void) | undefined
  #detach: (() => void) | undefined
  #label: BadgeLabel | undefined
  #told: UnansweredState | undefined
  readonly #badge = createNode('span', { part: 'badge', class: 'cc-root cc-badge', role: 'img', dir: 'ltr' })

  constructor() {
    super()
    attachLook({ host: this, rules: ':host { display: inline-flex; vertical-align: middle }' }).append(this.#badge)
  }

  /** Phrase for assistive technology, with `{count}` in it, or a function of the count. Goes before the attribute. */
  get label(): BadgeLabel | undefined {
    return this.#label ?? this.getAttribute('label') ?? undefined
  }

  set label(label: BadgeLabel | undefined) {
    this.#label = label
    if (this.isConnected) this.#listen()
  }

  /** @internal */
  connectedCallback(): void {
    takeEarlyProperty({ element: this, name: 'label' })
    this.#listen()
  }

  /** @internal */
  connectedMoveCallback(): void {}

  /** @internal */
  disconnectedCallback(): void {
    this.#unsubscribe?.()
    this.#unwatchWords?.()
    this.#detach?.()
    this.#unsubscribe = this.#unwatchWords = this.#detach = undefined
  }

  /** @internal */
  attributeChangedCallback(name: string): void {
    if (!this.isConnected) return
    if (name === 'endpoint') this.disconnectedCallback()
    this.#listen()
  }

  #listen(): void {
    const { unanswered } = sharedChat(this.getAttribute('endpoint'))
    const unsubscribe = unanswered.subscribe((state) => this.#draw(state))
    this.#unsubscribe?.() // After the new one: the same store must not lose its last listener in between.
    this.#unsubscribe = unsubscribe
    this.#unwatchWords?.()
    this.#unwatchWords = watchWords(this, () => this.#draw(unanswered.getState()))
    this.#draw(unanswered.getState())
  }

  #draw(state: UnansweredState): void {
    const labels = readLabels(this)
    const max = Number(this.getAttribute('max') ?? Number.NaN)
    const part = sharedChat(this.getAttribute('endpoint')).unanswered.badge
    const words = readWordsState(this)
    const options = { state, words, max, showZero: this.hasAttribute('show-zero'), label: this.label, labels }
    const {
      text,
      lang = null,
      hidden = false,
      ...attributes
    } = part?.toBadgeView(options) ?? unknownBadge(labels, words)
    const dot = this.hasAttribute('dot')
    setAttributes(this.#badge, { ...attributes, lang, 'data-shape': dot ? 'dot' : 'number' })
    this.#badge.hidden = hidden
    this.#badge.textContent = dot ? '' : text
    this.#tell(state)
    this.#detach ??= part?.attachBadge({ element: this.#badge, chat: sharedChat(this.getAttribute('endpoint')) })
  }

  #tell(state: UnansweredState): void {
    if (state === this.#told || state.status === 'idle') return
    this.#told = state
    dispatch({ element: this, name: 'crm-chat-unanswered', detail: state })
  }
}
