import type { UnansweredState } from '@crm-chat/core'
import { adoptStyles } from '../adoptStyles.ts'
import { createNode } from '../createNode.ts'
import { ElementBase } from '../ElementBase.ts'
import { sharedChat } from '../sharedChat.ts'
import badgeStyles from '../styles/badge.css?inline'
import tokens from '../styles/tokens.css?inline'

/**
 * `<crm-chat-badge endpoint max dot show-zero label>`: how many messages wait for a reply. Empty at 0 and while the
 * number is not known. `label` is what assistive technology says, with `{count}` in it.
 */
export class CrmChatBadgeElement extends ElementBase {
  static readonly observedAttributes = ['endpoint', 'max', 'dot', 'show-zero', 'label']
  #unsubscribe: (() => void) | undefined
  #root: ShadowRoot | undefined

  /** @internal */
  connectedCallback(): void {
    this.#root ??= this.attachShadow({ mode: 'open' })
    adoptStyles(this.#root, tokens)
    adoptStyles(this.#root, badgeStyles)
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
    const unsubscribe = unanswered.subscribe((state) => this.#show(state))
    this.#unsubscribe?.() // After the new one: the same store must not lose its last listener in between.
    this.#unsubscribe = unsubscribe
    this.#show(unanswered.getState())
  }

  #show(state: UnansweredState): void {
    this.#root?.replaceChildren(...this.#draw(state))
  }

  #draw(state: UnansweredState): Node[] {
    if (state.status !== 'live' && state.status !== 'stale') return []
    const { status, count, tone } = state
    if (count === 0 && !this.hasAttribute('show-zero')) return []
    const dot = this.hasAttribute('dot')
    const phrase = (this.getAttribute('label') ?? '{count} unanswered').replaceAll('{count}', String(count))
    const number = createNode('span', { text: this.#cap(count), attributes: { 'aria-hidden': 'true', dir: 'ltr' } })
    const attributes = { part: 'badge', 'data-status': status, 'data-tone': tone ?? 'none' }
    const spoken = createNode('span', { class: 'spoken', text: phrase })
    return [createNode('span', { class: dot ? 'badge dot' : 'badge', attributes }, dot ? [spoken] : [number, spoken])]
  }

  #cap(count: number): string {
    const max = Number(this.getAttribute('max') ?? Number.NaN)
    const limit = Number.isInteger(max) && max > 0 ? max : 99
    return count > limit ? `${limit}+` : String(count)
  }
}
