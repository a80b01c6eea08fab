import type { Clock } from '../clock.ts'
import { defaultLogger } from '../development.ts'
import { createProxyLogger } from '../logger.ts'
import type { ChatProxyOptions } from '../parseOptions.ts'
import type { SharedMessage } from './sharedMessage.ts'
import type { SharedConnection } from './sharedState.ts'

/** Connects a proxy with the other processes of its CRM, if the options name a place where they meet. */
export function openShared({
  options: { shared, logger = defaultLogger() },
  clock,
  onMessage,
  onBack,
}: {
  options: Pick<ChatProxyOptions, 'shared' | 'logger'>
  clock: Clock
  onMessage: (message: SharedMessage) => void
  onBack: () => void
}): SharedConnection | undefined {
  const redact = (text: string): string => shared?.redact(text) ?? text
  return shared?.open({ clock, logger: createProxyLogger({ logger, redact, clock }), onMessage, onBack })
}
