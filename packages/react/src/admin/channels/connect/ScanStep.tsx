import { type ReactNode, useState } from 'react'
import type { ChannelConnection } from '../../../query/useConnectChannel.ts'
import { useAdminWords } from '../../AdminContext.ts'
import { Guide } from './Guide.tsx'
import { NewCodeButton } from './NewCodeButton.tsx'
import { PairingPart } from './PairingPart.tsx'
import { QrCode } from './QrCode.tsx'

/** The QR code to scan, always the latest one, or a code to enter on the phone instead. */
export function ScanStep({ connection }: { connection: ChannelConnection }): ReactNode {
  const words = useAdminWords()
  const [isPairing, setIsPairing] = useState(false)
  const { transport } = connection
  return (
    <>
      {isPairing ? <PairingPart connection={connection} /> : <Code connection={connection} />}
      {transport?.hasPairingCode && (
        <button type="button" onClick={() => setIsPairing(!isPairing)} className="cc-button cc-connect-switch">
          {isPairing ? words.scanInstead : words.pairInstead}
        </button>
      )}
    </>
  )
}

function Code({ connection }: { connection: ChannelConnection }): ReactNode {
  const words = useAdminWords()
  const { transport, qr, isLate } = connection
  const guide = transport && words.scanGuides[transport.name]
  return (
    <div className="cc-connect-scan">
      <div className="cc-admin-grow">
        <Guide steps={guide ?? []} />
        <p className="cc-admin-small">{words.scanRenewed}</p>
      </div>
      <div className="cc-connect-code" data-expired={isLate || undefined}>
        {qr && <QrCode qr={qr} label={words.scanCode} />}
        {isLate && (
          <div className="cc-connect-expired">
            <p className="cc-admin-strong">{words.scanExpired}</p>
            <NewCodeButton connection={connection} />
          </div>
        )}
      </div>
    </div>
  )
}
