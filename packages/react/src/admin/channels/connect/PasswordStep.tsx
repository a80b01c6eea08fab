import { type FormEvent, type ReactNode, useState } from 'react'
import type { ChannelConnection } from '../../../query/useConnectChannel.ts'
import { useAdminWords } from '../../AdminContext.ts'
import { Field } from '../../Field.tsx'

/** Asks for the messenger's second factor. It is handed over, and not kept. */
export function PasswordStep({ connection }: { connection: ChannelConnection }): ReactNode {
  const words = useAdminWords()
  const { channel, pending, verify } = connection
  const [code, setCode] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const isCode = channel?.reason === 'waitforcode'

  function handleSubmit(event: FormEvent): void {
    event.preventDefault()
    setIsMissing(code === '')
    if (code === '' || pending) return
    verify(code)
    setCode('')
  }

  return (
    <form onSubmit={handleSubmit} noValidate className="cc-admin-form cc-connect-form">
      <p>{isCode ? words.codeHint : words.passwordHint}</p>
      <Field
        label={isCode ? words.codeLabel : words.passwordLabel}
        problem={isMissing ? words.fieldMissing : undefined}
      >
        {(control) => (
          <input
            {...control}
            type={isCode ? 'text' : 'password'}
            inputMode={isCode ? 'numeric' : undefined}
            autoComplete="one-time-code"
            maxLength={256}
            dir="ltr"
            required
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
        )}
      </Field>
      <button
        type="submit"
        aria-disabled={pending !== undefined}
        className="cc-button cc-admin-button cc-admin-primary"
      >
        {pending === 'verify' ? words.connectWorking : words.passwordSend}
      </button>
    </form>
  )
}
