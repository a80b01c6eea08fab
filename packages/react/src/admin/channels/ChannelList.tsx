'use client'

import { keepConnection } from '@crm-chat/core/admin'
import type { Channel } from '@crm-chat/protocol'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { Dialog } from '../../conversation/Dialog.tsx'
import { useChannels } from '../../query/useChannels.ts'
import { useChat } from '../../useChat.ts'
import { useAdminWords } from '../AdminContext.ts'
import { AdminSection } from '../AdminSection.tsx'
import type { AdminProps } from '../adminProps.ts'
import { Failure } from '../Failure.tsx'
import { fill } from '../format.ts'
import { usePermission } from '../usePermission.ts'
import { ChannelConnect } from './ChannelConnect.tsx'
import { ChannelItem } from './ChannelItem.tsx'
import { DeleteDialog } from './DeleteDialog.tsx'
import { explainChannel, nameInFull } from './describeChannel.ts'
import { MayNot } from './MayNot.tsx'

/** Props of {@link ChannelList}. */
export type ChannelListProps = AdminProps

/**
 * The company's channels with their live states: the reason where one does not work and what to do, tier and plan. Administrators
 * connect, reconnect and delete them here. It needs the stylesheets `@crm-chat/react/styles.css` and
 * `@crm-chat/react/admin.css`, and a `QueryClientProvider` of TanStack Query above.
 *
 * Operations: `channels`, `channel`, `createChannel`, `channelLink`, `verifyChannel`, `reinitChannel`, `pairChannel`,
 * `deleteChannel`.
 * @example
 * <ChannelList />
 */
export function ChannelList(props: ChannelListProps): ReactNode {
  return (
    <AdminSection title={({ channels, channelsHint }) => ({ title: channels, hint: channelsHint })} {...props}>
      <Channels {...props} />
    </AdminSection>
  )
}

/** A dialog in front of the list. */
type Front = { is: 'connect'; channel?: Channel } | { is: 'delete'; channel: Channel } | undefined

function Channels(props: ChannelListProps): ReactNode {
  const words = useAdminWords()
  const { data: channels, error, refetch, isError, dataUpdatedAt } = useChannels()
  const mayConnect = usePermission('channelAdmin')
  const [front, setFront] = useFront()
  const start = useRef<HTMLDivElement>(null)
  const isAdmin = mayConnect === 'granted'
  const retry = (): void => void refetch()

  if (!channels) {
    if (!error) return <Waiting />
    return <Failure title={words.channelsFailed} error={error} onRetry={retry} />
  }
  return (
    <div ref={start} tabIndex={-1} className="cc-channel-parts">
      {isError && <Stale at={dataUpdatedAt} onRetry={retry} />}
      <Announcer channels={channels} />
      {isAdmin ? (
        <div className="cc-channel-buttons">
          <button
            type="button"
            onClick={() => setFront({ is: 'connect' })}
            className="cc-button cc-admin-button cc-admin-primary"
          >
            {words.channelConnect}
          </button>
        </div>
      ) : (
        <MayNot mayConnect={mayConnect} />
      )}
      {channels.length === 0 && <p className="cc-admin-card cc-admin-empty">{words.channelsEmpty}</p>}
      <ul aria-label={words.channels} className="cc-admin-list">
        {channels.map((channel) => (
          <ChannelItem
            key={channel.id}
            channel={channel}
            onConnect={isAdmin ? () => setFront({ is: 'connect', channel }) : undefined}
            onDelete={isAdmin ? () => setFront({ is: 'delete', channel }) : undefined}
          />
        ))}
      </ul>
      {front?.is === 'connect' && (
        <Dialog label={words.connectTitle} className="cc-admin-dialog" onClose={() => setFront(undefined)}>
          <ChannelConnect {...props} channel={front.channel} onClose={() => setFront(undefined)} />
        </Dialog>
      )}
      {front?.is === 'delete' && (
        <DeleteDialog
          channel={front.channel}
          onClose={() => setFront(undefined)}
          onDeleted={() => {
            setFront(undefined)
            start.current?.focus() // The button that has opened the dialog is gone.
          }}
        />
      )}
    </div>
  )
}

/**
 * The dialog in front. A connection that was under way when the page was loaded again comes back; one that is closed, however, is
 * over: the next one must not go on with its channel.
 */
function useFront(): [Front, (front: Front) => void] {
  const { endpoint, options } = useChat()
  const { userId } = options
  const [front, setFront] = useState<Front>()
  const keeper = useMemo(() => keepConnection({ endpoint, userId }), [endpoint, userId])
  useEffect(() => {
    if (keeper.read()) setFront({ is: 'connect' })
  }, [keeper])
  return [
    front,
    (next) => {
      if (!next) keeper.write(undefined)
      setFront(next)
    },
  ]
}

function Waiting(): ReactNode {
  const { channelsLoading } = useAdminWords()
  return (
    <div role="status" className="cc-admin-list">
      <span className="cc-spoken">{channelsLoading}</span>
      <i className="cc-channel-ghost" />
      <i className="cc-channel-ghost" />
      <i className="cc-channel-ghost" />
    </div>
  )
}

function Stale({ at, onRetry }: { at: number; onRetry: () => void }): ReactNode {
  const { channelsStale, retry, lang } = useAdminWords()
  const time = new Intl.DateTimeFormat(lang, { timeStyle: 'short' }).format(at)
  return (
    <div role="alert" className="cc-channel-note cc-channel-stale">
      <p className="cc-admin-grow">{fill(channelsStale, { at: time })}</p>
      <button type="button" onClick={onRetry} className="cc-button cc-admin-button">
        {retry}
      </button>
    </div>
  )
}

/** Reads changes of a channel's state aloud. */
function Announcer({ channels }: { channels: Channel[] }): ReactNode {
  const words = useAdminWords()
  const [known, setKnown] = useState(channels)
  const [text, setText] = useState('')
  if (known !== channels) {
    const changed = channels.filter((channel) => {
      const old = known.find(({ id }) => id === channel.id)
      return old && (old.state !== channel.state || old.reason !== channel.reason)
    })
    setKnown(channels)
    if (changed.length > 0)
      setText(
        changed
          .map((channel) => {
            const { what = words.channelWorks } = explainChannel(channel, words) ?? {}
            return `${nameInFull(channel, words)}: ${what}`
          })
          .join(' '),
      )
  }
  return (
    <p role="status" className="cc-spoken">
      {text}
    </p>
  )
}
