import type { FaultDraft } from './faultDraft.ts'
import { listFields } from './faultFields.ts'
import { TextField } from './TextField.tsx'

/** Asks what the chosen kind of fault can be told. */
export function FaultOptions({ draft, onChange }: { draft: FaultDraft; onChange: (draft: FaultDraft) => void }) {
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
