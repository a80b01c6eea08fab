import { setBadge } from '../badge/setBadge.ts'
import { createIcon } from '../createIcon.ts'
import { createNode } from '../createNode.ts'
import { readWords } from '../words.ts'
import { describeTrigger, OverlayElement, overlayAttributes } from './OverlayElement.ts'
import { isOffered, watchOffer } from './offer.ts'
import { setLanguage } from './setLanguage.ts'

/**
 * `<crm-chat-popover endpoint locale scope chats active-chat own label labels opened>`: a button with the badge, and a chat window beside
 * it. A button of your own in the slot `trigger` takes its place. Shows nothing where the proxy offers no such window.
 * @example
 * <crm-chat-popover><button slot="trigger">Chats</button></crm-chat-popover>
 */
export class CrmChatPopoverElement extends OverlayElement {
  static readonly observedAttributes = overlayAttributes
  readonly #badge = createNode('crm-chat-badge', { exportparts: 'badge' })
  readonly #text = createNode('span')
  readonly #button = createNode(
    'button',
    { part: 'trigger', class: 'cc-root cc-button cc-trigger', type: 'button' },
    createIcon('chat'),
    this.#text,
    this.#badge,
  )
  readonly #slot = createNode('slot', { name: 'trigger', slotchange: () => this.draw() }, this.#button)

  constructor() {
    super({ kind: 'popover', findAnchor: () => this.#trigger })
    this.#slot.addEventListener('click', () => this.press())
    this.root.append(this.#slot)
  }

  get #trigger(): HTMLElement {
    const [own] = this.#slot.assignedElements({ flatten: true })
    return own instanceof HTMLElement ? own : this.#button
  }

  /** @internal */
  protected override watchOffer(): () => void {
    return watchOffer(this, () => this.draw())
  }

  /** @internal */
  protected override draw(): void {
    super.draw()
    const { labels } = this
    const words = readWords(this, labels)
    this.#text.textContent = `${this.getAttribute('label') ?? words.chats} `
    setBadge({ badge: this.#badge, host: this, labels })
    setLanguage({ host: this, root: this.#button, words })
    this.#slot.hidden = !isOffered(this, this.hasAttribute('chats') ? 'cardWindow' : 'window')
    describeTrigger({ button: this.#trigger, panel: this.panel.element, isOpen: this.opened })
  }
}
