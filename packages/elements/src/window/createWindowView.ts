import type { ChatWindowState, KitWords } from '@crm-chat/core'
import { toReason } from '@crm-chat/core/client'
import { createNode, setAttributes } from '../createNode.ts'
import { createSlots, type SlotName } from './slots.ts'

/** Content of a window. */
export interface WindowViewState {
  state: ChatWindowState
  /** Null where something around it has the name. */
  label: string | null
  /** Direction that the host wants. @default that of the words */
  dir: string | null
  words: KitWords
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

/** Builds the inside of a window element. `onSlot` is called when the page fills or empties a slot. */
export function createWindowView({ root, onSlot }: { root: ShadowRoot; onSlot: () => void }): WindowView {
  const container = createNode('div', { class: 'cc-frame' })
  const offlineNotice = createNode('p', { class: 'cc-offline', role: 'status' })
  const slots = createSlots(onSlot)
  const stage = createNode('div', { class: 'cc-stage' }, container, ...slots.elements)
  const section = createNode('section', { part: 'window', class: 'cc-root cc-window' }, offlineNotice, stage)
  root.append(section)
  let doubt: Element | undefined
  let drawn: Element[] = []
  let drawnContent = ''
  return {
    container,
    show: (view) => {
      const busy = String(isOpening(view.state))
      const { lang = null, dir = null } = view.words
      setAttributes(section, {
        lang,
        dir: view.dir ?? dir,
        'aria-label': view.label,
        'aria-busy': busy,
        'data-status': view.state.status,
      })
      offlineNotice.textContent = view.offline ? view.words.offline : ''
      const isOwn = slots.show(toSlot(view.state))
      const content = JSON.stringify([view.state, view.words, isOwn])
      if (content === drawnContent) return // A button keeps its focus, and a press that has begun.
      drawnContent = content
      for (const node of drawn) node.remove()
      drawn = isOwn ? [] : drawState(view)
      stage.append(...drawn)
      doubt?.remove()
      doubt = drawDoubt(view)
      if (doubt) section.append(doubt)
    },
  }
}

function toSlot(state: ChatWindowState): SlotName | undefined {
  if (isOpening(state)) return 'loading'
  return state.status === 'ready' || state.status === 'idle' || state.status === 'loading' ? undefined : state.status
}

const isOpening = ({ status }: ChatWindowState): boolean => status === 'idle' || status === 'loading'

/** A way out for a frame that may show an error instead of the messenger. */
function drawDoubt({ state, words, onRetry }: WindowViewState): Element | undefined {
  if (state.status !== 'ready' || state.confirmed) return undefined
  return createNode('button', { class: 'cc-button cc-doubt', type: 'button', click: onRetry }, words.doubt)
}

function drawState({ state, words, onRetry, onShowHere }: WindowViewState): Element[] {
  if (state.status === 'ready') return []
  if (state.status === 'elsewhere') return [drawElsewhere({ words, onShowHere })]
  if (state.status === 'empty') return [drawEmpty(words)]
  if (state.status === 'error') return [drawError({ state, words, onRetry })]
  const spoken = createNode('span', { class: 'cc-spoken' }, words.loading)
  const boxes = Array.from({ length: 5 }, () => createNode('i'))
  const skeleton = createNode('div', { class: 'cc-skeleton', 'aria-hidden': 'true' }, ...boxes)
  return [createNode('div', { class: 'cc-loading', role: 'status' }, spoken, skeleton)]
}

function drawEmpty({ empty }: KitWords): Element {
  return createNode('div', { class: 'cc-failure' }, createNode('p', { class: 'cc-failure-reason' }, empty))
}

function drawElsewhere({ words, onShowHere }: Pick<WindowViewState, 'words' | 'onShowHere'>): Element {
  const show = { class: 'cc-button cc-retry', type: 'button', click: onShowHere }
  return createNode(
    'div',
    { class: 'cc-failure' },
    createNode('p', { class: 'cc-failure-reason' }, words.elsewhere),
    createNode('button', show, words.showHere),
  )
}

/** The reason why a window did not open, with a button to try again. */
function drawError({
  state,
  words,
  onRetry,
}: {
  state: Extract<ChatWindowState, { status: 'error' }>
  words: KitWords
  onRetry: () => void
}): Element {
  const { code, message, retryable, requestId, help } = state
  const retry = { class: 'cc-button cc-retry', type: 'button', 'data-retryable': String(retryable), click: onRetry }
  const failure = createNode(
    'div',
    { class: 'cc-failure', role: 'alert' },
    createNode('span', { class: 'cc-failure-emblem', 'aria-hidden': 'true' }),
    createNode('p', { class: 'cc-failure-title' }, words.failed),
    createNode('p', { class: 'cc-failure-reason' }, toReason({ state, words })),
    ...(code === 'invalid_request'
      ? [createNode('code', { class: 'cc-failure-detail', lang: 'en', dir: 'ltr' }, message)]
      : []),
    createNode('button', retry, words.retry),
  )
  if (help) {
    const link = { class: 'cc-failure-help', href: help, target: '_blank', rel: 'noreferrer' }
    failure.append(createNode('a', link, words.help))
  }
  if (requestId)
    failure.append(
      createNode('p', { class: 'cc-failure-request' }, `${words.requestId} `, createNode('bdi', {}, requestId)),
    )
  return failure
}
