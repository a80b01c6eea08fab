import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Accounts } from '../server/account.ts'
import { type StreamedEvent, streamChanges } from './events.ts'
import { subscribeTopics, type Topic } from './topics.ts'

/** A topic of an account that may have changed. */
export interface AccountChange {
  accountId: number
  topic: Topic
}

/**
 * `GET /_sandbox/accounts/events`: streams the changes of all accounts, so that one connection serves every tab of a
 * browser. The first event is `ready`; then `changed` with an {@link AccountChange} as JSON, and `accounts` when an account
 * is added.
 */
export function accountEvents({ accounts }: { accounts: Accounts }): Hono {
  return new Hono({ strict: false }).get('/accounts/events', (context) =>
    streamSSE(context, (stream) =>
      streamChanges({ stream, firstEvent: 'ready', subscribe: (add) => subscribeAll(accounts, add) }),
    ),
  )
}

function subscribeAll(accounts: Accounts, add: (event: StreamedEvent) => void): () => void {
  const ends: (() => void)[] = []
  let isNew = false
  const unwatch = accounts.watch((account) => {
    const { accountId } = account
    const addTopic = (topic: Topic): void =>
      add({ event: 'changed', data: JSON.stringify({ accountId, topic } satisfies AccountChange) })
    ends.push(subscribeTopics(account, addTopic))
    if (isNew) add({ event: 'accounts', data: '' })
  })
  isNew = true
  return () => {
    unwatch()
    for (const end of ends) end()
  }
}
