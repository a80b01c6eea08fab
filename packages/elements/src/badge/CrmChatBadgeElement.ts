import type { UnansweredState } from '@crm-chat/core'
import { type BadgeLabel, toBadgeView } from '@crm-chat/core/look'
import { attachLook } from '../attachLook.ts'
import { createNode, setAttributes } from '../createNode.ts'
import { ElementBase } from '../ElementBase.ts'
import { sharedChat } from '../sharedChat.ts'
import { takeEarlyProperty } from '../takeEarlyProperty.ts'

/**
 * `<crm-chat-badge endpoint max dot show-zero label>`: the number of messages without a reply. Empty at 0 and while the
 * number is unknown.
 */
export class CrmChatBadgeElement extends ElementBase {
  static readonly observedAttributes = ['endpoint', 'max', 'dot', 'show-zero', 'label']
  #unsubscribe: (() => void) | undefined
  #label: BadgeLabel | undefined
  readonly #number = createNode('span', { 'aria-hidden': 'true', dir: 'ltr' })
  readonly #spoken = createNode('span', { class: 'cc-spoken' })
  readonly #badge = createNode('span', {
    part: 'badge',
    class: 'cc-root cc-badge',
    'aria-live': 'polite',
    'aria-atomic': 'true',
  })
  readonly #root = attachLook({ host: this, rules: ':host { display: inline-flex; vertical-align: middle }' })

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
  disconnectedCallback(): void {
    this.#unsubscribe?.()
    this.#unsubscribe = undefined
  }

  /** @internal */
  attributeChangedCallback(): void {
    if (this.isConnected) this.#listen()
  }

  #listen(): void {
    const { unanswered } = sharedChat(this.getAttribute('endpoint'))
    const unsubscribe = unanswered.subscribe((state) => this.#draw(state))
    this.#unsubscribe?.() // After the new one: the same store must not lose its last listener in between.
    this.#unsubscribe = unsubscribe
    this.#draw(unanswered.getState())
  }

  #draw(state: UnansweredState): void {
    const max = Number(this.getAttribute('max') ?? Number.NaN)
    const view = toBadgeView({ state, max, showZero: this.hasAttribute('show-zero'), label: this.label })
    if (!view) {
      this.#badge.remove()
      return
    }
    const dot = this.hasAttribute('dot')
    const shape = dot ? 'dot' : 'number'
    setAttributes(this.#badge, { 'data-status': view.status, 'data-tone': view.tone, 'data-shape': shape })
    this.#number.textContent = view.text
    this.#spoken.textContent = view.spoken
    this.#badge.replaceChildren(dot ? '' : this.#number, this.#spoken)
    if (!this.#badge.isConnected) this.#root.append(this.#badge) // Moved, it would not be read out.
  }
}
