import { useMutation, useQueryClient } from '@tanstack/react-query'
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

/** What goes wrong on purpose. Its address may name an operation, which the form then begins with. */
export function FaultsPanel() {
  const { item } = useAddress()
  return <Faults key={item} where={item} />
}

function Faults({ where }: { where: string | null }) {
  const { lines, operations, error } = useFaultLines()
  const [changed, setDraft] = useState<FaultDraft>()
  const draft = changed ?? createDraft(where !== null && operations?.includes(where) ? where : '*')
  const queryClient = useQueryClient()
  const clear = useMutation({
    mutationFn: () => Promise.all([callControl('DELETE /faults'), callControl('DELETE /webhooks/faults')]),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['webhooks', 'faults'] }),
  })
  return (
    <Panel
      title="Faults"
      about="What goes wrong on purpose"
      actions={
        <Button look="danger" disabled={!lines?.length} onClick={() => clear.mutate()}>
          Switch all off
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
            <legend className="mb-1.5 text-xs font-semibold text-muted">Begin with</legend>
            {presets.map((preset) => (
              <Button key={preset.name} onClick={() => setDraft(preset.draft)}>
                {preset.name}
              </Button>
            ))}
          </fieldset>
          {operations && <FaultForm draft={draft} onChange={setDraft} operations={operations} />}
          {lines?.length === 0 && (
            <Notice icon={ShieldCheck} title="Nothing goes wrong">
              Switch a fault on and watch how the CRM copes.
            </Notice>
          )}
        </div>
      </ScrollArea>
    </Panel>
  )
}
