import { createOverlay, type OpenReason, type Overlay, type OverlayKind } from '@crm-chat/core/look'
import { attachLook } from '../attachLook.ts'
import { createNode, setAttributes } from '../createNode.ts'
import { dispatch } from '../events.ts'
import { takeEarlyProperty } from '../takeEarlyProperty.ts'
import { readWords } from '../words.ts'
import { createPanel, type Panel, panelRules } from './createPanel.ts'
import { PanelElement, panelAttributes } from './PanelElement.ts'

/** Attributes of every element that opens. */
export const overlayAttributes: readonly string[] = [...panelAttributes, 'opened']

/** Parameters of an element that opens. */
export interface OverlayParameters {
  kind: OverlayKind
  /** Class of the panel. */
  className?: string
  /** Element that opens it. */
  findAnchor?: () => HTMLElement | null
}

/**
 * An element with a panel over the page. It is open while it has the attribute `opened`, which it sets and removes itself. The
 * panel is created when it is first opened, and stays alive while it is closed.
 */
export abstract class OverlayElement extends PanelElement {
  readonly #overlay: Overlay
  /** Cause of the change that the attribute is about to have. */
  #reason: OpenReason = 'method'
  #isOpen = false
  /** @internal */
  protected readonly panel: Panel<HTMLDialogElement>
  /** @internal */
  protected readonly root: ShadowRoot

  /** @internal */
  constructor({ kind, className = 'cc-root cc-panel', findAnchor }: OverlayParameters) {
    super()
    this.root = attachLook({ host: this, rules: `:host { display: contents } ${panelRules}` })
    this.panel = createPanel(
      createNode('dialog', { popover: 'manual', tabindex: '-1', id: 'panel', class: className }),
      {
        kind,
        onClose: () => this.#set(false, 'close'),
      },
    )
    const host = this
    this.#overlay = createOverlay({
      panel: this.panel.element,
      kind,
      get modal() {
        return host.hasAttribute('modal')
      },
      anchor: findAnchor,
      names: () => readWords(host, host.labels),
      onDismiss: (reason) => this.#set(false, reason),
    })
  }

  /** True while it is open. */
  get opened(): boolean {
    return this.hasAttribute('opened')
  }

  set opened(opened: boolean) {
    this.#set(opened, 'method')
  }

  /** Opens the panel and moves the focus into it. */
  open(): void {
    this.#set(true, 'method')
  }

  /** Closes the panel and returns the focus to where it was. */
  close(): void {
    this.#set(false, 'method')
  }

  /** Opens the panel, or closes it. */
  toggle(): void {
    this.#set(!this.opened, 'method')
  }

  /** Moves the focus into the panel, if it is open. */
  override focus(): void {
    this.#overlay.focus()
  }

  /** @internal */
  override connectedCallback(): void {
    takeEarlyProperty({ element: this, name: 'opened' })
    super.connectedCallback()
    if (this.opened) this.#follow(false)
  }

  /** @internal */
  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#overlay.end()
    this.#isOpen = false
  }

  /** @internal */
  override attributeChangedCallback(name?: string): void {
    super.attributeChangedCallback()
    if (name === 'opened' && this.isConnected && this.opened !== this.#isOpen) this.#follow(true)
  }

  /** @internal Where the panel stands among the parts of the element. */
  protected placePanel(panel: HTMLElement): void {
    this.root.append(panel)
  }

  /** @internal */
  protected press(): void {
    this.#set(!this.opened, 'trigger')
  }

  #set(opened: boolean, reason: OpenReason): void {
    this.#reason = reason
    this.toggleAttribute('opened', opened)
    this.#reason = 'method'
  }

  /** Does what the attribute says. */
  #follow(isChange: boolean): void {
    this.#isOpen = this.opened
    const { element, window } = this.panel
    if (this.#isOpen && !element.isConnected) this.placePanel(element)
    this.draw()
    if (element.isConnected) {
      window.setFront(this.#isOpen) // Another window of the same chats may have the frame meanwhile.
      this.#overlay.setOpen(this.#isOpen, { focus: isChange })
    }
    const detail = { open: this.#isOpen, reason: this.#reason }
    if (isChange) dispatch({ element: this, name: 'crm-chat-open-change', detail })
  }
}

/** Attributes of the button that opens a panel. */
export function describeTrigger({
  button,
  panel,
  isOpen,
}: Record<'button' | 'panel', Element> & { isOpen: boolean }): void {
  setAttributes(button, {
    'aria-haspopup': 'dialog',
    'aria-expanded': String(isOpen),
    'aria-controls': panel.isConnected && panel.getRootNode() === button.getRootNode() ? panel.id : null,
  })
}
