import type { ReactNode } from 'react'
import { mayChangeOwner } from '../../api/role.ts'
import { useUser } from '../session/users.ts'
import { Select } from '../ui/Select.tsx'
import { useWords } from '../words/speech.ts'
import type { ItemKind } from './itemKeys.ts'
import { useChangeOwner } from './itemMutations.ts'
import { useOwners } from './OwnerSelect.tsx'
import { UserName } from './UserName.tsx'

/** The user who is responsible for an item. Those who may give it to another user do it here. */
export function OwnerFact({ kind, id, ownerId }: { kind: ItemKind; id: string; ownerId: string }): ReactNode {
  const words = useWords()
  const me = useUser()
  const owners = useOwners()
  const changeOwner = useChangeOwner(kind)
  return (
    <div className="grid min-h-9 grid-cols-[7.5rem_minmax(0,1fr)] items-center gap-2 pointer-coarse:min-h-11">
      <dt className="text-soft">{words.owner.label}</dt>
      <dd className="min-w-0">
        {me && mayChangeOwner(me.role) ? (
          <Select
            aria-label={words.owner.label}
            value={changeOwner.isPending ? changeOwner.variables.responsibleUserId : ownerId}
            choices={owners}
            onChange={(event) => changeOwner.mutate({ ids: [id], responsibleUserId: event.target.value })}
          />
        ) : (
          <UserName id={ownerId} hasAvatar />
        )}
      </dd>
    </div>
  )
}
