import { OverlayElement, overlayAttributes } from './OverlayElement.ts'

/**
 * `<crm-chat-dialog endpoint locale scope chats active-chat own label labels opened>`: a chat window in the middle of the page, which is
 * out of reach while it is open. It fills the screen of a phone.
 * @example
 * document.querySelector('crm-chat-dialog').open()
 */
export class CrmChatDialogElement extends OverlayElement {
  static readonly observedAttributes = overlayAttributes

  constructor() {
    super({ kind: 'dialog' })
  }
}
