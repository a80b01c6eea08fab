import { describe, expect, it } from 'vitest'
import { createHookRequest } from './createHookRequest.ts'

const all = [
  ['cookie', 'session=ann'],
  ['x-list', 'a'],
  ['x-list', 'b'],
] as const

function make(method = 'GET'): { request: Request; made: () => number; leave: () => void } {
  const leaving = new AbortController()
  let made = 0
  const request = createHookRequest({
    url: () => 'https://crm.example.com/chat/session?a=1',
    method,
    header: (name) =>
      all
        .filter(([own]) => own === name)
        .map(([, value]) => value)
        .join(', ') || undefined,
    headers: () => {
      made += 1
      return all
    },
    signal: () => leaving.signal,
  })
  return { request, made: () => made, leave: () => leaving.abort() }
}

describe('the request that a hook gets', () => {
  it('is a web request', () => {
    const { request } = make()
    expect(request).toBeInstanceOf(Request)
    expect(request.headers).toBeInstanceOf(Headers)
    expect(request.constructor).toBe(Request)
    expect(Object.prototype.toString.call(request)).toBe('[object Request]')
  })

  it('has the address, the method and each header', () => {
    const { request } = make('POST')
    expect(request.url).toBe('https://crm.example.com/chat/session?a=1')
    expect(request.method).toBe('POST')
    expect(request.headers.get('Cookie')).toBe('session=ann')
    expect(request.headers.get('x-list')).toBe('a, b')
    expect(request.headers.get('x-none')).toBeNull()
    expect(request.headers.has('x-none')).toBe(false)
    expect(() => request.headers.get('not a name')).toThrow(TypeError)
    expect(new Set(request.headers)).toEqual(
      new Set([
        ['cookie', 'session=ann'],
        ['x-list', 'a, b'],
      ]),
    )
  })

  it('has no body, whatever the method, so that a hook may read it', async () => {
    const { request } = make('POST')
    expect(request.body).toBeNull()
    expect(await request.text()).toBe('')
    expect(request.bodyUsed).toBe(false)
  })

  it('may be cloned, copied and changed', () => {
    const { request } = make()
    request.headers.set('x-own', '1')
    expect(request.headers.get('x-own')).toBe('1')
    for (const copy of [request.clone(), new Request(request), new Request(request, { method: 'POST' })]) {
      expect(copy.headers.get('cookie')).toBe('session=ann')
      expect(copy.headers.get('x-own')).toBe('1')
      expect(copy.url).toBe(request.url)
    }
    expect(new Headers(request.headers).get('cookie')).toBe('session=ann')
    expect(Object.fromEntries(request.headers.entries())).toHaveProperty('x-list', 'a, b')
  })

  it('ends its signal, and those of its copies, when the client leaves', () => {
    const { request, leave } = make()
    const copy = new Request(request)
    expect([request.signal.aborted, copy.signal.aborted]).toEqual([false, false])
    leave()
    expect([request.signal.aborted, copy.signal.aborted]).toEqual([true, true])
  })

  it.runIf(process.versions.node.startsWith('20.') || process.versions.node.startsWith('22.'))(
    'is made only for hooks that read more than the address and single headers',
    () => {
      const { request, made } = make()
      request.headers.get('cookie')
      expect(request.url.length + request.method.length).toBeGreaterThan(0)
      expect(made()).toBe(0)
      request.clone()
      expect(made()).toBe(1)
    },
  )
})
