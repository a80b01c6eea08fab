import { useQuery } from '@tanstack/react-query'
import { Inbox } from 'lucide-react'
import { Command } from '../../ui/Command.tsx'
import { useAccount } from '../accounts/useAccount.ts'
import { channelsQueryOptions } from '../data/channelQueries.ts'
import { toCurl } from './toCurl.ts'
import { type EndpointRoute, useEndpoint } from './useEndpoint.ts'

/** The empty state of the requests panel: a first request to paste into a terminal. */
export function TryThis() {
  const current = useAccount()
  const endpoint = useEndpoint('wazzup-v2.sendMessage')
  const { data: channels } = useQuery(channelsQueryOptions())
  const channel = channels?.find(({ transport, state }) => transport === 'whatsapp' && state === 'active')
  return (
    <div className="mx-auto grid max-w-xl gap-4 px-2 py-10">
      <div className="grid justify-items-center gap-1 text-center">
        <span className="mb-3 grid size-14 place-items-center rounded-2xl border border-line bg-surface text-muted">
          <Inbox aria-hidden="true" className="size-6" strokeWidth={1.75} />
        </span>
        <h2 className="text-[15px] font-semibold">No requests yet</h2>
        <p className="text-muted text-pretty">Requests appear here as the CRM makes them.</p>
      </div>
      {current.status === 'known' && channel && endpoint && (
        <section aria-label="Try this" className="grid grid-cols-1 gap-2">
          <h3 className="font-semibold">Try this: write to a customer</h3>
          <Command
            text={toExample({
              endpoint,
              origin: location.origin,
              apiKey: current.account.apiKey,
              channelId: channel.channelId,
            })}
          />
          <p className="text-muted">
            The request appears here, and the message on the phone: open the customer there to reply. Use these values
            in your CRM:
          </p>
          <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-[13px]">
            <Fact name="Base URL" value={location.origin} />
            <Fact name="Wazzup key" value={current.account.apiKey} />
            <Fact name="Whatomate key" value={current.account.whatomateKey} />
          </dl>
        </section>
      )}
    </div>
  )
}

interface ExampleParameters {
  endpoint: EndpointRoute
  origin: string
  apiKey: string
  channelId: string
}

/** Builds a curl command that sends a message to a customer. */
function toExample({ endpoint, origin, apiKey, channelId }: ExampleParameters): string {
  const headers = { authorization: `Basic ${apiKey}`, 'content-type': 'application/json' }
  const body = { channelId, chatType: 'whatsapp', chatId: '79998887766', text: 'Hello from curl' }
  return toCurl({ ...endpoint, headers, body }, origin)
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="font-mono text-xs leading-5 wrap-anywhere">{value}</dd>
    </>
  )
}
