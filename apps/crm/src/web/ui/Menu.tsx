import type { LucideIcon } from 'lucide-react'
import { type ComponentProps, type KeyboardEvent, type ReactNode, useEffect } from 'react'
import { moveFocus } from './moveFocus.ts'
import { usePopover } from './usePopover.ts'

/** An entry of a {@link Menu}. */
export interface MenuItem {
  label: string
  icon?: LucideIcon
  isDanger?: boolean
  onSelect: () => void
}

/** Props of {@link Menu}. */
export interface MenuProps {
  items: MenuItem[]
  /** Draws the button. It must pass on the props. */
  children: (trigger: ComponentProps<'button'>) => ReactNode
}

/** A button with a menu of actions. Arrow keys, Home and End move in it. */
export function Menu({ items, children }: MenuProps): ReactNode {
  const { isOpen, close, trigger, panel } = usePopover()
  useEffect(() => {
    if (isOpen) requestAnimationFrame(() => entriesOf(panel.ref.current)[0]?.focus())
  }, [isOpen, panel.ref])
  const handleKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') close()
    else if (moveFocus({ items: entriesOf(panel.ref.current), key: event.key })) event.preventDefault()
  }
  return (
    <>
      {children({ ...trigger, 'aria-haspopup': 'menu' })}
      <div
        {...panel}
        role="menu"
        onKeyDown={handleKeyDown}
        className="fixed m-0 min-w-44 rounded-lg border border-line bg-raised p-1 text-ink shadow-float"
      >
        {isOpen && items.map((item) => <MenuEntry key={item.label} item={item} onClose={close} />)}
      </div>
    </>
  )
}

function MenuEntry({ item, onClose }: { item: MenuItem; onClose: () => void }): ReactNode {
  const { label, icon: Icon, isDanger = false, onSelect } = item
  const handleClick = (): void => {
    onClose()
    onSelect()
  }
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      onClick={handleClick}
      className={`flex h-8 w-full items-center gap-2 rounded-md px-2.5 text-start font-medium hover:bg-sunken focus-visible:bg-sunken pointer-coarse:h-11 ${isDanger ? 'text-danger' : ''}`}
    >
      {Icon && <Icon aria-hidden className="size-4 opacity-70" />}
      {label}
    </button>
  )
}

function entriesOf(panel: HTMLElement | null): HTMLElement[] {
  return [...(panel?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
}
