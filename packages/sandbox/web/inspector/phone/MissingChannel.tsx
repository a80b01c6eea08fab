import { useMutation, useQuery } from '@tanstack/react-query'
import { Plug } from 'lucide-react'
import type { ChatKey } from '../../../src/chats/events.ts'
import { carriesChats, hasNumber, listTransports } from '../../../src/store/transports.ts'
import { Button } from '../../ui/Button.tsx'
import { messengerNames } from '../../ui/format/formatAccount.ts'
import { Problem } from '../../ui/Problem.tsx'
import { callControl } from '../control/callControl.ts'
import { channelsQueryOptions } from '../data/channelQueries.ts'

/** Offers to connect a channel when the company has none in this messenger. */
export function MissingChannel({ chatType }: { chatType: ChatKey['chatType'] }) {
  const { data: channels } = useQuery(channelsQueryOptions())
  const connect = useMutation({
    mutationFn: () => callControl('POST /channels', toChannel(chatType)),
  })
  if (!channels || channels.some(({ transport }) => carriesChats({ transport, chatType }))) return null
  return (
    <div className="mb-3 grid grid-cols-1 gap-2 rounded-lg bg-warn px-3 py-2 text-[13px] text-warn-ink">
      <p>The company has no {messengerNames[chatType]} channel yet, so it cannot receive messages there.</p>
      <div>
        <Button className="text-ink" disabled={connect.isPending} onClick={() => connect.mutate()}>
          <Plug aria-hidden="true" className="size-3.5" />
          Connect a channel
        </Button>
      </div>
      <Problem error={connect.error} />
    </div>
  )
}

function toChannel(chatType: ChatKey['chatType']): object {
  const [transport] = listTransports(chatType)
  return { transport, plainId: transport && hasNumber(transport) ? '79865784461' : 'sandbox_company' }
}
