import { useMutation, useQuery } from '@tanstack/react-query'
import type { UserRole } from '../../../src/store/schema.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { type Column, Table } from '../../ui/Table.tsx'
import { callControl } from '../control/callControl.ts'
import { usersQueryOptions } from '../control/userQueries.ts'

const columns: Column[] = [{ name: 'User' }, { name: 'Unanswered' }, { name: 'Role' }]

/** The company's staff, with unanswered counts and roles. */
export function UsersTable() {
  const { data, error } = useQuery(usersQueryOptions())
  const set = useMutation({
    mutationFn: ({ id, role }: { id: string; role: UserRole['role'] }) =>
      callControl(`PUT /users/${encodeURIComponent(id)}/role`, { role }),
  })
  const rows = data?.users.map(({ id, name, recent: { count, tone } }) => ({
    id,
    cells: [
      <span key="name" className="block">
        <span className="block font-medium">{name}</span>
        <span className="block text-xs text-muted">{id}</span>
      </span>,
      count === 0 ? '0' : `${count}, ${tone}`,
      <Choice
        key="role"
        label={`Role of ${name}`}
        value={data.roles.find(({ userId, channelId }) => userId === id && channelId === '*')?.role ?? 'seller'}
        options={roles}
        onChange={(role) => set.mutate({ id, role })}
      />,
    ],
  }))
  return (
    <>
      <Problem error={error ?? set.error} />
      <Table
        name="Users"
        columns={columns}
        rows={rows ?? []}
        empty="No users yet. The CRM adds them when it uploads users or requests a link to the chats page."
      />
    </>
  )
}

const roles: { value: UserRole['role']; name: string }[] = [
  { value: 'seller', name: 'Seller' },
  { value: 'manager', name: 'Manager' },
  { value: 'auditor', name: 'Auditor' },
  { value: 'none', name: 'None' },
]
