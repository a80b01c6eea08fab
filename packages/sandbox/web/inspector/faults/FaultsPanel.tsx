import { useMutation } from '@tanstack/react-query'
import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { ScrollArea } from '../../ui/ScrollArea.tsx'
import { callControl } from '../control/callControl.ts'
import { Panel } from '../shell/Panel.tsx'
import { useAddress } from '../shell/useAddress.ts'
import { FaultForm } from './FaultForm.tsx'
import { FaultLine } from './FaultLine.tsx'
import { createDraft, type FaultDraft } from './faultDraft.ts'
import { presets } from './presets.ts'
import { useFaultLines } from './useFaultLines.ts'

/** Lists the fault rules and adds new ones. An operation in the address preselects it in the form. */
export function FaultsPanel() {
  const { item } = useAddress()
  return <Faults key={item} where={item} />
}

function Faults({ where }: { where: string | null }) {
  const { lines, operations, error } = useFaultLines()
  const [changed, setDraft] = useState<FaultDraft>()
  const draft = changed ?? createDraft(where !== null && operations?.includes(where) ? where : '*')
  const clear = useMutation({
    mutationFn: () => Promise.all([callControl('DELETE /faults'), callControl('DELETE /webhooks/faults')]),
  })
  return (
    <Panel
      title="Faults"
      about="Simulated failures"
      actions={
        <Button look="danger" disabled={!lines?.length} onClick={() => clear.mutate()}>
          Remove all
        </Button>
      }
    >
      <ScrollArea className="p-4 max-wide:p-3">
        <div className="grid grid-cols-1 gap-4">
          <Problem error={error ?? clear.error} />
          <ul aria-label="Faults" className="grid grid-cols-1 gap-2 empty:hidden">
            {lines?.map((line) => (
              <FaultLine key={line.path} {...line} />
            ))}
          </ul>
          <fieldset className="flex min-w-0 flex-wrap gap-2">
            <legend className="mb-1.5 text-xs font-semibold text-muted">Presets</legend>
            {presets.map((preset) => (
              <Button key={preset.name} onClick={() => setDraft(preset.draft)}>
                {preset.name}
              </Button>
            ))}
          </fieldset>
          {operations && <FaultForm draft={draft} onChange={setDraft} operations={operations} />}
          {lines?.length === 0 && (
            <Notice icon={ShieldCheck} title="No active faults">
              Add a fault and watch how the CRM handles it.
            </Notice>
          )}
        </div>
      </ScrollArea>
    </Panel>
  )
}
