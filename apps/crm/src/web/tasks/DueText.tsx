import type { ReactNode } from 'react'
import { useFormats, useWords } from '../words/speech.ts'
import { toDueGroup } from './toDueGroup.ts'

/** The day on which a task is due; red when that is over. */
export function DueText({ dueAt }: { dueAt: number }): ReactNode {
  const words = useWords()
  const formats = useFormats()
  const group = toDueGroup({ dueAt, now: Date.now() })
  return (
    <time
      dateTime={new Date(dueAt).toISOString()}
      title={formats.dateTime(dueAt)}
      className={`whitespace-nowrap tabular-nums ${group === 'overdue' ? 'font-medium text-danger' : 'text-soft'}`}
    >
      {group === 'overdue' && <span className="sr-only">{words.tasks.groups.overdue}: </span>}
      {group === 'today' ? words.tasks.groups.today : formats.date(dueAt)}
    </time>
  )
}
