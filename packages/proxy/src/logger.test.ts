import { expect, it } from 'vitest'
import { createLog } from '../test/createLog.ts'
import { createProxyLogger } from './logger.ts'

const redact = (text: string): string => text.replaceAll('KEY', '[redacted]')

it('writes each level to the CRM’s own logger, without the key', () => {
  const log = createLog()
  const logger = createProxyLogger({ logger: log, redact })
  logger.info({ userId: '1' }, 'one')
  logger.warn({ reason: 'the KEY is wrong' }, 'two')
  logger.error({ code: 'internal', reason: undefined }, 'three')
  expect(log.lines).toEqual([
    { level: 'info', fields: { userId: '1' }, message: 'one' },
    { level: 'warn', fields: { reason: 'the [redacted] is wrong' }, message: 'two' },
    { level: 'error', fields: { code: 'internal' }, message: 'three' },
  ])
})

it('lets no field begin a line of its own or paint the terminal', () => {
  const log = createLog()
  createProxyLogger({ logger: log, redact }).warn({ userId: '1\r\n{"level":"error"}\u001b[31m\u2028x' }, 'one')
  expect(log.lines[0]?.fields).toEqual({ userId: '1  {"level":"error"} [31m x' })
})

it('is silent without a logger', () => {
  expect(() => createProxyLogger({ logger: undefined, redact }).error({}, 'one')).not.toThrow()
})
