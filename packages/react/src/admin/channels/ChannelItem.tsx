import { findTransport, toRemedy } from '@crm-chat/core/admin'
import type { Channel } from '@crm-chat/protocol'
import { Fragment, type ReactNode } from 'react'
import { useAdminWords } from '../AdminContext.ts'
import { fill } from '../format.ts'
import { describeTier, nameChannel, nameInFull, nameTransport } from './describeChannel.ts'
import { MessengerIcon } from './MessengerIcon.tsx'
import { ReasonNote } from './ReasonNote.tsx'

interface ChannelItemProps {
  channel: Channel
  /** Absent where the user may change nothing. */
  onConnect?: (() => void) | undefined
  onDelete?: (() => void) | undefined
}

/** One channel: its state, the reason for it, and what may be done. */
export function ChannelItem({ channel, onConnect, onDelete }: ChannelItemProps): ReactNode {
  const words = useAdminWords()
  const { transport, chatType, account, tier, tariff } = channel
  const name = nameChannel(channel, words)
  const facts = [
    nameTransport(transport, words),
    account !== name && account,
    tariff && fill(words.channelTariff, { name: tariff }),
    tier && describeTier(tier, words),
  ]
  return (
    <li className="cc-admin-card cc-channel-item">
      <MessengerIcon chatType={chatType ?? findTransport(transport)?.chatType} />
      <div className="cc-admin-grow">
        <h3 className="cc-channel-name">
          <bdi>{name}</bdi>
        </h3>
        <p className="cc-admin-small cc-channel-facts">
          {facts.filter(Boolean).map((fact, index) => (
            <Fragment key={String(fact)}>
              {index > 0 && ' · '}
              <bdi>{fact}</bdi>
            </Fragment>
          ))}
        </p>
      </div>
      <ChannelState state={channel.state} />
      <ReasonNote channel={channel} />
      {(onConnect || onDelete) && (
        <ItemButtons channel={channel} onConnect={onConnect} onDelete={onDelete} label={nameInFull(channel, words)} />
      )}
    </li>
  )
}

function ChannelState({ state }: Pick<Channel, 'state'>): ReactNode {
  const { channelWorks, channelConnecting, channelOff } = useAdminWords()
  const known = state === 'active' ? channelWorks : state === 'connecting' ? channelConnecting : channelOff
  return (
    <span className="cc-channel-state" data-state={state}>
      {known}
    </span>
  )
}

function ItemButtons({ channel, onConnect, onDelete, label }: ChannelItemProps & { label: string }): ReactNode {
  const words = useAdminWords()
  const remedy = toRemedy(channel)
  const canConnect = remedy !== 'none' && findTransport(channel.transport) !== undefined
  const text = remedy === 'continue' ? words.channelContinue : words.channelAgain
  return (
    <div className="cc-channel-buttons">
      {onConnect && canConnect && (
        <button
          type="button"
          aria-label={`${text}: ${label}`}
          onClick={onConnect}
          className="cc-button cc-admin-button cc-admin-primary"
        >
          {text}
        </button>
      )}
      {onDelete && (
        <button
          type="button"
          aria-label={fill(words.channelDeleteNamed, { channel: label })}
          onClick={onDelete}
          className="cc-button cc-admin-button"
        >
          {words.channelDelete}
        </button>
      )}
    </div>
  )
}
