import type { CredentialName } from '@crm-chat/core/admin'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { ChannelConnection } from '../../../query/useConnectChannel.ts'
import { useAdminWords } from '../../AdminContext.ts'
import { Field } from '../../Field.tsx'
import { ReasonNote } from '../ReasonNote.tsx'

/** Begins to connect a channel, with credentials where its messenger needs them. A channel that failed says why. */
export function BeginStep({ connection }: { connection: ChannelConnection }): ReactNode {
  const words = useAdminWords()
  const { transport, channel, step, pending, begin } = connection
  const [values, setValues] = useState<Partial<Record<CredentialName, string>>>({})
  const [isChecked, setIsChecked] = useState(false)
  if (!transport) return null
  const { fields, way } = transport

  function handleSubmit(event: FormEvent): void {
    event.preventDefault()
    setIsChecked(true)
    const given = fields.map((name) => [name, (values[name] ?? '').trim()] as const)
    if (pending || given.some(([, value]) => value === '')) return
    begin(fields.length > 0 ? Object.fromEntries(given) : undefined)
  }

  return (
    <form onSubmit={handleSubmit} noValidate className="cc-admin-form cc-connect-form">
      {step === 'failed' && <h3 className="cc-admin-subtitle">{words.connectFailed}</h3>}
      {channel && <ReasonNote channel={channel} />}
      <p>{words.connectBegin[way]}</p>
      {fields.map((name) => (
        <Field
          key={name}
          label={words.credentials[name]}
          problem={isChecked && !values[name]?.trim() ? words.fieldMissing : undefined}
        >
          {(control) => (
            <>
              <input
                {...control}
                type={secrets.includes(name) ? 'password' : 'text'}
                autoComplete="off"
                autoCapitalize="off"
                spellCheck={false}
                maxLength={4096}
                dir="ltr"
                required
                value={values[name] ?? ''}
                onChange={({ target }) => setValues({ ...values, [name]: target.value })}
              />
              {words.credentialHints[name] && <p className="cc-admin-small">{words.credentialHints[name]}</p>}
            </>
          )}
        </Field>
      ))}
      <button
        type="submit"
        aria-disabled={pending !== undefined}
        className="cc-button cc-admin-button cc-admin-primary"
      >
        {pending ? words.connectWorking : channel ? words.channelAgain : words.connectStart}
      </button>
    </form>
  )
}

/** Values that nobody beside the user may read. */
const secrets: readonly CredentialName[] = ['telegram_token', 'access_token', 'code', 'user_token']
