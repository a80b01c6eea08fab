import type { ReactNode } from 'react'
import { mayWrite, seesAll } from '../../api/role.ts'
import { OwnerFilter } from '../items/OwnerSelect.tsx'
import { useUrlFilters } from '../items/useUrlFilters.ts'
import { useUser } from '../session/users.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Segments } from '../ui/Segments.tsx'
import { useWords } from '../words/speech.ts'
import { NewTaskLine } from './NewTaskLine.tsx'
import { TaskGroups } from './TaskGroups.tsx'

/** The tasks by their due time. Managers see the tasks of all, and their own first. */
export function TasksPage(): ReactNode {
  const words = useWords()
  const me = useUser()
  const { values, set } = useUrlFilters(['ownerId', 'status'])
  const isDone = values.status === 'done'
  const ownerId = values.ownerId || (me?.id ?? '')
  return (
    <>
      <PageHeader title={words.nav.tasks}>
        {me && seesAll(me.role) && (
          <OwnerFilter
            value={ownerId === 'all' ? '' : ownerId}
            onChange={(id) => set({ ownerId: id === '' ? 'all' : id })}
          />
        )}
        <Segments
          label={words.tasks.show}
          chosen={isDone ? 'done' : 'open'}
          onChoose={(status) => set({ status: status === 'done' ? 'done' : '' })}
          choices={[
            { value: 'open', label: words.tasks.openTab },
            { value: 'done', label: words.tasks.finishedTab },
          ]}
        />
      </PageHeader>
      <div className="max-w-3xl px-4 pb-16 sm:px-5">
        {me && mayWrite(me.role) && !isDone && <NewTaskLine />}
        <TaskGroups status={isDone ? 'done' : 'open'} ownerId={ownerId === 'all' ? undefined : ownerId} />
      </div>
    </>
  )
}
