import { useMutation, useQuery } from '@tanstack/react-query'
import { type ChannelState, channelStates } from '../../../src/store/channelStates.ts'
import { transportNames } from '../../../src/vendors/wazzup-tech/connect/transportNames.ts'
import { Choice } from '../../ui/Choice.tsx'
import { CopyIcon } from '../../ui/CopyIcon.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { type Column, Table } from '../../ui/Table.tsx'
import { callControl } from '../control/callControl.ts'
import { ConnectChannel } from './ConnectChannel.tsx'
import { ConnectPageLink } from './ConnectPageLink.tsx'
import { channelsQueryOptions } from './channelQueries.ts'

const columns: Column[] = [{ name: 'Channel' }, { name: 'State' }, { name: 'Id', isWide: true }]
const stateOptions = channelStates.map((value) => ({ value, name: value }))

/** The company's channels: connect them, or put them into any state. */
export function ChannelsTable() {
  const { data: channels, error } = useQuery(channelsQueryOptions())
  const move = useMutation({
    mutationFn: ({ channelId, state }: { channelId: string; state: ChannelState }) =>
      callControl(`POST /channels/${channelId}/state`, { state }),
  })
  const rows = channels?.map(({ channelId, transport, plainId, state }) => ({
    id: channelId,
    cells: [
      <span key="name" className="block">
        <span className="block font-medium">{transportNames[transport]}</span>
        <span className="block text-xs text-muted">{plainId || 'not connected yet'}</span>
      </span>,
      <span key="state" className="flex flex-wrap items-center gap-2">
        <Choice
          label={`State of ${transportNames[transport]} ${plainId}`}
          value={state}
          options={stateOptions}
          onChange={(next) => move.mutate({ channelId, state: next })}
        />
        {state !== 'active' && <ConnectPageLink query={{ channelId }}>Connect</ConnectPageLink>}
      </span>,
      <span key="id" className="flex items-center gap-1">
        <code className="font-mono text-xs">{channelId}</code>
        <CopyIcon label="Copy id" text={channelId} />
      </span>,
    ],
  }))
  return (
    <>
      <Problem error={error ?? move.error} />
      <Table
        name="Channels"
        columns={columns}
        rows={rows ?? []}
        empty="No channels yet. Connect one to send and receive messages."
        actions={<ConnectChannel />}
      />
    </>
  )
}
