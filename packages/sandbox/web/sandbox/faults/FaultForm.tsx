import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { callControl } from '../control/callControl.ts'
import { Button } from '../shell/Button.tsx'
import { LabelledField } from '../shell/LabelledField.tsx'
import { Problem } from '../shell/Problem.tsx'
import { amounts, type FaultKind, faultNames, listKinds, toFault } from './faultKinds.ts'

const fieldLook = 'h-9 w-full rounded-lg border border-line bg-surface px-2.5'

/** Asks what shall go wrong, and how often. */
export function FaultForm({ operations }: { operations: string[] }) {
  const [operation, setOperation] = useState('*')
  const [kind, setKind] = useState<FaultKind>('status')
  const [amount, setAmount] = useState(500)
  const [times, setTimes] = useState('')
  const id = useId()
  const add = useMutation({
    mutationFn: () =>
      callControl('POST /faults', {
        operation,
        fault: toFault({ kind, amount }),
        ...(times === '' ? {} : { times: Number(times) }),
      }),
  })
  const kinds = listKinds(operation)
  const amountOf = amounts[kind]

  function chooseOperation(next: string): void {
    setOperation(next)
    const [first] = listKinds(next)
    if (first && !listKinds(next).includes(kind)) chooseKind(first)
  }

  function chooseKind(next: FaultKind): void {
    setKind(next)
    setAmount(amounts[next]?.initial ?? 0)
  }

  function handleSubmit(event: FormEvent): void {
    event.preventDefault()
    add.mutate()
  }

  return (
    <form
      aria-label="New fault"
      onSubmit={handleSubmit}
      className="grid gap-3 rounded-xl border border-line bg-surface p-4 wide:grid-cols-2"
    >
      <LabelledField label="Where" id={`${id}-operation`}>
        <select
          id={`${id}-operation`}
          value={operation}
          onChange={(event) => chooseOperation(event.target.value)}
          className={fieldLook}
        >
          <option value="*">Every request</option>
          {operations.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </LabelledField>
      <LabelledField label="What" id={`${id}-kind`}>
        <select
          id={`${id}-kind`}
          value={kind}
          onChange={(event) => chooseKind(kinds.find((known) => known === event.target.value) ?? kind)}
          className={fieldLook}
        >
          {kinds.map((known) => (
            <option key={known} value={known}>
              {faultNames[known]}
            </option>
          ))}
        </select>
      </LabelledField>
      {amountOf && (
        <LabelledField label={amountOf.label} id={`${id}-amount`}>
          <input
            id={`${id}-amount`}
            type="number"
            value={amount}
            onChange={(event) => setAmount(event.target.valueAsNumber)}
            className={fieldLook}
          />
        </LabelledField>
      )}
      <LabelledField label="How many times" id={`${id}-times`}>
        <input
          id={`${id}-times`}
          type="number"
          min={1}
          placeholder="Always"
          value={times}
          onChange={(event) => setTimes(event.target.value)}
          className={`${fieldLook} placeholder:text-muted`}
        />
      </LabelledField>
      <div className="flex items-end justify-end gap-3 wide:col-span-2">
        <Problem error={add.error} />
        <Button type="submit" look="main" className="h-9" disabled={add.isPending}>
          Switch on
        </Button>
      </div>
    </form>
  )
}
