import { createIcon } from '../createIcon.ts'
import { createNode } from '../createNode.ts'

/** What a launcher shows. */
export interface LauncherViewState {
  isOpen: boolean
  endpoint: string | null
  heading: string
  openLabel: string
  closeLabel: string
}

/** The inside of a launcher element. */
export interface LauncherView {
  toggle: HTMLElement
  panel: HTMLElement
  show: (state: LauncherViewState) => void
}

/** Parameters of {@link createLauncherView}. */
export interface LauncherViewParameters {
  root: ShadowRoot
  onToggle: () => void
  onClose: () => void
}

/** Builds the inside of a launcher element. The chat window joins it when it is first opened. */
export function createLauncherView({ root, onToggle, onClose }: LauncherViewParameters): LauncherView {
  const title = createNode('span')
  const close = createNode('button', { class: 'close', attributes: { type: 'button' }, onClick: onClose }, [
    createIcon({ name: 'close' }),
  ])
  const panel = createNode('div', { class: 'panel', attributes: { id: 'panel', role: 'dialog', tabindex: '-1' } }, [
    createNode('div', { class: 'bar' }, [title, close]),
  ])
  const spoken = createNode('span', { class: 'spoken' })
  const badge = document.createElement('crm-chat-badge')
  const window = document.createElement('crm-chat-window')
  window.setAttribute('bare', '')
  const attributes = { type: 'button', 'aria-haspopup': 'dialog', 'aria-controls': 'panel' }
  const toggle = createNode('button', { class: 'toggle', attributes, onClick: onToggle })
  root.append(panel, toggle)
  listenForEscape({ root, panel, onClose })
  return {
    toggle,
    panel,
    show: (state) => {
      for (const element of [badge, window]) setEndpoint({ element, endpoint: state.endpoint })
      title.textContent = state.heading
      panel.setAttribute('aria-label', state.heading)
      window.setAttribute('label', state.heading)
      close.setAttribute('aria-label', state.closeLabel)
      spoken.textContent = state.isOpen ? state.closeLabel : `${state.openLabel} `
      toggle.setAttribute('aria-expanded', String(state.isOpen))
      const icon = createIcon(state.isOpen ? { name: 'close' } : { name: 'chat', filled: true })
      toggle.replaceChildren(icon, spoken, ...(state.isOpen ? [] : [badge]))
      panel.inert = !state.isOpen
      if (state.isOpen && !window.isConnected) panel.append(window)
    },
  }
}

function setEndpoint({ element, endpoint }: { element: Element; endpoint: string | null }): void {
  if (endpoint === null) element.removeAttribute('endpoint')
  else element.setAttribute('endpoint', endpoint)
}

/** Only inside the panel and on the button: the CRM's own dialogs use Escape too. */
function listenForEscape({
  root,
  panel,
  onClose,
}: {
  root: ShadowRoot
  panel: HTMLElement
  onClose: () => void
}): void {
  root.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || event.key !== 'Escape' || event.defaultPrevented || panel.inert) return
    event.preventDefault()
    onClose()
  })
}
