import { type DestinationStream, type Logger, pino } from 'pino'

/** Options of {@link createLogger}. */
export interface LoggerOptions {
  level: string
  /** Never written, wherever they occur in a line. */
  secrets: readonly string[]
  destination: DestinationStream
}

/** Creates the server's log: lines of JSON. Credentials are redacted by field name, the vendors' keys by value. */
export function createLogger({ level, secrets, destination }: LoggerOptions): Logger {
  const forms = secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
  return pino(
    {
      level,
      base: null,
      redact: [
        'apiKey',
        '*.apiKey',
        'headers.authorization',
        'headers.cookie',
        '*.headers.authorization',
        '*.headers.cookie',
      ],
      hooks: { streamWrite: (line) => forms.reduce((text, form) => text.replaceAll(form, '[key]'), line) },
    },
    destination,
  )
}
