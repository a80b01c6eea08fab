import type { ChatLabelOverrides, ChatWindowState } from '@crm-chat/core'
import { ElementBase } from '../ElementBase.ts'
import { readLabels } from '../readJson.ts'
import { takeEarlyProperty } from '../takeEarlyProperty.ts'
import { readWords, watchWords } from '../words.ts'
import type { Panel } from './createPanel.ts'
import { setLanguage } from './setLanguage.ts'

/** Attributes that a panel hands on to its window. */
const handedOn = ['endpoint', 'locale', 'scope', 'chats', 'active-chat', 'own', 'labels'] as const

/** Attributes of every element with a panel. */
export const panelAttributes: readonly string[] = [...handedOn, 'label']

/** What all elements with a panel have in common: their words, and their window. */
export abstract class PanelElement extends ElementBase {
  #labels: ChatLabelOverrides | undefined
  #unwatch: (() => void) | undefined
  #unsubscribe: (() => void) | undefined
  /** @internal */
  protected abstract readonly panel: Panel<HTMLElement>

  /** Own words, to translate or to change them. Goes before the attribute. */
  get labels(): ChatLabelOverrides {
    return this.#labels ?? readLabels(this)
  }

  set labels(labels: ChatLabelOverrides) {
    this.#labels = labels
    this.draw()
  }

  /** Current state of the window. Its link is a credential: do not log it. */
  get state(): ChatWindowState {
    return this.panel.window.state
  }

  /** Opens the window anew, with another link. */
  retry(): void {
    this.panel.window.retry()
  }

  /** Takes the frame from another window of the same chats, or leaves it to that. */
  setFront(isFront: boolean): void {
    this.panel.window.setFront(isFront)
  }

  /** @internal */
  connectedCallback(): void {
    takeEarlyProperty({ element: this, name: 'labels' })
    this.listen()
  }

  /** @internal */
  connectedMoveCallback(): void {}

  /** @internal */
  disconnectedCallback(): void {
    this.#unwatch?.()
    this.#unsubscribe?.()
    this.#unwatch = this.#unsubscribe = undefined
  }

  /** @internal */
  attributeChangedCallback(): void {
    if (this.isConnected) this.listen()
  }

  /** @internal */
  protected listen(): void {
    this.#unwatch?.()
    this.#unwatch = watchWords(this, () => this.draw())
    this.#unsubscribe?.()
    this.#unsubscribe = this.watchOffer()
    this.draw()
  }

  /** @internal */
  protected draw(): void {
    const { labels } = this
    const words = readWords(this, labels)
    const window = Object.fromEntries(handedOn.map((name) => [name, this.getAttribute(name)]))
    const title = this.getAttribute('label') ?? words.chats
    this.panel.show({ window, labels, title, close: words.close, isClosable: this.isClosable })
    setLanguage({ host: this, root: this.outermost, words })
  }

  /** @internal Watches what the proxy offers, where something is hidden without it. */
  protected watchOffer(): (() => void) | undefined {
    return undefined
  }

  /** @internal The outermost part, which has the language. */
  protected get outermost(): Element {
    return this.panel.element
  }

  /** @internal */
  protected get isClosable(): boolean {
    return true
  }
}
