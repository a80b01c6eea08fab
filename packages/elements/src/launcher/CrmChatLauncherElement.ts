import { reserveLauncherSpace } from '@crm-chat/core/look'
import { setBadge } from '../badge/setBadge.ts'
import { createIcon } from '../createIcon.ts'
import { createNode, setAttributes } from '../createNode.ts'
import { describeTrigger, OverlayElement, overlayAttributes } from '../panel/OverlayElement.ts'
import { isOffered, watchOffer } from '../panel/offer.ts'
import { readWords } from '../words.ts'

/**
 * `<crm-chat-launcher endpoint locale placement active-chat label labels opened>`: a floating button with the badge; it opens a panel
 * with all of the user's chats. Shows nothing where the proxy offers no window of all chats.
 */
export class CrmChatLauncherElement extends OverlayElement {
  static readonly observedAttributes = [
    ...overlayAttributes.filter((name) => !['scope', 'chats', 'own'].includes(name)),
    'placement',
  ]
  #freeSpace: (() => void) | undefined
  readonly #badge = createNode('crm-chat-badge', { exportparts: 'badge' })
  readonly #text = createNode('span', { class: 'cc-spoken' })
  readonly #toggle = createNode(
    'button',
    { part: 'toggle', class: 'cc-button cc-toggle', type: 'button', click: () => this.press() },
    createIcon('chat'),
    this.#text,
    this.#badge,
  )
  readonly #launcher = createNode('div', { part: 'launcher', class: 'cc-root cc-launcher' }, this.#toggle)

  constructor() {
    super({ kind: 'launcher', className: 'cc-panel', findAnchor: () => this.#toggle })
    this.root.append(this.#launcher)
  }

  /** @internal */
  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#reserveSpace(false)
  }

  /** @internal */
  protected override watchOffer(): () => void {
    return watchOffer(this, () => this.draw())
  }

  /** @internal */
  protected override placePanel(panel: HTMLElement): void {
    this.#launcher.prepend(panel)
  }

  /** @internal */
  protected override get outermost(): Element {
    return this.#launcher
  }

  /** @internal */
  protected override draw(): void {
    super.draw()
    const { labels } = this
    const words = readWords(this, labels)
    this.#launcher.hidden = !isOffered(this, 'window')
    this.#reserveSpace(!this.#launcher.hidden && this.isConnected)
    setAttributes(this.#launcher, { 'data-placement': this.getAttribute('placement') ?? 'bottom-end' })
    setBadge({ badge: this.#badge, host: this, labels })
    this.#text.textContent = `${words.open} `
    describeTrigger({ button: this.#toggle, panel: this.panel.element, isOpen: this.opened })
  }

  #reserveSpace(isShown: boolean): void {
    if (!isShown) this.#freeSpace?.()
    this.#freeSpace = isShown ? (this.#freeSpace ?? reserveLauncherSpace()) : undefined
  }
}
