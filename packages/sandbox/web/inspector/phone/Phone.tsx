import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { chatsQueryOptions } from '../control/chatQueries.ts'
import type { Customer } from './customer.ts'
import { NewCustomer } from './NewCustomer.tsx'
import { PhoneHome } from './PhoneHome.tsx'
import { PhoneThread } from './PhoneThread.tsx'

type Screen = { kind: 'home' } | { kind: 'new' } | { kind: 'thread'; customer: Customer }

/** A phone that plays the customers, one chat at a time. */
export function Phone() {
  const [screen, setScreen] = useState<Screen>({ kind: 'home' })
  const chats = useQuery(chatsQueryOptions())
  const goHome = () => setScreen({ kind: 'home' })
  const open = (customer: Customer) => setScreen({ kind: 'thread', customer })
  return (
    <div className="flex min-h-0 min-w-0 grow p-2 wide:justify-center wide:p-4">
      <div className="flex min-h-0 w-full min-w-0 max-w-[25rem] flex-col overflow-hidden rounded-[1.75rem] border-[6px] border-phone bg-surface shadow-lg">
        {screen.kind === 'home' && (
          <PhoneHome chats={chats.data} error={chats.error} onOpen={open} onNew={() => setScreen({ kind: 'new' })} />
        )}
        {screen.kind === 'new' && <NewCustomer onCancel={goHome} onDone={open} />}
        {screen.kind === 'thread' && <PhoneThread customer={screen.customer} onBack={goHome} />}
      </div>
    </div>
  )
}
