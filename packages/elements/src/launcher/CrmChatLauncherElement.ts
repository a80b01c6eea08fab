import type { ChatLabelOverrides } from '@crm-chat/core'
import { holdBack, keepFocus } from '@crm-chat/core/look'
import { attachLook } from '../attachLook.ts'
import { createIcon } from '../createIcon.ts'
import { createNode, setAttributes } from '../createNode.ts'
import { ElementBase } from '../ElementBase.ts'
import { readLabels } from '../readJson.ts'
import { sharedChat } from '../sharedChat.ts'
import { takeEarlyProperty } from '../takeEarlyProperty.ts'
import { readWords, watchWords } from '../words.ts'

/**
 * `<crm-chat-launcher endpoint locale placement label active-chat labels>`: a floating button with the badge; it opens a panel
 * with all of the user's chats. The window is created when the panel is first opened, and stays alive while it is closed.
 * `active-chat` and `labels` are JSON. Shows nothing where the proxy offers no window of all chats.
 */
export class CrmChatLauncherElement extends ElementBase {
  static readonly observedAttributes = ['endpoint', 'locale', 'placement', 'label', 'active-chat', 'labels']
  #labels: ChatLabelOverrides | undefined
  #isOpen = false
  #leaveBack: (() => void) | undefined
  #leaveFocus: (() => void) | undefined
  #unsubscribe: (() => void) | undefined
  #unwatchWords: (() => void) | undefined
  readonly #badge = createNode('crm-chat-badge', { exportparts: 'badge' })
  readonly #window = createNode('crm-chat-window', { exportparts: 'window' })
  readonly #heading = createNode('span')
  readonly #closeText = createNode('span', { class: 'cc-spoken' })
  readonly #toggleText = createNode('span', { class: 'cc-spoken' })
  readonly #panel = createPanel({
    heading: this.#heading,
    closeText: this.#closeText,
    window: this.#window,
    onClose: () => this.close(),
  })
  readonly #toggle = createNode('button', {
    part: 'toggle',
    class: 'cc-button cc-toggle',
    type: 'button',
    'aria-haspopup': 'dialog',
    click: () => this.toggle(),
  })
  readonly #launcher = createNode('div', { part: 'launcher', class: 'cc-root cc-launcher' }, this.#toggle)

  constructor() {
    super()
    attachLook({ host: this, rules: ':host { display: contents }' }).append(this.#launcher)
    this.#launcher.addEventListener('keydown', (event) => this.#handleKey(event))
  }

  /** Own words, to translate or to change them. Goes before the attribute. */
  get labels(): ChatLabelOverrides {
    return this.#labels ?? readLabels(this)
  }

  set labels(labels: ChatLabelOverrides) {
    this.#labels = labels
    this.#draw()
  }

  /** @internal */
  connectedCallback(): void {
    takeEarlyProperty({ element: this, name: 'labels' })
    this.#listen()
  }

  /** @internal */
  connectedMoveCallback(): void {}

  /** @internal */
  disconnectedCallback(): void {
    this.#unsubscribe?.()
    this.#unwatchWords?.()
    this.#unsubscribe = this.#unwatchWords = undefined
  }

  /** @internal */
  attributeChangedCallback(): void {
    if (this.isConnected) this.#listen()
  }

  /** Opens the panel and moves the focus into it. */
  open(): void {
    if (!this.#isOpen) this.#leaveBack = holdBack(() => this.close())
    this.#isOpen = true
    this.#draw()
    this.#window.setFront(true)
    this.#panel.focus()
    this.#leaveFocus ??= keepFocus(this.#panel)
  }

  /** Closes the panel and returns the focus to the button. */
  close(): void {
    this.#leaveBack?.()
    this.#leaveFocus?.()
    this.#leaveBack = this.#leaveFocus = undefined
    this.#isOpen = false
    this.#draw()
    this.#window.setFront(false) // Another window of the same chats may have the frame.
    this.#toggle.focus()
  }

  /** Opens the panel, or closes it. */
  toggle(): void {
    if (this.#isOpen) this.close()
    else this.open()
  }

  /** Escape closes, but only inside the panel and on the button: the CRM's own dialogs use it too. */
  #handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || !this.#isOpen) return
    event.preventDefault()
    this.close()
  }

  #listen(): void {
    this.#unsubscribe?.()
    this.#unsubscribe = sharedChat(this.getAttribute('endpoint')).capabilities.subscribe(() => this.#draw())
    this.#unwatchWords?.()
    this.#unwatchWords = watchWords(this, () => this.#draw())
    this.#draw()
  }

  #draw(): void {
    const isOpen = this.#isOpen
    const { labels } = this
    const words = readWords(this, labels)
    const label = this.getAttribute('label') ?? words.chats
    const endpoint = this.getAttribute('endpoint')
    const locale = this.getAttribute('locale')
    const json = { 'active-chat': this.getAttribute('active-chat'), labels: this.getAttribute('labels') }
    const capabilities = sharedChat(endpoint).capabilities.getState()
    this.#launcher.hidden = !(capabilities?.includes('window') ?? true)
    setAttributes(this.#launcher, {
      'data-placement': this.getAttribute('placement') ?? 'bottom-end',
      lang: words.lang ?? null,
      dir: this.getAttribute('dir') ?? words.dir ?? null,
    })
    setAttributes(this.#badge, { endpoint, locale, labels: JSON.stringify(labels.badge ?? {}) })
    this.#badge.label = labels.unanswered
    setAttributes(this.#window, { endpoint, locale, label, ...json }) // The window shows the problem with JSON that is none.
    this.#window.labels = labels
    setAttributes(this.#panel, { 'aria-label': label, 'data-open': String(isOpen) })
    this.#panel.inert = !isOpen
    this.#heading.textContent = label
    this.#closeText.textContent = words.close
    this.#toggleText.textContent = isOpen ? words.close : `${words.open} `
    if (this.#toggle.ariaExpanded !== String(isOpen)) {
      this.#toggle.ariaExpanded = String(isOpen) // Whoever presses an icon that is replaced before the release has not clicked.
      this.#toggle.replaceChildren(createIcon(isOpen ? 'close' : 'chat'), this.#toggleText, isOpen ? '' : this.#badge)
    }
    if (isOpen && !this.#panel.isConnected) {
      setAttributes(this.#toggle, { 'aria-controls': 'panel' })
      this.#launcher.prepend(this.#panel)
    }
  }
}

function createPanel({
  heading,
  closeText,
  window,
  onClose,
}: Record<'heading' | 'closeText' | 'window', HTMLElement> & { onClose: () => void }): HTMLElement {
  const close = { class: 'cc-button cc-close', type: 'button', click: onClose }
  return createNode(
    'div',
    { part: 'panel', class: 'cc-panel', id: 'panel', role: 'dialog', tabindex: '-1' },
    createNode('div', { class: 'cc-panel-bar' }, heading, createNode('button', close, createIcon('close'), closeText)),
    createNode('div', { class: 'cc-panel-body' }, window),
  )
}
