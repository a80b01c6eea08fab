import type { ChatLogger } from '../src/logger.ts'

/** A line of the CRM's log. */
export interface LogLine {
  level: 'info' | 'warn' | 'error'
  fields: object
  message: string
}

/** Makes a logger that keeps its lines. */
export function createLog(): ChatLogger & { lines: LogLine[] } {
  const lines: LogLine[] = []
  const writer = (level: LogLine['level']) => (fields: object, message: string) => {
    lines.push({ level, fields, message })
  }
  return { lines, info: writer('info'), warn: writer('warn'), error: writer('error') }
}
