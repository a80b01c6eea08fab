import type { Announcements } from '@dnd-kit/core'
import type { Words } from '../../words/en.ts'
import type { Formats } from '../../words/formats.ts'
import { isolate } from '../../words/isolate.ts'
import { type Columns, findCard } from './columns.ts'
import { useDrag } from './dragState.ts'

/**
 * Creates what screen readers say while a card is moved: each place by keyboard, and each column by a pointer, which passes
 * many places.
 */
export function createAnnouncements({
  columns,
  words,
  formats,
}: {
  columns: Columns
  words: Words
  formats: Formats
}): Announcements {
  let at = ''

  function tellPlace(): string {
    const { deal, place } = useDrag.getState()
    if (!place) return at
    return words.board.place({
      stage: words.stages[place.stage],
      place: formats.number(place.index + 1),
      count: formats.number((columns.get(place.stage)?.total ?? 0) + Number(deal?.stage !== place.stage)),
    })
  }

  function tellMove(): string | undefined {
    const { isByKeyboard, place } = useDrag.getState()
    const before = at
    at = tellPlace()
    const isNews = isByKeyboard ? at !== before : place !== null && !before.startsWith(words.stages[place.stage])
    return isNews ? at : undefined
  }

  function titleOf(id: string | number): string {
    return isolate(findCard(columns, String(id))?.deal.title ?? '')
  }

  return {
    onDragStart({ active }) {
      at = tellPlace()
      return words.board.pickedUp({ title: titleOf(active.id), at })
    },
    onDragMove: tellMove,
    onDragOver: () => undefined,
    onDragEnd: ({ active }) => words.board.dropped({ title: titleOf(active.id), at }),
    onDragCancel: ({ active }) => words.board.putBack(titleOf(active.id)),
  }
}
