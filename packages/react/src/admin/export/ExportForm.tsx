import { type FormEvent, type ReactNode, useState } from 'react'
import { useChannels } from '../../query/useChannels.ts'
import type { MessageExports } from '../../query/useMessageExports.ts'
import { useCapability } from '../../useCapability.ts'
import { useChat } from '../../useChat.ts'
import { useAdminWords } from '../AdminContext.ts'
import { Failure } from '../Failure.tsx'
import { Field } from '../Field.tsx'
import { fill } from '../format.ts'
import { type Days, lastDays, shortcuts, toPeriod } from './period.ts'

const shortcutNames = ['lastDays', 'thisMonth', 'lastMonth'] as const

/** Form that begins an export. */
export function ExportForm({ create }: Pick<MessageExports, 'create'>): ReactNode {
  const words = useAdminWords()
  const hasChannels = useCapability('channels')
  const channels = useChannels({ enabled: hasChannels })
  const { now } = useChat()
  const [days, setDays] = useState<Days>({ from: '', to: '' })
  const [channelId, setChannelId] = useState('')
  const [wasSubmitted, setWasSubmitted] = useState(false)
  const period = toPeriod(days)
  const problem = wasSubmitted && 'problem' in period ? words[period.problem] : undefined

  const labels = {
    lastDays: fill(words.exportLastDays, { days: String(lastDays) }),
    thisMonth: words.exportThisMonth,
    lastMonth: words.exportLastMonth,
  }

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
          {(field) => (
            <input
              {...field}
              type="date"
              value={days.from}
              onChange={({ target }) => setDays({ ...days, from: target.value })}
            />
          )}
        </Field>
        <Field label={words.exportTo}>
          {(field) => (
            <input
              {...field}
              type="date"
              value={days.to}
              onChange={({ target }) => setDays({ ...days, to: target.value })}
            />
          )}
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
      <p className="cc-admin-row">
        {shortcutNames.map((name) => (
          <button
            key={name}
            type="button"
            onClick={() => setDays(shortcuts[name](new Date(now())))}
            className="cc-button cc-admin-button cc-admin-quiet"
          >
            {labels[name]}
          </button>
        ))}
      </p>
      {create.error && <Failure title={words.exportNotStarted} error={create.error} />}
      <button type="submit" aria-disabled={create.isPending} className="cc-button cc-admin-button cc-admin-primary">
        {create.isPending ? words.exportStarting : words.exportStart}
      </button>
    </form>
  )
}
