import {
  ArrowRightLeft,
  CircleCheck,
  CirclePlus,
  FileUp,
  type LucideIcon,
  MessageCircle,
  Pencil,
  Reply,
  RotateCcw,
  Trash2,
  UserRoundPen,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { ActivityAction, ActivityChange, ActivityEntry, ActivityMessage } from '../../api/activity.ts'
import { dealStages } from '../../api/deal.ts'
import { useUserName } from '../items/UserName.tsx'
import type { Words } from '../words/en.ts'
import { isolate } from '../words/isolate.ts'
import { useFormats, useWords } from '../words/speech.ts'

/** An entry of the activity feed. */
export function ActivityLine({ entry }: { entry: ActivityEntry }): ReactNode {
  const formats = useFormats()
  const isMessage = entry.type === 'message'
  const Icon = isMessage ? (entry.isFromCustomer ? MessageCircle : Reply) : icons[entry.action]
  return (
    <li className="relative flex gap-3 pb-3.5 before:absolute before:start-3.25 before:top-7 before:bottom-0 before:w-px before:bg-line last:before:hidden">
      <span
        className={`grid size-6.5 shrink-0 place-items-center rounded-full ${isMessage && entry.isFromCustomer ? 'bg-accent-soft text-accent-strong' : 'bg-sunken text-soft'}`}
      >
        <Icon aria-hidden className="size-3.5 rtl:-scale-x-100" />
      </span>
      <div className="min-w-0 flex-1 pt-0.5 leading-5">
        {isMessage ? <MessageText entry={entry} /> : <ChangeText entry={entry} />}
      </div>
      <time
        dateTime={new Date(entry.at).toISOString()}
        title={formats.dateTime(entry.at)}
        className="shrink-0 pt-0.5 text-xs leading-5 text-soft"
      >
        {formats.relative(entry.at)}
      </time>
    </li>
  )
}

const icons: Record<ActivityAction, LucideIcon> = {
  created: CirclePlus,
  imported: FileUp,
  changed: Pencil,
  ownerChanged: UserRoundPen,
  moved: ArrowRightLeft,
  finished: CircleCheck,
  reopened: RotateCcw,
  deleted: Trash2,
  restored: RotateCcw,
}

function MessageText({ entry: { contact, text, isFromCustomer } }: { entry: ActivityMessage }): ReactNode {
  const words = useWords()
  return (
    <>
      <p className="text-[0.8125rem] text-soft">
        {isFromCustomer ? words.activity.wrote(isolate(contact)) : words.activity.wroteTo(isolate(contact))}
      </p>
      <p dir="auto" className="line-clamp-3 wrap-anywhere">
        {text || words.waiting.file}
      </p>
    </>
  )
}

function ChangeText({ entry }: { entry: ActivityChange }): ReactNode {
  const words = useWords()
  const by = useUserName(entry.userId)
  const to = useUserName(entry.to ?? '')
  const { action, itemKind, itemName } = entry
  const item = words.activity.items[itemKind]
  return (
    <>
      <p className="wrap-anywhere">{words.activity.did[action]({ by: isolate(by), item, name: isolate(itemName) })}</p>
      <p className="text-[0.8125rem] text-soft">{toDetail({ entry, words, to })}</p>
    </>
  )
}

function toDetail({ entry, words, to }: { entry: ActivityChange; words: Words; to: string }): string {
  const stage = dealStages.find((each) => each === entry.to)
  if (entry.action === 'moved' && stage) return words.activity.to(words.stages[stage])
  if (entry.action === 'ownerChanged') return words.activity.to(isolate(to))
  return words.listOf(entry.fields.map((field) => words.activity.fields[field] ?? field))
}
