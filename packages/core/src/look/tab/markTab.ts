import type { UnansweredState } from '../../unanswered/unansweredState.ts'
import { onPage } from '../onPage.ts'
import { markApp } from './markApp.ts'
import { markIcon } from './markIcon.ts'
import { markTitle } from './markTitle.ts'
import type { RunningTabBadge } from './tabBadge.ts'
import type { TabMark, TabPlace } from './tabMark.ts'

const places: Record<string, () => TabPlace> = { title: markTitle, icon: markIcon, app: markApp }

/** Marks the tab. Of several tab badges in a page, the first one does. */
export function markTab(badge: RunningTabBadge): void {
  const waiting = onPage('tabBadges', () => [] as Mark[])
  const mark: Mark = { start: () => start(badge) }
  waiting.push(mark)
  if (waiting[0] === mark) mark.end = mark.start()
  badge.signal.addEventListener('abort', () => {
    const [first] = waiting
    waiting.splice(waiting.indexOf(mark), 1)
    mark.end?.()
    const [next] = waiting
    if (next && next !== first) next.end = next.start()
  })
}

interface Mark {
  start: () => () => void
  end?: () => void
}

function start({ chat, places: names = 'title icon app', max }: RunningTabBadge): () => void {
  const marked = names.split(' ').flatMap((name) => places[name]?.() ?? [])
  let cancel = (): void => undefined
  const show = (state: UnansweredState): void => {
    const mark = toTabMark({ state, max })
    cancel()
    const draw = (): void => {
      for (const { show } of marked) show(mark)
    }
    if (mark.text === '–') cancel = chat.clock.after(unknownMs, draw)
    else draw()
  }
  const unsubscribe = chat.unanswered.subscribe(show)
  show(chat.unanswered.getState())
  return () => {
    cancel()
    unsubscribe()
    for (const { end } of marked) end()
  }
}

/** A number that comes in time is not preceded by a sign of its absence. */
const unknownMs = 2000

function toTabMark({ state, max = 99 }: { state: UnansweredState; max?: number | undefined }): TabMark {
  if (!('count' in state)) return { text: state.status === 'error' ? '!' : '–', tone: null, isLive: false }
  const { count, tone, status } = state
  const isLive = status === 'live'
  const number = count > max ? `${max}+` : `${count}`
  return { text: count === 0 ? '' : isLive ? number : `${number}?`, count, tone, isLive }
}
