'use client'

import type { ChatClient, ChatError } from '@crm-chat/core'
import {
  type ChannelTransport,
  type ConnectStep,
  findTransport,
  type KeptConnection,
  keepConnection,
  stepLimitsMs,
  toConnectStep,
} from '@crm-chat/core/admin'
import type { Channel, ChannelRequest, ChannelResponse, WindowLink } from '@crm-chat/protocol'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useChat } from '../useChat.ts'
import { keepChannel, onlyOnce } from './channelMutations.ts'
import { createChannel, linkChannel, pairChannel, reinitChannel, verifyChannel } from './channelRequests.ts'
import { channelQuery, channelsQuery } from './channelsQuery.ts'
import { useChannelCodes } from './useChannelCodes.ts'
import { useChannels } from './useChannels.ts'
import { useChatQuery } from './useChatQuery.ts'

/** Options of {@link useConnectChannel}. */
export interface ConnectChannelOptions {
  /** Channel to connect again, or to go on with. @default a new one */
  channel?: Channel | undefined
  /** Interval of questions about the channel, for a proxy without events. @default 5_000 */
  intervalMs?: number | undefined
}

/** A request of the user that failed. */
export interface ConnectFailure {
  action: 'begin' | 'pair' | 'verify'
  error: ChatError
}

/** A channel that is being connected, and what the user may do. */
export interface ChannelConnection {
  step: ConnectStep
  transport: ChannelTransport | undefined
  channel: Channel | undefined
  /** QR code to scan, as a `data:` URL. */
  qr: string | undefined
  /** Address at which the user goes on. */
  url: string | undefined
  /** The vendor's window. */
  frame: WindowLink | undefined
  /** Code to enter on the phone with this number. It expires with the QR code. */
  pairing: { code: string; phone: string; isExpired: boolean } | undefined
  /** True once the step takes longer than it should. */
  isLate: boolean
  /** Request under way. */
  pending: ConnectFailure['action'] | undefined
  failure: ConnectFailure | undefined
  /** Failure that keeps the channel from being read. */
  readError: ChatError | null
  choose: (transport: string) => void
  /** Creates the channel, connects it again, or opens the vendor's window. Nobody repeats it but the user. */
  begin: (credentials?: ChannelRequest['credentials']) => void
  /** Asks for a pairing code for a phone number, in digits. */
  pair: (phone: string) => void
  verify: (code: string) => void
  /** Forgets the connection. The channel stays as it is. */
  leave: () => void
}

/**
 * Connects a channel, step by step, or connects one again. The steps follow the channel's own state, so a page that is loaded again
 * goes on with the same channel. Credentials, codes and links are kept nowhere.
 * @example
 * const { step, qr, choose, begin } = useConnectChannel()
 */
