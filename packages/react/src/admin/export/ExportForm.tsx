import { type FormEvent, type ReactNode, useState } from 'react'
import { useChannels } from '../../query/useChannels.ts'
import type { MessageExports } from '../../query/useMessageExports.ts'
import { useCapability } from '../../useCapability.ts'
import { useAdminWords } from '../AdminContext.ts'
import { Failure } from '../Failure.tsx'
import { Field } from '../Field.tsx'
import { toPeriod } from './period.ts'

/** Form that begins an export. */
export function ExportForm({ create }: Pick<MessageExports, 'create'>): ReactNode {
  const words = useAdminWords()
  const hasChannels = useCapability('channels')
  const channels = useChannels({ enabled: hasChannels })
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [channelId, setChannelId] = useState('')
  const [wasSubmitted, setWasSubmitted] = useState(false)
  const period = toPeriod({ from, to })
  const problem = wasSubmitted && 'problem' in period ? words[period.problem] : undefined

  function handleSubmit(event: FormEvent): void {
    event.preventDefault()
    setWasSubmitted(true)
    if ('problem' in period || create.isPending) return
    create.mutate({ ...period, ...(channelId !== '' && { channelId }) }, { onSuccess: () => setWasSubmitted(false) })
  }

  return (
    <form noValidate onSubmit={handleSubmit} className="cc-admin-card cc-admin-form">
      <div className="cc-admin-fields">
        <Field label={words.exportFrom} problem={problem}>
          {(field) => <input {...field} type="date" value={from} onChange={({ target }) => setFrom(target.value)} />}
        </Field>
        <Field label={words.exportTo}>
          {(field) => <input {...field} type="date" value={to} onChange={({ target }) => setTo(target.value)} />}
        </Field>
        {channels.data && (
          <Field label={words.exportChannel}>
            {(field) => (
              <select {...field} value={channelId} onChange={({ target }) => setChannelId(target.value)}>
                <option value="">{words.exportAllChannels}</option>
                {channels.data.map(({ id, name, account }) => (
                  <option key={id} value={id}>
                    {name || account || id}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
      </div>
      {create.error && <Failure title={words.exportNotStarted} error={create.error} />}
      <button type="submit" aria-disabled={create.isPending} className="cc-button cc-admin-button cc-admin-primary">
        {create.isPending ? words.exportStarting : words.exportStart}
      </button>
    </form>
  )
}
