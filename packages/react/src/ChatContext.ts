'use client'

import type { ChatClient } from '@crm-chat/core'
import { createContext } from 'react'

/** Carries the page's one client from {@link ChatProvider} to the hooks. */
export const ChatContext = createContext<ChatClient | null>(null)
