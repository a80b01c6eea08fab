import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { callControl } from '../control/callControl.ts'
import { FaultOptions } from './FaultOptions.tsx'
import type { FaultDraft } from './faultDraft.ts'
import { webhooksPlace } from './faultKinds.ts'
import { MatchFields } from './MatchFields.tsx'
import { PlaceFields } from './PlaceFields.tsx'
import { RulePreview } from './RulePreview.tsx'
import { TextField } from './TextField.tsx'
import { toFaultRule } from './toFaultRule.ts'

interface FaultFormProps {
  draft: FaultDraft
  onChange: (draft: FaultDraft) => void
  operations: string[]
}

/** Asks what shall go wrong where, with what, and how often; and shows the rule that comes of it. */
export function FaultForm({ draft, onChange, operations }: FaultFormProps) {
  const rule = toFaultRule(draft)
  const queryClient = useQueryClient()
  const add = useMutation({
    mutationFn: () => callControl(`POST ${rule.path}`, rule.body),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['webhooks', 'faults'] }),
  })
  const change = (part: Partial<FaultDraft>) => onChange({ ...draft, ...part })

  function handleSubmit(event: FormEvent): void {
    event.preventDefault()
    add.mutate()
  }

  return (
    <form
      aria-label="New fault"
      onSubmit={handleSubmit}
      className="grid grid-cols-1 gap-4 rounded-xl border border-line bg-surface p-4"
    >
      <div className="grid grid-cols-2 gap-3 wide:grid-cols-4">
        <PlaceFields draft={draft} onChange={onChange} operations={operations} />
        <FaultOptions draft={draft} onChange={onChange} />
      </div>
      {draft.where !== webhooksPlace && <MatchFields draft={draft} onChange={(match) => change({ match })} />}
      <fieldset className="grid grid-cols-2 gap-3 wide:grid-cols-4">
        <legend className="mb-1 text-xs font-semibold text-muted">How often</legend>
        <TextField
          label="Let pass first"
          type="number"
          hint="None"
          value={draft.after}
          onChange={(after) => change({ after })}
        />
        <TextField
          label="How many times"
          type="number"
          hint="Always"
          value={draft.times}
          onChange={(times) => change({ times })}
        />
        {draft.where !== webhooksPlace && (
          <>
            <TextField
              label="Share, percent"
              type="number"
              hint="All"
              value={draft.share}
              onChange={(share) => change({ share })}
            />
            <TextField
              label="Seed of the share"
              type="number"
              disabled={draft.share === ''}
              value={draft.seed}
              onChange={(seed) => change({ seed })}
            />
          </>
        )}
      </fieldset>
      <RulePreview rule={rule} />
      <div className="flex flex-wrap items-center justify-end gap-3">
        <Problem error={add.error} />
        <Button type="submit" look="main" className="h-9" disabled={add.isPending}>
          Switch on
        </Button>
      </div>
    </form>
  )
}
