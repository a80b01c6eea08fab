import type { ChatClient } from '../createChat.ts'

/** Parts of a client that its windows use. */
export type WindowClient = Pick<ChatClient, 'openWindow' | 'now' | 'clock' | 'options' | 'signal'>
