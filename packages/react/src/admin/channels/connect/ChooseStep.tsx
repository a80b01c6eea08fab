import { channelTransports } from '@crm-chat/core/admin'
import type { ReactNode } from 'react'
import { useAdminWords } from '../../AdminContext.ts'
import { nameTransport } from '../describeChannel.ts'
import { MessengerIcon } from '../MessengerIcon.tsx'

/** Every messenger that can be connected. */
export function ChooseStep({ onChoose }: { onChoose: (transport: string) => void }): ReactNode {
  const words = useAdminWords()
  return (
    <ul aria-label={words.connectChoose} className="cc-connect-choices">
      {channelTransports.map(({ name, chatType, way }) => (
        <li key={name} className="cc-connect-cell">
          <button type="button" onClick={() => onChoose(name)} className="cc-button cc-connect-choice">
            <MessengerIcon chatType={chatType} />
            <span className="cc-admin-grow">
              <span className="cc-admin-strong cc-channel-line">{nameTransport(name, words)}</span>
              <span className="cc-admin-small cc-channel-line">{words.transportHints[way]}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
