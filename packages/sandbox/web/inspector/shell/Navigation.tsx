import { useEffect, useRef } from 'react'
import { AccountSwitcher } from '../accounts/AccountSwitcher.tsx'
import { type PanelId, panels } from './panels.ts'

interface NavigationProps {
  current: PanelId
  /** Counts shown beside the panels' names. */
  counts: Partial<Record<PanelId, number>>
}

/** Links to the panels: a column on wide screens, a strip on narrow ones. */
export function Navigation({ current, counts }: NavigationProps) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.querySelector(`[href="#/${current}"]`)?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [current])
  return (
    <header className="flex shrink-0 flex-col border-line bg-surface max-wide:border-b wide:w-52 wide:border-r">
      <Brand />
      <nav aria-label="Inspector" className="scroll-quiet overflow-x-auto wide:grow wide:overflow-y-auto">
        <ul ref={list} className="flex gap-0.5 px-2 pb-2 wide:flex-col">
          {panels.map(({ id, name, icon: Icon }) => (
            <li key={id}>
              <a
                href={`#/${id}`}
                aria-current={current === id ? 'page' : undefined}
                className="flex h-9 items-center gap-2.5 rounded-lg px-3 font-medium whitespace-nowrap text-muted -outline-offset-2 hover:bg-hover hover:text-ink aria-[current]:bg-selected aria-[current]:text-ink"
              >
                <Icon aria-hidden="true" className="size-4 shrink-0" />
                {name}
                <Count value={counts[id] ?? 0} />
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}

function Brand() {
  return (
    <div className="flex items-center gap-2.5 px-4 pt-3.5 pb-2.5 max-wide:px-3 wide:flex-wrap wide:pt-4 wide:pb-3">
      <span aria-hidden="true" className="grid size-7 place-items-center rounded-lg bg-accent text-on-accent">
        <span className="size-3 rounded-full rounded-bl-none border-2 border-current" />
      </span>
      <h1 className="grow text-[15px] font-semibold tracking-tight">Sandbox</h1>
      <div className="min-w-0 wide:-mx-2 wide:w-full wide:basis-[calc(100%+1rem)]">
        <AccountSwitcher />
      </div>
    </div>
  )
}

function Count({ value }: { value: number }) {
  if (value === 0) return null
  return (
    <span className="ml-auto rounded-full bg-alert-soft px-1.5 text-xs leading-5 font-semibold text-alert-ink tabular-nums">
      {value}
    </span>
  )
}
