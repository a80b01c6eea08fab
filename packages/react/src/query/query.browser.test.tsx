import type { ChatClient } from '@crm-chat/core'
import type { Channel, MessageRequest, Template } from '@crm-chat/protocol'
import { dehydrate, HydrationBoundary, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, expectTypeOf, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { openWorld } from '../../../core/test/openWorld.ts'
import { ChatProvider } from '../ChatProvider.tsx'
import { createTestChat, type TestChat, type TestChatOptions } from '../testing/index.ts'
import {
  channelQuery,
  channelsQuery,
  chatKey,
  templatesQuery,
  useChannel,
  useChannels,
  useChatInvalidation,
  useSendMessage,
  useTemplates,
} from './index.ts'

const channel = (id: string, state = 'active'): Channel => ({ id, transport: 'wapi', state })
const template: Template = { id: '1', name: 'hello', status: 'approved' }
const answers = { channels: { channels: [channel('7')] }, templates: { templates: [template] } }

/** A client whose subscriptions are counted. */
function createCountedChat(options: TestChatOptions = { answers }): { chat: TestChat; count: () => number } {
  let open = 0
  const chat = createTestChat(options)
  const { subscribe } = chat.events
  chat.events.subscribe = (listener) => {
    const stop = subscribe(listener)
    open += 1
    return () => {
      open -= 1
      stop()
    }
  }
  return { chat, count: () => open }
}

function show({
  chat,
  children,
  queryClient = new QueryClient(),
}: {
  chat: ChatClient
  children: ReactNode
  queryClient?: QueryClient
}): ReactNode {
  return (
    <QueryClientProvider client={queryClient}>
      <ChatProvider chat={chat}>{children}</ChatProvider>
    </QueryClientProvider>
  )
}

function Channels(): ReactNode {
  const { data, error } = useChannels()
  return <p>{error ? error.code : (data?.map(({ id, state }) => `${id} ${state}`).join() ?? 'loading')}</p>
}

function Templates(): ReactNode {
  const { data = [] } = useTemplates({ select: (all) => all.map(({ name }) => name) })
  return <p>{data.join()}</p>
}

const operationsOf = (chat: TestChat) => chat.calls.map(({ operation }) => operation)

test('reads channels and templates once for all components', async () => {
  const { chat } = createCountedChat()
  const children = [<Channels key="1" />, <Channels key="2" />, <Templates key="3" />]
  const screen = await render(show({ chat, children }))
  await expect.element(screen.getByText('hello')).toBeVisible()
  expect(screen.getByText('7 active').elements()).toHaveLength(2)
  expect(operationsOf(chat).sort()).toEqual(['channels', 'templates'])
})

test('reads them again after a live event about a channel, once for several, and not after another event', async () => {
  const { chat } = createCountedChat()
  const screen = await render(show({ chat, children: [<Channels key="1" />, <Templates key="2" />] }))
  await expect.element(screen.getByText('7 active')).toBeVisible()
  chat.set({ answers: { channels: { channels: [channel('7', 'off'), channel('8')] } } })
  for (const name of ['message', 'export', 'unheard_of', 'drain']) chat.send({ name, data: {} })
  expect(chat.calls).toHaveLength(2)
  for (const id of ['7', '8']) chat.send({ name: 'channel', data: { channel: channel(id) } })
  await expect.element(screen.getByText('7 off,8 active')).toBeVisible()
  expect(operationsOf(chat).sort()).toEqual(['channels', 'channels', 'templates', 'templates'])
})

test('reads them again when a stream begins anew, and not for the first one, unless they are older', async () => {
  const { chat } = createCountedChat()
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } })
  queryClient.setQueryData(templatesQuery(chat).queryKey, [template])
  const screen = await render(show({ chat, queryClient, children: [<Channels key="1" />, <Templates key="2" />] }))
  await expect.element(screen.getByText('7 active')).toBeVisible()
  expect(operationsOf(chat)).toEqual(['channels'])
  const begin = () => chat.send({ name: 'session', data: { userId: '7' } })
  begin()
  await expect.poll(() => operationsOf(chat)).toEqual(['channels', 'templates'])
  begin()
  await expect.poll(() => operationsOf(chat).sort()).toEqual(['channels', 'channels', 'templates', 'templates'])
})

function Silent(): null {
  useChatInvalidation()
  return null
}

