import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Customer } from '../../../src/store/entities/customers.ts'
import { Choice } from '../../ui/Choice.tsx'
import { formatAccount, formatName, messengerNames } from '../../ui/format/formatAccount.ts'
import { Problem } from '../../ui/Problem.tsx'
import { type Column, Table } from '../../ui/Table.tsx'
import { callControl } from '../control/callControl.ts'
import { chatsQueryOptions } from '../control/chatQueries.ts'

type Standing = Customer['standing']
interface CustomersResponse {
  customers: Customer[]
}

const customersQuery = { queryKey: ['customers'], queryFn: () => callControl<CustomersResponse>('GET /customers') }
const columns: Column[] = [
  { name: 'Customer' },
  { name: 'Messenger', isWide: true },
  { name: 'Unanswered' },
  { name: 'Standing' },
]

/** The chats, and whether each customer can be reached. */
export function ChatsTable() {
  const { data: chats, error } = useQuery(chatsQueryOptions())
  const { data } = useQuery(customersQuery)
  const queryClient = useQueryClient()
  const set = useMutation({
    mutationFn: (customer: Customer) => callControl<CustomersResponse>('PUT /customers', customer),
    onSuccess: (response) => queryClient.setQueryData(customersQuery.queryKey, response),
  })
  const rows = chats?.map((chat) => {
    const { chatType, chatId, unanswered } = chat
    const known = data?.customers.find((customer) => customer.chatType === chatType && customer.chatId === chatId)
    return {
      id: `${chatType} ${chatId}`,
      cells: [
        <span key="name" className="block">
          <span className="block font-medium">{formatName(chat)}</span>
          <span className="block text-xs text-muted">{formatAccount(chat)}</span>
        </span>,
        messengerNames[chatType],
        unanswered,
        <Choice
          key="standing"
          label={`Standing of ${formatName(chat)}`}
          value={known?.standing ?? 'reachable'}
          options={standings}
          onChange={(standing) => set.mutate({ chatType, chatId, standing })}
        />,
      ],
    }
  })
  return (
    <>
      <Problem error={error ?? set.error} />
      <Table name="Chats" columns={columns} rows={rows ?? []} empty="No chats yet. Write as a customer on the phone." />
    </>
  )
}

const standings: { value: Standing; name: string }[] = [
  { value: 'reachable', name: 'Reachable' },
  { value: 'noAccount', name: 'Has no account' },
  { value: 'accountDeleted', name: 'Account deleted' },
  { value: 'reportedSpam', name: 'Reported spam' },
]
