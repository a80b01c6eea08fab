import {
  InvalidAnswerError,
  OutcomeUnknownError,
  RateLimitedError,
  VendorAuthError,
  VendorRequestError,
  VendorUnavailableError,
} from '@crm-chat/vendors/wazzup-v3'
import { describe, expect, it } from 'vitest'
import type { Sandbox, SandboxOptions } from '../../src/index.ts'
import type { HttpFault } from '../../src/server/faults/fault.ts'
import type { FaultRuleInput } from '../../src/server/faults/faultRule.ts'
import { ann } from '../fixtures/people.ts'
import { getMessages } from '../getMessages.ts'
import { startSandbox } from '../startSandbox.ts'
import { postRaw } from './postRaw.ts'
import { requestFaces } from './requestFaces.ts'

const unavailable = { status: 503, code: 'UNAVAILABLE', description: 'Come back later.' }

describe.each(Object.entries(requestFaces))('a fault of %s', (_, face) => {
  const { operation, path, headers, body, success, toError, send } = face

  async function start(rule: Omit<FaultRuleInput, 'operation'>, options?: SandboxOptions): Promise<Sandbox> {
    const sandbox = await startSandbox(options)
    sandbox.faults.add({ operation, ...rule })
    return sandbox
  }
  const post = (sandbox: Sandbox) => postRaw({ url: sandbox.url + path, headers: headers(sandbox), body })
  const count = async (sandbox: Sandbox) => (await getMessages(sandbox, ann)).length

  it("responds with a status in the vendor's format, once, without processing the request", async () => {
    const sandbox = await start({ times: 1, fault: { kind: 'status', ...unavailable } })
    const { status, text } = await post(sandbox)
    expect({ status, json: JSON.parse(text) }).toMatchObject({ status: 503, json: toError(unavailable) })
    expect(await count(sandbox)).toBe(0)
    expect((await post(sandbox)).status).toBe(success)
    expect(sandbox.requests()).toMatchObject([
      { verdict: 'fault', status: 503, faultId: 'fault-1' },
      { status: success },
    ])
    expect(sandbox.faults.list()).toMatchObject([{ seen: 2, hits: 1 }])
  })

  it("delays by the sandbox's clock", async () => {
    const sandbox = await start({ fault: { kind: 'delay', ms: 60_000 } }, { clock: { mode: 'frozen' } })
    const posted = post(sandbox)
    await expect.poll(() => sandbox.faults.list()).toMatchObject([{ hits: 1 }])
    expect(await count(sandbox)).toBe(0)
    sandbox.clock.advance(60_000)
    expect((await posted).status).toBe(success)
    expect(await count(sandbox)).toBe(1)
  })

  it.each([
    [true, 1],
    [false, 0],
  ])('resets the connection, with the request processed: %s', async (acted, messages) => {
    const sandbox = await start({ fault: { kind: 'reset', acted } })
    expect(await post(sandbox)).toMatchObject({ status: undefined, end: 'ECONNRESET' })
    expect(await count(sandbox)).toBe(messages)
    expect(sandbox.requests()).toMatchObject([{ verdict: 'fault', status: null }])
  })

  it('cuts off the response', async () => {
    const sandbox = await start({ fault: { kind: 'truncate' } })
    const { status, text, end } = await post(sandbox)
    expect({ status, end }).toEqual({ status: success, end: 'ECONNRESET' })
    expect(text).toMatch(/^\{"/)
    expect(() => JSON.parse(text)).toThrow(SyntaxError)
    expect(await count(sandbox)).toBe(1)
  })

  it('responds with a page instead of JSON', async () => {
    const sandbox = await start({ fault: { kind: 'notJson', status: 502 } })
    const { status, text, end } = await post(sandbox)
    expect({ status, end }).toEqual({ status: 502, end: 'complete' })
    expect(text).toMatch(/^<!doctype html>/)
  })

  it('drips the response', async () => {
    const clock = { mode: 'scaled', factor: 1_000 } as const
    const sandbox = await start({ fault: { kind: 'drip', bytes: 10, everyMs: 1_000 } }, { clock })
    const { status, text, end } = await post(sandbox)
    expect({ status, end }).toEqual({ status: success, end: 'complete' })
    expect(JSON.parse(text)).toEqual(sandbox.requests()[0]?.answer)
  })

  it('processes the request and never responds', async () => {
    const sandbox = await start({ fault: { kind: 'hang' } })
    const posted = post(sandbox)
    await sandbox.waitForRequest({ operation, verdict: 'fault' })
    expect(await count(sandbox)).toBe(1)
    await sandbox.close()
    expect(await posted).toMatchObject({ status: undefined, end: 'ECONNRESET' })
  })

  it('skips the first requests, and hits only matching ones', async () => {
    const sandbox = await start({ after: 1, match: { body }, fault: { kind: 'status', status: 500 } })
    const other = { url: sandbox.url + path, headers: headers(sandbox), body: {} }
    await postRaw(other)
    const statuses = [(await post(sandbox)).status, (await post(sandbox)).status]
    expect(statuses).toEqual([success, 500])
    expect(sandbox.faults.list()).toMatchObject([{ seen: 2, hits: 1 }])
  })

  it.each<[HttpFault, unknown]>([
    [{ kind: 'status', status: 400, code: 'BAD_LUCK' }, VendorRequestError],
    [{ kind: 'status', status: 401 }, VendorAuthError],
    [{ kind: 'status', status: 429 }, RateLimitedError],
    [{ kind: 'status', status: 503 }, VendorUnavailableError],
    [{ kind: 'status', status: 504 }, OutcomeUnknownError],
    [{ kind: 'reset', acted: true }, OutcomeUnknownError],
    [{ kind: 'truncate' }, OutcomeUnknownError],
    [{ kind: 'notJson', status: 200 }, InvalidAnswerError],
  ])('is recognized by the client: %o', async (fault, expected) => {
    const sandbox = await start({ fault })
    const error = await send(sandbox).catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(expected)
    expect(error).toMatchObject({ message: expect.not.stringContaining(sandbox.apiKey) })
  })

  it('does not block a client that stops waiting', async () => {
    const sandbox = await start({ fault: { kind: 'hang' } })
    const controller = new AbortController()
    const sent = send(sandbox, controller.signal).catch((cause: unknown) => cause)
    await sandbox.waitForRequest({ operation, verdict: 'fault' })
    controller.abort()
    expect(await sent).toBeInstanceOf(Error)
  })
})
