import { describe, expect, it } from 'vitest'
import { errorBodySchema } from './errors.ts'
import { errorStatuses, isErrorCode } from './wire/errorCodes.ts'

const body = { error: { code: 'forbidden', message: 'No.', requestId: 'r1', retryable: false } }

describe('an error', () => {
  it('is read with its code', () => {
    expect(errorBodySchema.parse(body).error.code).toBe('forbidden')
  })

  it('is read with a code and fields of a newer proxy', () => {
    const newer = { error: { ...body.error, code: 'teapot', hint: 'Brew.' } }
    expect(errorBodySchema.parse(newer).error).toEqual({ ...body.error, code: 'teapot' })
  })

  it.each([
    ['forbidden', true],
    ['teapot', false],
    ['toString', false],
  ])('has a code that is known or not: %s', (code, known) => {
    expect(isErrorCode(code)).toBe(known)
  })

  it.each([
    ['no code', { error: { ...body.error, code: undefined } }],
    ['a code that is no word', { error: { ...body.error, code: 404 } }],
    ['no request id', { error: { ...body.error, requestId: undefined } }],
    ['a wait into the past', { error: { ...body.error, retryAfterMs: -1 } }],
    ['another shape', { error: 'forbidden' }],
  ])('is not read with %s', (_, value) => {
    expect(errorBodySchema.safeParse(value).success).toBe(false)
  })

  it('of the vendor’s never logs the CRM’s own user out', () => {
    const upstream = Object.entries(errorStatuses).filter(([code]) => code.startsWith('upstream_'))
    expect(upstream.length).toBeGreaterThan(0)
    for (const [, status] of upstream) expect(status).toBeGreaterThanOrEqual(500)
  })
})
