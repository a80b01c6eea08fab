import { Trash2, UserRoundPen, X } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { mayChangeOwner } from '../../api/role.ts'
import { useUser } from '../session/users.ts'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Menu } from '../ui/Menu.tsx'
import { selectRows, useSelection } from '../ui/selection.ts'
import { useWords } from '../words/speech.ts'
import type { ItemKind } from './itemKeys.ts'
import { useChangeOwner, useDeleteItems } from './itemMutations.ts'
import { useOwners } from './OwnerSelect.tsx'

/** Actions for the selected rows of a list, as long as there are any. */
export function BulkBar({ kind, children }: { kind: ItemKind; children?: ReactNode }): ReactNode {
  const words = useWords()
  const me = useUser()
  const owners = useOwners()
  const ids = [...useSelection((selection) => selection.ids)]
  const deleteItems = useDeleteItems(kind)
  const changeOwner = useChangeOwner(kind)
  useEffect(() => () => selectRows([]), [])
  if (ids.length === 0) return null
  const items = owners.map(({ value, label }) => ({
    label,
    onSelect: () => changeOwner.mutate({ ids, responsibleUserId: value }, { onSuccess: () => selectRows([]) }),
  }))
  return (
    <div
      role="toolbar"
      aria-label={words.table.selected(ids.length)}
      className="fixed inset-x-3 bottom-[calc(0.75rem+var(--bottom-bar,0px))] z-10 mx-auto flex w-fit max-w-full flex-wrap items-center gap-1.5 rounded-xl border border-line bg-raised p-1.5 ps-3.5 text-ink shadow-float"
    >
      <span className="me-2 font-medium tabular-nums">{words.table.selected(ids.length)}</span>
      {me && mayChangeOwner(me.role) && (
        <Menu items={items}>
          {(trigger) => (
            <Button {...trigger}>
              <UserRoundPen aria-hidden className="size-4" />
              {words.owner.change}
            </Button>
          )}
        </Menu>
      )}
      {children}
      <Button
        onClick={() => {
          selectRows([])
          deleteItems.mutate(ids)
        }}
      >
        <Trash2 aria-hidden className="size-4" />
        {words.delete}
      </Button>
      <IconButton icon={X} label={words.table.clearSelection} onClick={() => selectRows([])} />
    </div>
  )
}
