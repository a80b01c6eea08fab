import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { formatAccount, formatName, messengerNames } from '../../format/formatAccount.ts'
import { callControl } from '../control/callControl.ts'
import { chatsQueryOptions } from '../control/chatQueries.ts'
import { Button } from '../shell/Button.tsx'
import { Panel } from '../shell/Panel.tsx'
import { Problem } from '../shell/Problem.tsx'
import { ScrollArea } from '../shell/ScrollArea.tsx'
import { Tag } from '../shell/Tag.tsx'
import { Transfer } from './Transfer.tsx'

interface ControlChannel {
  channelId: string
  transport: string
  plainId: string
  state: string
}

/** What the account holds: its channels and its dialogues. */
export function DataPanel() {
  const channels = useQuery({
    queryKey: ['channels'],
    queryFn: async () => (await callControl<{ channels: ControlChannel[] }>('GET /channels')).channels,
  })
  const chats = useQuery(chatsQueryOptions())
  return (
    <Panel
      title="Data"
      about="What the account holds"
      actions={
        <>
          <Transfer />
          <Reset />
        </>
      }
    >
      <ScrollArea>
        <div className="grid gap-6 grid-cols-1 p-6">
          <Problem error={channels.error ?? chats.error} />
          <Table
            name="Channels"
            columns={['Channel', 'Messenger', 'State', 'Id']}
            rows={(channels.data ?? []).map(({ channelId, transport, plainId, state }) => ({
              id: channelId,
              cells: [
                plainId || '—',
                transport,
                <Tag key="state" tone={state === 'active' ? 'good' : 'warn'}>
                  {state}
                </Tag>,
                <code key="id" className="font-mono text-xs">
                  {channelId}
                </code>,
              ],
            }))}
          />
          <Table
            name="Chats"
            columns={['Name', 'Messenger', 'Account', 'Unanswered']}
            rows={(chats.data ?? []).map((chat) => ({
              id: `${chat.chatType} ${chat.chatId}`,
              cells: [formatName(chat), messengerNames[chat.chatType], formatAccount(chat), chat.unanswered],
            }))}
          />
        </div>
      </ScrollArea>
    </Panel>
  )
}

/** Asks twice: what is gone is gone. */
function Reset() {
  const [isAsked, setIsAsked] = useState(false)
  const reset = useMutation({ mutationFn: () => callControl('POST /reset'), onSuccess: () => setIsAsked(false) })
  if (!isAsked)
    return (
      <Button look="danger" onClick={() => setIsAsked(true)}>
        Reset
      </Button>
    )
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Problem error={reset.error} />
      <span className="text-[13px]">Everything goes back to the first day.</span>
      <Button onClick={() => setIsAsked(false)}>Keep it</Button>
      <Button look="danger" onClick={() => reset.mutate()}>
        Reset now
      </Button>
    </span>
  )
}

interface TableProps {
  name: string
  columns: string[]
  rows: { id: string; cells: ReactNode[] }[]
}

function Table({ name, columns, rows }: TableProps) {
  return (
    <section aria-label={name}>
      <h3 className="mb-1.5 px-1 text-[13px] font-medium">
        {name} <span className="text-muted">{rows.length}</span>
      </h3>
      <div className="overflow-hidden rounded-xl border border-line bg-surface">
        <table className="w-full text-left text-[13px]">
          <thead className="text-xs text-muted">
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" className="px-3 py-2 font-medium">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line border-t border-line">
            {rows.map(({ id, cells }) => (
              <tr key={id}>
                {cells.map((cell, index) => (
                  <td key={columns[index]} className="px-3 py-2 align-top wrap-anywhere">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
