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

/** Selects the operation, and a kind of fault that it supports. */
export function PlaceFields({ draft, onChange, operations }: PlaceFieldsProps) {
  const id = useId()
  return (
    <>
      <LabelledField label="Applies to" id={`${id}-where`} className="col-span-2">
        <select
          id={`${id}-where`}
          value={draft.where}
          onChange={(event) => onChange(moveDraft(draft, event.target.value))}
          className={fieldLook}
        >
          <option value="*">All requests</option>
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
      <LabelledField label="Fault" id={`${id}-kind`} className="col-span-2">
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