test('has one subscription however many hooks there are, and none after the last', async () => {
  const { chat, count } = createCountedChat()
  const queryClient = new QueryClient()
  const view = (children: ReactNode) => show({ chat, queryClient, children })
  const screen = await render(view([<Channels key="1" />, <Channels key="2" />, <Silent key="3" />]))
  expect(count()).toBe(1)
  await screen.rerender(view(<Silent key="3" />))
  expect(count()).toBe(1)
  await screen.rerender(view(null))
  expect(count()).toBe(0)
})

test('leaves one request and one subscription in StrictMode, whose rehearsal is cancelled', async () => {
  const { chat, count } = createCountedChat()
  const view = (children: ReactNode) => <StrictMode>{show({ chat, queryClient, children })}</StrictMode>
  const queryClient = new QueryClient()
  const screen = await render(view(<Channels />))
  await expect.element(screen.getByText('7 active')).toBeVisible()
  expect(count()).toBe(1)
  expect(queryClient.getQueryState(channelsQuery(chat).queryKey)?.dataUpdateCount).toBe(1)
  await screen.rerender(view(null))
  expect(count()).toBe(0)
})

test('retries what may succeed later, when the server wants it, and gives the reason otherwise', async () => {
  let failures = 0
  const { chat } = createCountedChat({
    answers: {
      channels: () => {
        failures += 1
        return failures < 2 ? { error: 'busy', retryAfterMs: 1 } : answers.channels
      },
      templates: { error: 'not_supported' },
    },
  })
  const { retry, retryDelay } = channelsQuery(chat)
  const busy = { name: 'ChatError', retryable: true, retryAfterMs: 5000 } as never
  expect(typeof retryDelay === 'function' && retryDelay(0, busy)).toBe(5000)
  expect([0, 1, 2, 3].map((count) => typeof retry === 'function' && retry(count, busy))).toEqual([
    true,
    true,
    true,
    false,
  ])
  const queryClient = new QueryClient()
  const screen = await render(show({ chat, queryClient, children: <Channels /> }))
  await expect.element(screen.getByText('7 active')).toBeVisible()
  expect(failures).toBe(2)
  await expect(queryClient.fetchQuery(templatesQuery(chat))).rejects.toMatchObject({
    name: 'ChatError',
    code: 'not_supported',
  })
  expect(operationsOf(chat).filter((name) => name === 'templates')).toHaveLength(1)
})

function One(): ReactNode {
  const { data } = useChannel({ channelId: 'a/b', enabled: true })
  return <p>{data?.id}</p>
}

test('ends its request with the component, and shows one channel by its id', async () => {
  const { chat } = createCountedChat({
    answers: { channels: () => new Promise(() => undefined), channel: ({ path }) => channel(decodeURIComponent(path)) },
  })
  const queryClient = new QueryClient()
  const screen = await render(show({ chat, queryClient, children: [<Channels key="1" />, <One key="2" />] }))
  await expect.element(screen.getByText('channels/a/b')).toBeVisible()
  expect(chat.calls).toContainEqual({ operation: 'channel', path: 'channels/a%2Fb' })
  const fetching = () => queryClient.isFetching()
  expect(fetching()).toBe(1)
  await screen.rerender(null)
  await expect.poll(fetching).toBe(0)
})

test('has stable keys of its own for each user, and for each client whose user is not known', () => {
  const keyOf = (userId: string) => channelsQuery(createTestChat({ user: { id: userId, name: '' } })).queryKey
  expect(keyOf('7')).toEqual(['crm-chat', '/chat', '7', 'channels'])
  expect(keyOf('7')).not.toEqual(keyOf('8'))
  const unnamed = [1, 2].map(() => ({ endpoint: '/chat', options: {} }))
  const [one, other] = unnamed.map(chatKey)
  expect(one).not.toEqual(other)
  expect(unnamed.map(chatKey)).toEqual([one, other])
})

test('renders on a server what has been prefetched, and hydrates it without a request', async () => {
  const chat = createTestChat({ answers })
  const server = new QueryClient()
  await server.prefetchQuery(channelsQuery(chat))
  const state = dehydrate(server)
  const page = createTestChat({ answers })
  const queryClient = () => new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } })
  const view = (client: QueryClient) =>
    show({
      chat: page,
      queryClient: client,
      children: (
        <HydrationBoundary state={JSON.parse(JSON.stringify(state))}>
          <Channels />
        </HydrationBoundary>
      ),
    })
  const html = renderToString(view(queryClient()))
  expect(html).toContain('7 active')
  const container = document.body.appendChild(document.createElement('div'))
  container.innerHTML = html
  const screen = await render(view(queryClient()), { container, hydrate: true } as never)
  await expect.element(screen.getByText('7 active')).toBeVisible()
  expect(page.calls).toEqual([])
  await screen.unmount()
  container.remove()
})

