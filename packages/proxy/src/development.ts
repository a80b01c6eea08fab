import type { ChatLogger } from './logger.ts'

/** Returns true unless `NODE_ENV` says that this is production or a test. */
export function isDevelopment(): boolean {
  const environment = globalThis.process?.env?.NODE_ENV // Some runtimes have no process.
  return environment !== 'production' && environment !== 'test'
}

/** The logger where the CRM gives none: in development problems are shown on the console. */
export function defaultLogger(): ChatLogger | undefined {
  if (!isDevelopment()) return undefined
  const show = (fields: object, message: string): void => {
    // biome-ignore lint/suspicious/noConsole: the place where a developer without a logger looks.
    console.warn(`[crm-chat] ${message}`, fields)
  }
  return { info: () => {}, warn: show, error: show }
}
