import { useMutation } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { callControl } from '../control/callControl.ts'
import type { ControlAccount } from './accountQueries.ts'
import { toAccountUrl } from './useAccount.ts'

/** Makes an account, and goes there. Without a key of one's own it gets one. */
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
          placeholder="API key, or leave it empty"
          autoComplete="off"
          className="h-8 min-w-0 grow rounded-lg border border-line bg-surface px-2.5 font-mono text-xs placeholder:font-sans placeholder:text-muted"
        />
        <Button type="submit" look="main" disabled={add.isPending}>
          <Plus aria-hidden="true" className="size-4" />
          Create
        </Button>
      </div>
      <p className="text-xs text-muted">Data, time, faults and requests of its own: one for each test.</p>
      <Problem error={add.error} />
    </form>
  )
}
