import { attachLook } from '../attachLook.ts'
import { createNode } from '../createNode.ts'
import { dispatch } from '../events.ts'
import { createPanel, panelRules } from './createPanel.ts'
import { PanelElement, panelAttributes } from './PanelElement.ts'

/**
 * `<crm-chat-panel endpoint locale scope chats active-chat own label labels closable>`: a chat window in the page, under a bar with its
 * name. With `closable` the bar has a button, which dispatches `crm-chat-close`. Slots and JSON are those of `<crm-chat-window>`.
 */
export class CrmChatPanelElement extends PanelElement {
  static readonly observedAttributes = [...panelAttributes, 'closable']
  /** @internal */
  protected readonly panel = createPanel(createNode('section', { class: 'cc-root cc-panel' }), {
    kind: 'inline',
    onClose: () => dispatch({ element: this, name: 'crm-chat-close', detail: null }),
  })

  constructor() {
    super()
    attachLook({ host: this, rules: `:host { display: grid; height: 100% } ${panelRules}` }).append(this.panel.element)
  }

  /** Moves the focus into the vendor's page. */
  override focus(): void {
    this.panel.window.focus()
  }

  /** @internal */
  protected override get isClosable(): boolean {
    return this.hasAttribute('closable')
  }
}
