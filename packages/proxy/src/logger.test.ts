import { expect, it } from 'vitest'
import { createFakeClock } from '../test/createFakeClock.ts'
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

it.each<[string, () => void]>([
  [
    'throws',
    () => {
      throw new Error('disk full')
    },
  ],
  ['rejects', () => Promise.reject(new Error('disk full'))],
])('a logger that %s harms nothing, and the next line has the number of those lost', async (_, fail) => {
  const log = createLog()
  let isFull = true
  const warn = (fields: object, message: string): void => (isFull ? fail() : log.warn(fields, message))
  const logger = createProxyLogger({ logger: { ...log, warn }, redact })
  logger.warn({}, 'one')
  logger.warn({}, 'two')
  await new Promise<void>((resolve) => setImmediate(resolve))
  isFull = false
  logger.warn({}, 'three')
  logger.warn({}, 'four')
  expect(log.lines).toEqual([
    { level: 'warn', fields: { lost: 2 }, message: 'three' },
    { level: 'warn', fields: {}, message: 'four' },
  ])
})

it('a logger whose methods cannot be read, and a redactor that throws, harm nothing', () => {
  const hostile = new Proxy(createLog(), {
    get: () => {
      throw new Error('no')
    },
  })
  createProxyLogger({ logger: hostile, redact }).error({ reason: 'x' }, 'one')
  const log = createLog()
  const cannot = (): string => {
    throw new Error('no')
  }
  createProxyLogger({ logger: log, redact: cannot }).error({ reason: 'x' }, 'one')
  expect(log.lines).toEqual([])
})

it('writes a line that repeats once a minute, with its number', () => {
  const clock = createFakeClock()
  const log = createLog()
  const logger = createProxyLogger({ logger: log, redact, clock })
  const fail = (reason: string): void => logger.repeated({ level: 'warn', fields: { code: 'c', reason }, message: 'm' })
  for (let time = 0; time < 100; time += 1) fail('a')
  fail('b')
  clock.setBack(3_600_000)
  clock.advance(60_000)
  fail('a')
  fail('a')
  expect(log.lines.map(({ fields }) => fields)).toEqual([
    { code: 'c', reason: 'a' },
    { code: 'c', reason: 'b' },
    { code: 'c', reason: 'a', count: 100 },
  ])
})

it('remembers a hundred different lines, and counts the others anew', () => {
  const log = createLog()
  const logger = createProxyLogger({ logger: log, redact, clock: createFakeClock() })
  for (const number of [...Array(101).keys(), 100, 0])
    logger.repeated({ level: 'warn', fields: { reason: `reason ${number}` }, message: 'm' })
  expect(log.lines).toHaveLength(102)
  expect(log.lines.at(-1)?.fields).toEqual({ reason: 'reason 0' })
})

it('cuts long fields', () => {
  const log = createLog()
  createProxyLogger({ logger: log, redact }).warn({ reason: 'x'.repeat(100_000) }, 'one')
  expect(log.lines[0]?.fields).toEqual({ reason: 'x'.repeat(1_000) })
})
