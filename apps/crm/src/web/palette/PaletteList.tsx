import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '../words/speech.ts'
import type { PaletteGroup, PaletteResult } from './usePaletteResults.ts'

/** Props of {@link PaletteList}. */
export interface PaletteListProps {
  groups: readonly PaletteGroup[]
  /** Place of the chosen result among those of all groups. */
  chosen: number
  onOpen: (result: PaletteResult) => void
}

/** The results of the search, by kind. */
export function PaletteList({ groups, chosen, onOpen }: PaletteListProps): ReactNode {
  const words = useWords()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector(`#palette-${chosen}`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const starts = groups.map((_, index) => groups.slice(0, index).reduce((sum, { results }) => sum + results.length, 0))
  return (
    <div
      ref={list}
      id="palette-results"
      role="listbox"
      aria-label={words.palette.title}
      className="max-h-[min(26rem,55dvh)] overflow-y-auto p-1.5"
    >
      {groups.map(({ label, results }, group) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset.
        <div key={label} role="group" aria-label={label}>
          <p aria-hidden className="px-2.5 pt-2 pb-1 text-xs font-medium text-soft">
            {label}
          </p>
          {results.map((result, index) => (
            <ResultLine
              key={result.path}
              id={`palette-${(starts[group] ?? 0) + index}`}
              result={result}
              isChosen={(starts[group] ?? 0) + index === chosen}
              onOpen={onOpen}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

interface ResultLineProps extends Pick<PaletteListProps, 'onOpen'> {
  id: string
  result: PaletteResult
  isChosen: boolean
}

function ResultLine({ id, result, isChosen, onOpen }: ResultLineProps): ReactNode {
  const { label, about, icon: Icon } = result
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus, and the keys.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      onClick={() => onOpen(result)}
      className="flex h-9 cursor-pointer items-center gap-2.5 rounded-md border border-transparent px-2.5 hover:bg-sunken aria-selected:bg-accent-soft aria-selected:text-accent-strong forced-colors:aria-selected:border-[Highlight] pointer-coarse:h-11"
    >
      <Icon aria-hidden className="size-4 shrink-0 opacity-70" />
      <bdi className="truncate font-medium">{label}</bdi>
      <bdi className="ms-auto truncate text-soft">{about}</bdi>
    </div>
  )
}
