import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { callControl } from '../control/callControl.ts'
import type { FaultDraft } from './faultDraft.ts'
import { listFields } from './faultFields.ts'
import { webhooksPlace } from './faultKinds.ts'
import { MatchFields } from './MatchFields.tsx'
import { PlaceFields } from './PlaceFields.tsx'
import { RulePreview } from './RulePreview.tsx'
import { TextField } from './TextField.tsx'
import { toFaultRule } from './toFaultRule.ts'

interface DraftProps {
  draft: FaultDraft
  onChange: (draft: FaultDraft) => void
}

/** The form for a new fault, with a preview of the resulting rule. */
export function FaultForm({ draft, onChange, operations }: DraftProps & { operations: string[] }) {
  const rule = toFaultRule(draft)
  const add = useMutation({ mutationFn: () => callControl(`POST ${rule.path}`, rule.body) })

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
        <KindFields draft={draft} onChange={onChange} />
      </div>
      {draft.where !== webhooksPlace && (
        <MatchFields draft={draft} onChange={(match) => onChange({ ...draft, match })} />
      )}
      <FrequencyFields draft={draft} onChange={onChange} />
      <RulePreview rule={rule} />
      <div className="flex flex-wrap items-center justify-end gap-3">
        <Problem error={add.error} />
        <Button type="submit" look="main" className="h-9" disabled={add.isPending}>
          Add fault
        </Button>
      </div>
    </form>
  )
}

/** The options of the chosen kind of fault. */
function KindFields({ draft, onChange }: DraftProps) {
  const set = (name: string, value: string) => onChange({ ...draft, options: { ...draft.options, [name]: value } })
  return listFields(draft).map(({ name, label, type, hint, choices, isLong }) =>
    type === 'switch' ? (
      <label key={name} className="col-span-2 flex items-center gap-2.5 self-end pb-2 font-medium">
        <input
          type="checkbox"
          checked={draft.options[name] === 'true'}
          onChange={(event) => set(name, event.target.checked ? 'true' : '')}
          className="size-4 accent-accent"
        />
        {label}
      </label>
    ) : (
      <TextField
        key={name}
        label={label}
        type={type}
        hint={hint}
        choices={choices}
        isLong={isLong}
        value={draft.options[name] ?? ''}
        onChange={(value) => set(name, value)}
      />
    ),
  )
}

function FrequencyFields({ draft, onChange }: DraftProps) {
  const fields = draft.where === webhooksPlace ? countFields : [...countFields, ...shareFields]
  return (
    <fieldset className="grid grid-cols-2 gap-3 wide:grid-cols-4">
      <legend className="mb-1 text-xs font-semibold text-muted">Frequency</legend>
      {fields.map(({ name, label, hint }) => (
        <TextField
          key={name}
          label={label}
          type="number"
          hint={hint}
          disabled={name === 'seed' && draft.share === ''}
          value={draft[name]}
          onChange={(value) => onChange({ ...draft, [name]: value })}
        />
      ))}
    </fieldset>
  )
}

interface FrequencyField {
  name: 'after' | 'times' | 'share' | 'seed'
  label: string
  /** Meaning of an empty field. */
  hint?: string
}

const countFields: FrequencyField[] = [
  { name: 'after', label: 'Skip the first', hint: 'None' },
  { name: 'times', label: 'Times', hint: 'Unlimited' },
]
/** Webhooks have no share. */
const shareFields: FrequencyField[] = [
  { name: 'share', label: 'Share (%)', hint: 'All' },
  { name: 'seed', label: 'Random seed' },
]