test('works with a proxy: reads a list, and reads it again after an event of the stream', async () => {
  const world = openWorld()
  const setChannels = (state: string) =>
    world.set({ answers: { channels: { status: 200, body: JSON.stringify({ channels: [channel('7', state)] }) } } })
  await setChannels('active')
  const screen = await render(
    <QueryClientProvider client={new QueryClient()}>
      <ChatProvider endpoint={world.endpoint} userId="7">
        <Channels />
      </ChatProvider>
    </QueryClientProvider>,
  )
  await expect.element(screen.getByText('7 active')).toBeVisible()
  await expect.poll(async () => (await world.see()).openStreams).toBe(1)
  await setChannels('off')
  await world.send('channel', { channel: channel('7', 'off') })
  await expect.element(screen.getByText('7 off')).toBeVisible()
  await screen.unmount()
  await expect.poll(async () => (await world.see()).openStreams).toBe(0)
})

function useTyped() {
  expectTypeOf(useTemplates().data).toEqualTypeOf<Template[] | undefined>()
  expectTypeOf(useChannels({ select: (all) => all.length }).data).toEqualTypeOf<number | undefined>()
  // @ts-expect-error: the key is the hook's own.
  useChannels({ queryKey: ['own'] })
}

test('types the data of queries, hooks and keys', async () => {
  const chat = createTestChat({ answers: { channel: channel('7') } })
  const queryClient = new QueryClient()
  expectTypeOf(useTyped).toBeFunction()
  expectTypeOf(queryClient.getQueryData(channelsQuery(chat).queryKey)).toEqualTypeOf<Channel[] | undefined>()
  const loaded = await queryClient.fetchQuery(channelQuery(chat, { channelId: '7' }))
  expectTypeOf(loaded).toEqualTypeOf<Channel>()
  expect(loaded.id).toBe('7')
})

test('sends a message with an id that its retries keep', async () => {
  let failures = 1
  const chat = createTestChat({
    answers: {
      sendMessage: () => {
        failures -= 1
        return failures >= 0 ? { error: 'upstream_unavailable' } : { messageId: 'm1' }
      },
    },
  })
  const screen = await render(show({ chat, children: <Sender /> }))
  await screen.getByRole('button', { name: 'Send' }).click()
  await screen.getByRole('button', { name: 'm1' }).click()
  await expect.poll(() => chat.calls).toHaveLength(3)
  const [first, second, third] = chat.calls.map(({ body }) => Object(body).crmMessageId)
  expect(first).toMatch(/^[0-9a-f]{32}$/)
  expect(second).toBe(first)
  expect(third).not.toBe(first)
})

function Sender({ message }: { message?: MessageRequest }): ReactNode {
  const { mutate, data } = useSendMessage({ retry: 1, retryDelay: 0 })
  const to = { chatType: 'whatsapp', chatId: '79998887766' } as const
  return (
    <button type="button" onClick={() => mutate(message ?? { to, text: 'Hello' })}>
      {data?.messageId ?? 'Send'}
    </button>
  )
}

test('sends a message again that was sent before, as another one', async () => {
  let failures = 1
  const chat = createTestChat({
    answers: {
      sendMessage: () => {
        failures -= 1
        return failures >= 0 ? { error: 'upstream_unavailable' } : { messageId: 'm1' }
      },
    },
  })
  const message = { to: { chatType: 'whatsapp', chatId: '79998887766' }, text: 'Hello' } as const
  const screen = await render(show({ chat, children: <Sender message={message} /> }))
  await screen.getByRole('button', { name: 'Send' }).click()
  await screen.getByRole('button', { name: 'm1' }).click()
  await expect.poll(() => chat.calls).toHaveLength(3)
  const [first, second, third] = chat.calls.map(({ body }) => Object(body).crmMessageId)
  expect(second).toBe(first)
  expect(third).toMatch(/^[0-9a-f]{32}$/)
  expect(third).not.toBe(first)
})
