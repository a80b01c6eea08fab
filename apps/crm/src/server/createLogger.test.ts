import { expect, it } from 'vitest'
import { createLogger } from './createLogger.ts'

function logged(secret: string, fields: object, message: string): string {
  const lines: string[] = []
  const logger = createLogger({
    level: 'info',
    secrets: ['another_key', secret],
    destination: { write: (line) => lines.push(line) },
  })
  logger.info(fields, message)
  return lines.join('')
}

it('removes the key from every part of a line', () => {
  const secret = 'key-"with"-quotes\\and-more'
  const error = new Error(`refused: ${secret}`)
  const line = logged(secret, { err: error, deep: { list: [secret] }, [secret]: 1 }, `the key is ${secret}`)
  expect(line).not.toContain('with')
  expect(line).toContain('the key is [key]')
  expect(() => JSON.parse(line)).not.toThrow()
})

it('redacts credentials by field name', () => {
  const line = logged('some_api_key', { headers: { cookie: 'northdesk_session=abc', authorization: 'Basic x' } }, 'hi')
  expect(line).not.toContain('abc')
  expect(line).not.toContain('Basic')
})
