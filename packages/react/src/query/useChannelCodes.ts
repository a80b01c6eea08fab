'use client'

import { parseChannelChange } from '@crm-chat/protocol/wire/parseChannelChanges'
import { useEffect, useState } from 'react'
import { useChat } from '../useChat.ts'

/** QR codes that channels show now, as `data:` URLs by the channel's id. They come as events, and are kept nowhere else. */
export function useChannelCodes(): ReadonlyMap<string, string> {
  const chat = useChat()
  const [codes, setCodes] = useState<ReadonlyMap<string, string>>(new Map())
  useEffect(
    () =>
      chat.events.subscribe((event) => {
        const change = event?.name === 'channel' ? parseChannelChange(event.data) : undefined
        if (!change) return
        const { channel, qr } = change
        if (qr === undefined && channel.reason === 'qr') return // Says that it waits, and the code comes by itself.
        setCodes((known) => {
          const others = [...known].filter(([id]) => id !== channel.id)
          return new Map(qr === undefined ? others : [...others, [channel.id, qr]])
        })
      }),
    [chat],
  )
  return codes
}
