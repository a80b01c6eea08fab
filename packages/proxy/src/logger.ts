/** Logger of the CRM, e.g. pino. */
export interface ChatLogger {
  info: (fields: object, message: string) => void
  warn: (fields: object, message: string) => void
  error: (fields: object, message: string) => void
}

/** Fields of a log line. No bodies, no links, no headers. */
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

/** Makes a logger that writes to the CRM's own, without the key and control characters. Silent without one. */
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
