import type { ChatLabels, ChatWindowState } from '@crm-chat/core'
import { createNode, setAttributes } from '../createNode.ts'

/** Content of a window. */
export interface WindowViewState {
  state: ChatWindowState
  label: string
  labels: ChatLabels
  offline: boolean
  onRetry: () => void
  onShowHere: () => void
}

/** The inside of a window element. */
export interface WindowView {
  /** Holds the frame. It is never taken out again, because that would reload the frame. */
  container: HTMLElement
  show: (state: WindowViewState) => void
}

/** Builds the inside of a window element. */
export function createWindowView(root: ShadowRoot): WindowView {
  const container = createNode('div', { class: 'cc-frame' })
  const offlineNotice = createNode('p', { class: 'cc-offline', role: 'status' })
  const stage = createNode('div', { class: 'cc-stage' }, container)
  const section = createNode('section', { part: 'window', class: 'cc-root cc-window' }, offlineNotice, stage)
  root.append(section)
  let doubt: Element | undefined
  let drawn: Element[] = []
  let drawnContent = ''
  return {
    container,
    show: (view) => {
      const busy = String(isOpening(view.state))
      setAttributes(section, { 'aria-label': view.label, 'aria-busy': busy, 'data-status': view.state.status })
      offlineNotice.textContent = view.offline ? view.labels.offline : ''
      const content = JSON.stringify([view.state, view.labels])
      if (content === drawnContent) return // A button keeps its focus, and a press that has begun.
      drawnContent = content
      for (const node of drawn) node.remove()
      drawn = drawState(view)
      stage.append(...drawn)
      doubt?.remove()
      doubt = drawDoubt(view)
      if (doubt) section.append(doubt)
    },
  }
}

const isOpening = ({ status }: ChatWindowState): boolean => status === 'idle' || status === 'loading'

/** A way out for a frame that may show an error instead of the messenger. */
function drawDoubt({ state, labels, onRetry }: WindowViewState): Element | undefined {
  if (state.status !== 'ready' || state.confirmed) return undefined
  return createNode('button', { class: 'cc-button cc-doubt', type: 'button', click: onRetry }, labels.doubt)
}

function drawState({ state, labels, onRetry, onShowHere }: WindowViewState): Element[] {
  if (state.status === 'ready') return []
  if (state.status === 'elsewhere') return [drawElsewhere({ labels, onShowHere })]
  if (state.status === 'error') return [drawError({ state, labels, onRetry })]
  const spoken = createNode('span', { class: 'cc-spoken' }, labels.loading)
  const boxes = Array.from({ length: 5 }, () => createNode('i'))
  const skeleton = createNode('div', { class: 'cc-skeleton', 'aria-hidden': 'true' }, ...boxes)
  return [createNode('div', { class: 'cc-loading', role: 'status' }, spoken, skeleton)]
}

function drawElsewhere({ labels, onShowHere }: Pick<WindowViewState, 'labels' | 'onShowHere'>): Element {
  const show = { class: 'cc-button cc-retry', type: 'button', click: onShowHere }
  return createNode(
    'div',
    { class: 'cc-failure' },
    createNode('p', { class: 'cc-failure-reason' }, labels.elsewhere),
    createNode('button', show, labels.showHere),
  )
}

/** The reason why a window did not open, with a button to try again. */
function drawError({
  state: { code, reason, message, retryable, requestId, help },
  labels,
  onRetry,
}: {
  state: Extract<ChatWindowState, { status: 'error' }>
  labels: ChatLabels
  onRetry: () => void
}): Element {
  const retry = { class: 'cc-button cc-retry', type: 'button', 'data-retryable': String(retryable), click: onRetry }
  const failure = createNode(
    'div',
    { class: 'cc-failure', role: 'alert' },
    createNode('span', { class: 'cc-failure-emblem', 'aria-hidden': 'true' }),
    createNode('p', { class: 'cc-failure-title' }, labels.failed),
    createNode('p', { class: 'cc-failure-reason' }, labels.errors[code] ?? reason),
    ...(code === 'invalid_request' ? [createNode('code', { class: 'cc-failure-detail' }, message)] : []),
    createNode('button', retry, labels.retry),
  )
  if (help) {
    const link = { class: 'cc-failure-help', href: help, target: '_blank', rel: 'noreferrer' }
    failure.append(createNode('a', link, labels.help))
  }
  if (requestId) failure.append(createNode('p', { class: 'cc-failure-request' }, `${labels.requestId} ${requestId}`))
  return failure
}
