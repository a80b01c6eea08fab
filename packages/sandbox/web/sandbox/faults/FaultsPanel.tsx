import { useMutation, useQuery } from '@tanstack/react-query'
import { ShieldCheck, Trash2 } from 'lucide-react'
import type { ActiveFaultRule } from '../../../src/faults/faultRule.ts'
import { Notice } from '../../parts/Notice.tsx'
import { callControl } from '../control/callControl.ts'
import { Button } from '../shell/Button.tsx'
import { Panel } from '../shell/Panel.tsx'
import { Problem } from '../shell/Problem.tsx'
import { ScrollArea } from '../shell/ScrollArea.tsx'
import { Tag } from '../shell/Tag.tsx'
import { FaultForm } from './FaultForm.tsx'
import { faultNames } from './faultKinds.ts'
import { faultsQueryOptions } from './faultQueries.ts'

/** What goes wrong on purpose. */
export function FaultsPanel() {
  const { data, error } = useQuery(faultsQueryOptions())
  const faults = data?.faults ?? []
  return (
    <Panel
      title="Faults"
      about="What goes wrong on purpose"
      actions={
        <Button look="danger" disabled={faults.length === 0} onClick={() => void callControl('DELETE /faults')}>
          Switch all off
        </Button>
      }
    >
      <ScrollArea className="p-4">
        <Problem error={error} />
        {data && <FaultForm operations={data.operations} />}
        {data && faults.length === 0 && (
          <Notice icon={ShieldCheck} title="Nothing goes wrong">
            Switch a fault on and watch how the CRM copes.
          </Notice>
        )}
        <ul aria-label="Faults" className="mt-4 grid gap-2">
          {faults.map((rule) => (
            <FaultLine key={rule.id} rule={rule} />
          ))}
        </ul>
      </ScrollArea>
    </Panel>
  )
}

function FaultLine({ rule }: { rule: ActiveFaultRule }) {
  const remove = useMutation({ mutationFn: () => callControl(`DELETE /faults/${rule.id}`) })
  return (
    <li className="flex items-center gap-3 rounded-xl border border-line bg-surface py-2 pr-2 pl-3">
      <Tag tone={rule.hits > 0 ? 'bad' : 'plain'}>{rule.hits}</Tag>
      <span className="min-w-0 grow">
        <span className="block font-medium">{faultNames[rule.fault.kind]}</span>
        <span className="block truncate text-xs text-muted">{describe(rule)}</span>
      </span>
      <button
        type="button"
        aria-label={`Switch off: ${faultNames[rule.fault.kind]}`}
        onClick={() => remove.mutate()}
        className="grid size-8 place-items-center rounded-lg text-muted hover:bg-hover hover:text-alert-ink"
      >
        <Trash2 aria-hidden="true" className="size-4" />
      </button>
    </li>
  )
}

function describe({ operation, after, times, hits, seen, fault }: ActiveFaultRule): string {
  const where = operation === '*' ? 'everything' : operation
  const how = fault.kind === 'status' ? ` · ${fault.status}` : fault.kind === 'delay' ? ` · ${fault.ms} ms` : ''
  const limits = `${after > 0 ? ` · after ${after}` : ''}${times === null ? '' : ` · ${times} times`}`
  return `${where}${how}${limits} · hit ${hits} of ${seen}`
}
