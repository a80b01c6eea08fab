import type { ChatLabels, ChatWindowState } from '@crm-chat/core'
import { createNode } from '../createNode.ts'
import { createFailure } from './createFailure.ts'
import { createSkeleton } from './createSkeleton.ts'

/** What a view shows. */
export interface WindowViewState {
  state: ChatWindowState
  labels: ChatLabels
  offline: boolean
  withList: boolean
  onRetry: () => void
}

/** The inside of a window element. */
export interface WindowView {
  /** Where the frame goes. It is never taken out again, because that would reload the frame. */
  container: HTMLElement
  show: (state: WindowViewState) => void
}

/** Builds the inside of a window element. */
export function createWindowView(root: ShadowRoot): WindowView {
  const container = createNode('div', { class: 'frame' })
  const overlay = createNode('div')
  const offlineNotice = createNode('p', { class: 'offline', attributes: { role: 'status', hidden: '' } })
  root.append(container, overlay, offlineNotice)
  return {
    container,
    show: (view) => {
      overlay.replaceChildren(...drawState(view))
      offlineNotice.hidden = !view.offline
      offlineNotice.textContent = view.offline ? view.labels.offline : ''
    },
  }
}

function drawState({ state, labels, withList, onRetry }: WindowViewState): Node[] {
  if (state.status === 'ready') return []
  if (state.status === 'error') return [createFailure({ state, labels, onRetry })]
  return [createSkeleton({ label: labels.loading, withList })]
}