export function useConnectChannel({
  channel: given,
  intervalMs = 5_000,
}: ConnectChannelOptions = {}): ChannelConnection {
  const chat = useChat()
  const queryClient = useQueryClient()
  const { endpoint, options } = chat
  const keeper = useMemo(() => keepConnection({ endpoint, userId: options.userId }), [endpoint, options.userId])
  const [kept, setKept] = useState(() => toFirst(keeper.read(), given))
  const [url, setUrl] = useState<string>()
  const [frame, setFrame] = useState<WindowLink>()
  const [pairing, setPairing] = useState<{ code: string; phone: string; qr: string | undefined }>()
  const transport = kept && findTransport(kept.transport)
  const channelId = kept?.channelId

  const query = useChatQuery<Channel, Channel, readonly ['channels', string]>(
    channelQuery(chat, { channelId: channelId ?? '' }),
    {
      enabled: channelId !== undefined,
      refetchInterval: ({ state: { data } }) => (data?.state === 'active' ? false : intervalMs),
      ...(given && { placeholderData: given }),
    },
  )
  const channel = channelId === undefined ? undefined : query.data
  const qr = useChannelCodes().get(channelId ?? '')
  const isGone = query.error?.code === 'not_found'
  const step = toConnectStep({
    transport,
    channel,
    isGone,
    isStarted: kept?.isStarted === true,
    hasFrame: frame !== undefined,
    hasQr: qr !== undefined,
  })
  const isOver = step === 'done' || step === 'gone'

  useEffect(() => {
    if (isOver) keeper.write(undefined)
  }, [isOver, keeper])

  const found = useNewChannel({ kept, hasFrame: frame !== undefined, intervalMs })
  useEffect(() => {
    if (found === undefined) return
    setKept((now) => (now?.channelId === undefined && now ? { ...now, channelId: found } : now))
  }, [found])
  useEffect(() => {
    if (kept && !isOver) keeper.write(kept)
  }, [kept, isOver, keeper])

  const begin = useMutation<void, ChatError, ChannelRequest['credentials']>({
    mutationFn: async (credentials) => {
      if (!transport || !kept) return
      const { name: own, way } = transport
      if (way === 'frame') {
        const all = await queryClient.fetchQuery({ ...channelsQuery(chat), staleTime: 0 })
        setFrame(await linkChannel(chat, { transport: own, ...(channelId !== undefined && { channelId }) }))
        return setKept({ ...kept, isStarted: true, known: kept.known ?? all.map(({ id }) => id) })
      }
      const response = await start({ chat, transport: own, channelId, credentials })
      keepChannel({ chat, queryClient, response })
      setUrl(response.url)
      const { channel: started } = response
      setKept({ ...kept, isStarted: true, channelId: started.id })
      // Of a channel that was connected before, a vendor may have no page.
      if (way === 'redirect' && response.url === undefined && started.state !== 'active')
        setFrame(await linkChannel(chat, { transport: own, channelId: started.id }))
    },
    ...onlyOnce,
  })
  const pair = useMutation<void, ChatError, string>({
    mutationFn: async (phone) => {
      if (channelId === undefined) return
      setPairing({ ...(await pairChannel(chat, { channelId, phone })), phone, qr })
    },
    ...onlyOnce,
  })
  const verify = useMutation<void, ChatError, string>({
    mutationFn: async (code) => {
      if (channelId === undefined) return
      await verifyChannel(chat, { channelId, code })
      await query.refetch()
    },
    ...onlyOnce,
  })

  const actions = { begin, pair, verify }
  const names = ['begin', 'pair', 'verify'] as const
  const failed = names.find((action) => actions[action].error)
  const error = failed && actions[failed].error

  return {
    step,
    transport,
    channel,
    qr,
    url,
    frame,
    pairing: pairing && { code: pairing.code, phone: pairing.phone, isExpired: pairing.qr !== qr },
    isLate: useIsLate({ step, qr }),
    pending: names.find((action) => actions[action].isPending),
    failure: failed && error ? { action: failed, error } : undefined,
    readError: isGone || !query.isError ? null : query.error,
    choose: (name) => {
      reset()
      setKept({ transport: name })
    },
    begin: (credentials) => {
      reset()
      begin.mutate(credentials)
    },
    pair: (phone) => {
      reset()
      pair.mutate(phone)
    },
    verify: (code) => {
      reset()
      verify.mutate(code)
    },
    leave: () => {
      reset()
      setUrl(undefined)
      setFrame(undefined)
      setPairing(undefined)
      setKept(undefined)
      keeper.write(undefined)
    },
  }

  function reset(): void {
    for (const name of names) actions[name].reset()
  }
}

/** Creates a channel, or connects one again. */
function start({
  chat,
  transport,
  channelId,
  credentials,
}: { chat: ChatClient; channelId: string | undefined } & ChannelRequest): Promise<ChannelResponse> {
  const given = credentials && { credentials }
  return channelId === undefined
    ? createChannel(chat, { transport, ...given })
    : reinitChannel(chat, { channelId, ...given })
}

/** Goes on with what the page kept, unless the user wants another channel now. */
function toFirst(stored: KeptConnection | undefined, given: Channel | undefined): KeptConnection | undefined {
  if (!given || stored?.channelId === given.id) return stored
  return { transport: given.transport, channelId: given.id }
}

/** Finds the channel that the vendor's window has made: one that was not there before. */
function useNewChannel({
  kept,
  hasFrame,
  intervalMs,
}: {
  kept: KeptConnection | undefined
  hasFrame: boolean
  intervalMs: number
}): string | undefined {
  const known = kept?.channelId === undefined ? kept?.known : undefined
  const { data } = useChannels({ enabled: known !== undefined, refetchInterval: hasFrame ? intervalMs : false })
  return known && data?.find(({ id, transport }) => transport === kept?.transport && !known.includes(id))?.id
}

/** Returns true once a step, or its code, has been there for longer than it should. */
function useIsLate({ step, qr }: { step: ConnectStep; qr: string | undefined }): boolean {
  const { clock } = useChat()
  const now = `${step} ${qr}`
  const [late, setLate] = useState('')
  const limitMs = stepLimitsMs[step]
  useEffect(() => (limitMs === undefined ? undefined : clock.after(limitMs, () => setLate(now))), [clock, limitMs, now])
  return late === now
}
