import { useId } from 'react'
import { LabelledField } from '../../ui/LabelledField.tsx'
import { changeKind, type FaultDraft, moveDraft } from './faultDraft.ts'
import { listKinds, webhooksPlace } from './faultKinds.ts'
import { fieldLook } from './TextField.tsx'

interface PlaceFieldsProps {
  draft: FaultDraft
  onChange: (draft: FaultDraft) => void
  operations: string[]
}

/** Asks where something shall go wrong, and in which of the ways that can happen there. */
export function PlaceFields({ draft, onChange, operations }: PlaceFieldsProps) {
  const id = useId()
  return (
    <>
      <LabelledField label="Where" id={`${id}-where`} className="col-span-2">
        <select
          id={`${id}-where`}
          value={draft.where}
          onChange={(event) => onChange(moveDraft(draft, event.target.value))}
          className={fieldLook}
        >
          <option value="*">Everything that is asked</option>
          <option value={webhooksPlace}>Webhooks to the CRM</option>
          {groupByVendor(operations).map(({ vendor, names }) => (
            <optgroup key={vendor} label={vendor}>
              <option value={`${vendor}.*`}>All of {vendor}</option>
              {names.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </optgroup>
          ))}
        </select>
      </LabelledField>
      <LabelledField label="What" id={`${id}-kind`} className="col-span-2">
        <select
          id={`${id}-kind`}
          value={draft.kind}
          onChange={(event) => onChange(changeKind(draft, event.target.value))}
          className={fieldLook}
        >
          {listKinds(draft.where).map((group) => (
            <optgroup key={group.name} label={group.name}>
              {group.kinds.map(({ kind, name }) => (
                <option key={kind} value={kind}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </LabelledField>
    </>
  )
}

function groupByVendor(operations: string[]): { vendor: string; names: string[] }[] {
  const vendors = [...new Set(operations.map((name) => name.split('.')[0] ?? ''))]
  return vendors.map((vendor) => ({ vendor, names: operations.filter((name) => name.startsWith(`${vendor}.`)) }))
}
