import { useMutation } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { callControl } from '../control/callControl.ts'
import { type ControlAccount, toAccountUrl } from './useAccount.ts'

/** The form that creates an account and switches to it. An empty key is generated. */
export function NewAccount() {
  const id = useId()
  const [apiKey, setApiKey] = useState('')
  const add = useMutation({
    mutationFn: () =>
      callControl<ControlAccount>('POST /accounts', apiKey.trim() === '' ? {} : { apiKey: apiKey.trim() }),
    onSuccess: ({ accountId }) => location.assign(toAccountUrl(accountId)),
  })

  function handleSubmit(event: FormEvent): void {
    event.preventDefault()
    add.mutate()
  }

  return (
    <form onSubmit={handleSubmit} className="grid gap-2 border-t border-line p-2 pb-1">
      <label htmlFor={id} className="text-[13px] font-medium">
        New account
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          value={apiKey}
          onChange={(event) => setApiKey(event.target.value)}
          placeholder="API key (optional)"
          autoComplete="off"
          className="h-8 min-w-0 grow rounded-lg border border-line bg-surface px-2.5 font-mono text-xs placeholder:font-sans placeholder:text-muted"
        />
        <Button type="submit" look="main" disabled={add.isPending}>
          <Plus aria-hidden="true" className="size-4" />
          Create
        </Button>
      </div>
      <p className="text-xs text-muted">Has its own data, clock, faults and requests. Use one per test.</p>
      <Problem error={add.error} />
    </form>
  )
}
