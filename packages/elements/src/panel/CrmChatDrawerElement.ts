import { OverlayElement, overlayAttributes } from './OverlayElement.ts'

/**
 * `<crm-chat-drawer endpoint locale scope chats active-chat own label labels opened side modal>`: a chat window at an edge of the page,
 * `end` or `start`. The page stays in reach beside it, unless it is `modal`.
 */
export class CrmChatDrawerElement extends OverlayElement {
  static readonly observedAttributes = [...overlayAttributes, 'side', 'modal']

  constructor() {
    super({ kind: 'drawer' })
  }

  /** @internal */
  protected override draw(): void {
    super.draw()
    this.panel.element.dataset.side = this.getAttribute('side') === 'start' ? 'start' : 'end'
  }
}
