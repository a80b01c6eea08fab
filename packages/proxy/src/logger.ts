/** Where the proxy writes its log: pino fits as it is. */
export interface ChatLogger {
  info: (fields: object, message: string) => void
  warn: (fields: object, message: string) => void
  error: (fields: object, message: string) => void
}

/** What the proxy logs. No bodies, no links, no headers. */
export interface LogFields {
  requestId?: string
  operation?: string | undefined
  userId?: string
  code?: string
  reason?: string | undefined
}

/** The proxy's own logger. */
export interface ProxyLogger {
  info: (fields: LogFields, message: string) => void
  warn: (fields: LogFields, message: string) => void
  error: (fields: LogFields, message: string) => void
}

/** Writes to the CRM's logger, with the key taken out of every field and control characters with it. Silent without one. */
export function createProxyLogger({
  logger,
  redact,
}: {
  logger: ChatLogger | undefined
  redact: (text: string) => string
}): ProxyLogger {
  const clean = (fields: LogFields): object =>
    Object.fromEntries(
      Object.entries(fields).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, withoutControls(redact(value))]] : [],
      ),
    )
  return {
    info: (fields, message) => logger?.info(clean(fields), message),
    warn: (fields, message) => logger?.warn(clean(fields), message),
    error: (fields, message) => logger?.error(clean(fields), message),
  }
}

/** A line break in a name must not start a log line of its own. */
function withoutControls(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ').slice(0, 1000)
}
