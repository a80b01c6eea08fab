import { type KeyboardEvent, type ReactNode, useId } from 'react'

/** A tab of {@link Tabs}. */
export interface Tab<Name extends string> {
  name: Name
  label: ReactNode
}

/** Props of {@link Tabs}. */
export interface TabsProps<Name extends string> {
  label: string
  tabs: readonly Tab<Name>[]
  chosen: Name
  onChoose: (name: Name) => void
  /** The chosen tab's panel. */
  children: ReactNode
  className?: string
}

/** Tabs over one panel. Arrow keys move between them. */
export function Tabs<Name extends string>({
  label,
  tabs,
  chosen,
  onChoose,
  children,
  className = '',
}: TabsProps<Name>): ReactNode {
  const id = useId()
  const handleKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl'
    const step = { ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1 }[event.key]
    const next = step && tabs.at((tabs.findIndex(({ name }) => name === chosen) + step) % tabs.length)
    if (!next) return
    event.preventDefault()
    onChoose(next.name)
    document.getElementById(`${id}-${next.name}`)?.focus()
  }
  return (
    <div className={className}>
      <div role="tablist" aria-label={label} onKeyDown={handleKeyDown} className="flex gap-4 border-b border-line">
        {tabs.map((tab) => (
          <button
            key={tab.name}
            id={`${id}-${tab.name}`}
            type="button"
            role="tab"
            aria-selected={tab.name === chosen}
            aria-controls={`${id}-panel`}
            tabIndex={tab.name === chosen ? 0 : -1}
            onClick={() => onChoose(tab.name)}
            className="-mb-px flex h-9 items-center gap-1.5 border-b-2 border-transparent font-medium text-soft hover:text-ink forced-colors:border-[Canvas] aria-selected:border-accent forced-colors:aria-selected:border-[Highlight] aria-selected:text-ink pointer-coarse:h-11"
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${chosen}`}>
        {children}
      </div>
    </div>
  )
}
