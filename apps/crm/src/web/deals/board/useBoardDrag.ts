import {
  type DndContextProps,
  type DragMoveEvent,
  type KeyboardCoordinateGetter,
  KeyboardSensor,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { useMemo } from 'react'
import { type Deal, dealStages } from '../../../api/deal.ts'
import { useFormats, useWords } from '../../words/speech.ts'
import type { BoardActions } from './boardActions.ts'
import { type Columns, cardsWithout, findCard } from './columns.ts'
import { createAnnouncements } from './createAnnouncements.ts'
import { focusCard, holdOver, letGo, pickUp, useDrag } from './dragState.ts'
import { type Place, stepPlace, toDirection } from './place.ts'

/** Moves cards on the board by mouse, touch and keyboard, with announcements: props for the context of dnd-kit. */
export function useBoardDrag({ columns, move }: { columns: Columns; move: BoardActions['move'] }): DndContextProps {
  const words = useWords()
  const formats = useFormats()
  const announcements = useMemo(() => createAnnouncements({ columns, words, formats }), [columns, words, formats])
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
    useSensor(KeyboardSensor, {
      coordinateGetter: (event) => handleKey(event, columns),
      keyboardCodes: { start: ['Space'], cancel: ['Escape'], end: ['Space', 'Enter'] },
      scrollBehavior: 'auto',
    }),
  )

  function drop(deal: Deal, from: Place, place: Place): void {
    if (from.stage === place.stage && from.index === place.index) return
    const above = ({ stage, index }: Place) => cardsWithout(columns, stage, deal.id)[index - 1]?.id ?? null
    const back = { stage: from.stage, afterId: above(from) }
    move({ deal, stage: place.stage, afterId: above(place), back })
  }

  return {
    sensors,
    collisionDetection: pointerWithin,
    onDragStart({ active, activatorEvent }) {
      const card = findCard(columns, String(active.id))
      if (card) pickUp({ ...card, isByKeyboard: activatorEvent instanceof KeyboardEvent })
    },
    onDragMove(event) {
      if (!useDrag.getState().isByKeyboard) holdOver(placeUnder(event, columns))
    },
    onDragEnd() {
      const { deal, isByKeyboard, from, place } = useDrag.getState()
      letGo()
      if (!deal || !from) return
      if (place) drop(deal, from, place)
      if (isByKeyboard) focusCard(deal.id)
    },
    onDragCancel({ active }) {
      const { isByKeyboard } = useDrag.getState()
      letGo()
      if (isByKeyboard) focusCard(String(active.id))
    },
    accessibility: { restoreFocus: false, screenReaderInstructions: { draggable: words.board.keys }, announcements },
  }
}

/** Moves the place by an arrow key. @returns the corner of the new place. */
function handleKey(event: KeyboardEvent, columns: Columns): ReturnType<KeyboardCoordinateGetter> {
  const direction = toDirection({ key: event.key, isRtl: document.documentElement.dir === 'rtl' })
  const { deal, from, place } = useDrag.getState()
  if (!direction || !deal || !from || !place) return undefined
  event.preventDefault()
  const lastIndexOf = (stage: Place['stage']) =>
    columns.has(stage) ? cardsWithout(columns, stage, deal.id).length : undefined
  const next = stepPlace({ place, direction, lastIndexOf })
  if (!next) return undefined
  holdOver(next)
  return columns.get(next.stage)?.reveal(next.index)
}

/** The place under a card that is dragged by a pointer. */
function placeUnder({ active, over }: DragMoveEvent, columns: Columns): Place | null {
  const stage = dealStages.find((each) => each === over?.id)
  const column = stage && columns.get(stage)
  const rect = active.rect.current.translated
  if (!column || !rect) return null
  const above = column.deals().slice(0, column.indexAt(rect.top + rect.height / 2))
  return { stage, index: above.filter(({ id }) => id !== active.id).length }
}
