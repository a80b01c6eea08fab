import { adoptStyles } from '../adoptStyles.ts'
import { ElementBase } from '../ElementBase.ts'
import launcherStyles from '../styles/launcher.css?inline'
import tokens from '../styles/tokens.css?inline'
import { createLauncherView, type LauncherView } from './createLauncherView.ts'

/**
 * `<crm-chat-launcher endpoint placement heading open-label close-label>`: a floating button with the badge; it opens a
 * panel with all of the user's chats. The window is created when it is first opened and stays alive when it is closed.
 */
export class CrmChatLauncherElement extends ElementBase {
  static readonly observedAttributes = ['endpoint', 'heading', 'open-label', 'close-label']
  #view: LauncherView | undefined
  #isOpen = false

  /** @internal */
  connectedCallback(): void {
    this.#view ??= this.#createView()
    this.#draw()
  }

  /** @internal */
  attributeChangedCallback(): void {
    this.#draw()
  }

  /** Opens the panel, and moves the focus into it. */
  open(): void {
    this.#isOpen = true
    this.#draw()
    this.#view?.panel.focus()
  }

  /** Closes the panel, and gives the focus back to the button. */
  close(): void {
    this.#isOpen = false
    this.#draw()
    this.#view?.toggle.focus()
  }

  #createView(): LauncherView {
    const root = this.attachShadow({ mode: 'open' })
    for (const css of [tokens, launcherStyles]) adoptStyles(root, css)
    return createLauncherView({
      root,
      onToggle: () => (this.#isOpen ? this.close() : this.open()),
      onClose: () => this.close(),
    })
  }

  #draw(): void {
    this.#view?.show({
      isOpen: this.#isOpen,
      endpoint: this.getAttribute('endpoint'),
      heading: this.getAttribute('heading') ?? 'Chats',
      openLabel: this.getAttribute('open-label') ?? 'Open chats',
      closeLabel: this.getAttribute('close-label') ?? 'Close chats',
    })
  }
}
