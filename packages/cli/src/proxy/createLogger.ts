import { type Logger, levels, pino } from 'pino'
import type { Shell } from '../command.ts'
import { ConfigError } from '../errors.ts'

const known = [...Object.values(levels.labels), 'silent']

/**
 * Writes one JSON object a line, from the level of `LOG_LEVEL` on. The proxy takes secrets out of its lines by itself.
 * @throws {ConfigError} for an unknown level
 */
export function createLogger({ env, print }: Pick<Shell, 'env' | 'print'>): Logger {
  const level = env.LOG_LEVEL || 'info'
  if (!known.includes(level)) throw new ConfigError(`LOG_LEVEL must be one of ${known.join(', ')}.`)
  return pino({ level }, { write: (line: string) => print(line.trimEnd()) })
}
