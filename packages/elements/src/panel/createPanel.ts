import type { ChatLabelOverrides } from '@crm-chat/core'
import { createIcon } from '../createIcon.ts'
import { createNode, setAttributes } from '../createNode.ts'
import { slotNames } from '../window/slots.ts'

/** Parameters of {@link createPanel}. */
export interface CreatePanelParameters {
  kind: 'inline' | 'launcher' | 'popover' | 'drawer' | 'dialog'
  onClose: () => void
}

/** Content of a panel. */
export interface PanelContent {
  /** Attributes of the window, null for those that are missing. */
  window: Record<string, string | null>
  labels: ChatLabelOverrides
  title: string
  close: string
  /** Hides the Close button where nothing would happen. */
  isClosable: boolean
}

/** A window under a bar with its name, and a button that closes it. */
export interface Panel<Root extends HTMLElement> {
  element: Root
  window: HTMLElementTagNameMap['crm-chat-window']
  show: (content: PanelContent) => void
}

/** Rules for slots. They are no boxes. */
export const panelRules = '.cc-root slot { display: contents } slot[hidden] { display: none }'

const titleId = 'panel-title'

/** Builds a panel around an element that is already there. */
export function createPanel<Root extends HTMLElement>(
  element: Root,
  { kind, onClose }: CreatePanelParameters,
): Panel<Root> {
  const title = createNode('h2', { part: 'title', class: 'cc-title', id: titleId })
  const closeText = createNode('span', { class: 'cc-spoken' })
  const attributes = { part: 'close', class: 'cc-button cc-close', type: 'button', click: onClose }
  const close = createNode('button', attributes, createIcon('close'), closeText)
  // Names itself after the panel: one name, and one heading.
  const window = createNode('crm-chat-window', { exportparts: 'window', unnamed: '' })
  for (const name of slotNames) window.append(createNode('slot', { name, slot: name }))
  setAttributes(element, { part: 'panel', 'data-kind': kind, 'aria-labelledby': titleId })
  element.append(
    createNode('div', { part: 'bar', class: 'cc-bar' }, title, createNode('slot', { name: 'actions' })),
    createNode('div', { part: 'body', class: 'cc-body' }, window),
  )
  return {
    element,
    window,
    show: (content) => {
      title.textContent = content.title
      closeText.textContent = content.close
      setAttributes(window, { ...content.window, label: content.title })
      window.labels = content.labels
      if (!content.isClosable) close.remove()
      else if (close.parentNode !== element) element.append(close) // Once: it keeps the focus, and a press that has begun.
    },
  }
}
