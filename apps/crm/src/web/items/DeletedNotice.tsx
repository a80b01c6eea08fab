import type { ReactNode } from 'react'
import type { Item } from '../../api/item.ts'
import { Button } from '../ui/Button.tsx'
import { useFormats, useWords } from '../words/speech.ts'
import type { ItemKind } from './itemKeys.ts'
import { useRestoreItems } from './itemMutations.ts'

/** Says on a card that the item was deleted, and brings it back. */
export function DeletedNotice({ kind, item: { id, deletedAt } }: { kind: ItemKind; item: Item }): ReactNode {
  const words = useWords()
  const formats = useFormats()
  const restore = useRestoreItems(kind)
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2 rounded-lg bg-warning-soft px-3 py-2 text-warning">
      <p className="me-auto">{words.card.deleted(formats.dateTime(deletedAt ?? 0))}</p>
      <Button onClick={() => restore.mutate([id])} disabled={restore.isPending}>
        {words.card.restore}
      </Button>
    </div>
  )
}
