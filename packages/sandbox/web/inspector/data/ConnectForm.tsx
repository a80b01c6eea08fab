import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { hasNumber, type Transport, transports } from '../../../src/store/transports.ts'
import { transportNames } from '../../../src/vendors/wazzup-tech/connect/transportNames.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckedField } from '../../ui/CheckedField.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { callControl } from '../control/callControl.ts'
import { parseAccount } from '../phone/parseAccount.ts'
import { ConnectPageLink } from './ConnectPageLink.tsx'
import { TransportChoice } from './TransportChoice.tsx'

/** The form for a new channel of any messenger. */
export function ConnectForm({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const [transport, setTransport] = useState<Transport>('whatsapp')
  const [account, setAccount] = useState('')
  const [isSubmitted, setIsSubmitted] = useState(false)
  const isNumber = hasNumber(transport)
  const { id: plainId, problem } = parseAccount({ account, isNumber })
  const connect = useMutation({
    mutationFn: () => callControl('POST /channels', { transport, plainId }),
    onSuccess: onDone,
  })

  function handleSubmit(event: FormEvent): void {
    event.preventDefault()
    setIsSubmitted(true)
    if (!problem) connect.mutate()
  }

  return (
    <form noValidate onSubmit={handleSubmit}>
      <TransportChoice value={transport} onChange={setTransport} />
      <CheckedField
        label={isNumber ? 'Phone number of the company' : 'Account of the company'}
        value={account}
        onChange={setAccount}
        placeholder={isNumber ? '+371 90 111 122' : 'my_company'}
        problem={isSubmitted ? problem : undefined}
      />
      <p className="mb-4 text-[13px] text-muted">The channel is connected at once, without a code or a password.</p>
      <Problem error={connect.error} />
      <div className="flex flex-wrap justify-end gap-2">
        {transports[transport].way !== 'credentials' && (
          <span className="mr-auto">
            <ConnectPageLink query={{ transport }}>Use the vendor’s page</ConnectPageLink>
          </span>
        )}
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" look="main" disabled={connect.isPending}>
          {connect.isPending ? 'Connecting…' : `Connect ${transportNames[transport]}`}
        </Button>
      </div>
    </form>
  )
}
