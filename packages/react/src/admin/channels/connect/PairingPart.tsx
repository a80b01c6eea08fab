import { type FormEvent, type ReactNode, useState } from 'react'
import type { ChannelConnection } from '../../../query/useConnectChannel.ts'
import { useAdminWords } from '../../AdminContext.ts'
import { Field } from '../../Field.tsx'
import { Guide } from './Guide.tsx'

/** A code to enter on the phone, for a number. It expires with the QR code. */
export function PairingPart({ connection }: { connection: ChannelConnection }): ReactNode {
  const words = useAdminWords()
  const { pairing, pending, pair } = connection
  const [phone, setPhone] = useState(pairing?.phone ?? '')
  const [isWrong, setIsWrong] = useState(false)
  const isShown = pairing !== undefined && !pairing.isExpired

  function handleSubmit(event: FormEvent): void {
    event.preventDefault()
    const digits = phone.replace(/[\s()+.-]/g, '')
    const isNumber = /^\d{5,15}$/.test(digits)
    setIsWrong(!isNumber)
    if (isNumber && !pending) pair(digits)
  }

  return (
    <>
      {isShown && (
        <div className="cc-connect-pairing">
          <Guide steps={words.pairGuide} />
          <p className="cc-connect-pairing-code">
            <span className="cc-spoken">{words.pairCode}: </span>
            <bdi dir="ltr">{toGroups(pairing.code)}</bdi>
          </p>
        </div>
      )}
      <form onSubmit={handleSubmit} noValidate className="cc-admin-form cc-connect-form">
        {pairing?.isExpired && <p className="cc-channel-note">{words.pairExpired}</p>}
        <Field label={words.pairPhone} problem={isWrong ? words.pairPhoneWrong : undefined}>
          {(control) => (
            <>
              <input
                {...control}
                type="tel"
                inputMode="tel"
                autoComplete="tel"
                dir="ltr"
                value={phone}
                onChange={({ target }) => setPhone(target.value)}
              />
              <p className="cc-admin-small">{words.pairPhoneHint}</p>
            </>
          )}
        </Field>
        <button
          type="submit"
          aria-disabled={pending !== undefined}
          className={`cc-button cc-admin-button ${isShown ? '' : 'cc-admin-primary'}`}
        >
          {pending === 'pair' ? words.connectWorking : pairing ? words.connectNewCode : words.pairGet}
        </button>
      </form>
    </>
  )
}

/** Splits a code as phones do, e.g. `ABCD-EFGH`. */
function toGroups(code: string): string {
  return code.length === 8 ? `${code.slice(0, 4)}-${code.slice(4)}` : code
}
