import { useMutation } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { Problem } from '../../ui/Problem.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { callControl } from '../control/callControl.ts'

/** A fault rule, of requests or webhooks. */
export interface FaultLineProps {
  /** Path in the control API, e.g. `/faults/fault-1`. */
  path: string
  name: string
  description: string
  on: boolean
  seen: number
  hits: number
}

/** A fault rule with its description, hit count and switch. */
export function FaultLine({ path, name, description, on, seen, hits }: FaultLineProps) {
  const set = useMutation({ mutationFn: (next: boolean) => callControl(`PATCH ${path}`, { on: next }) })
  const remove = useMutation({ mutationFn: () => callControl(`DELETE ${path}`) })
  return (
    <li className="flex items-center gap-3 rounded-xl border border-line bg-surface py-2 pr-2 pl-3">
      <Tag tone={hits > 0 && on ? 'bad' : 'plain'}>{hits}</Tag>
      <span className={`min-w-0 grow ${on ? '' : 'text-muted'}`}>
        <span className="block font-medium">{name}</span>
        <span className="block text-xs text-muted wrap-anywhere">{description}</span>
        <span className="block text-xs text-muted tabular-nums">
          hit {hits} of {seen}
          {on ? '' : ' · off'}
        </span>
        <Problem error={set.error ?? remove.error} />
      </span>
      <Switch label={`${name}: on`} isOn={on} onChange={set.mutate} />
      <button
        type="button"
        aria-label={`Remove: ${name}`}
        onClick={() => remove.mutate()}
        className="grid size-8 shrink-0 place-items-center rounded-lg text-muted hover:bg-hover hover:text-alert-ink"
      >
        <Trash2 aria-hidden="true" className="size-4" />
      </button>
    </li>
  )
}
