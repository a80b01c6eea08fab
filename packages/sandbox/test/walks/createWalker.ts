import { expect, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { Sandbox } from '../../src/index.ts'
import { ann } from '../fixtures/people.ts'
import { createCookieJar } from './createCookieJar.ts'
import { findMismatches } from './findMismatches.ts'
import type { RequestStep, Step } from './walk.ts'

/** Means by which an app shows who it is: cookies, or the access token in a header, and also in the socket's first frame. */
export type Mode = 'cookie' | 'header' | 'first frame'

/** Performs the steps of a walk against a sandbox. */
export function createWalker({ sandbox, mode }: { sandbox: Sandbox; mode: Mode }): {
  perform: (step: Step) => Promise<void>
} {
  const jar = createCookieJar()
  const kept: Record<string, string> = {}
  const events: { type: string; payload: unknown }[] = []
  let socket: WebSocket | undefined

  const fillIn = (text: string): string =>
    text.replaceAll(/\$(\w+)/g, (_, name: string) => {
      const value = kept[name]
      if (value === undefined) throw new Error(`No response contained ${name} yet.`)
      return value
    })

  function toHeaders({ headers }: RequestStep, path: string): Record<string, string> {
    const own = {
      json: { 'content-type': 'application/json' },
      form: {},
      session: mode === 'cookie' ? {} : { authorization: `Bearer ${jar.get('whm_access')}` },
      csrf: mode === 'cookie' ? { 'x-csrf-token': jar.get('whm_csrf') ?? '' } : {},
      organization: { 'x-organization-id': kept.organization ?? '' },
    }
    const cookie = jar.toHeader(path)
    return Object.assign({}, mode === 'cookie' && cookie !== '' && { cookie }, ...headers.map((kind) => own[kind]))
  }

  async function request(step: RequestStep): Promise<void> {
    const [method = '', route = ''] = fillIn(step.request).split(' ')
    const path = `/whatomate${route}`
    const isForm = step.headers.includes('form')
    const text = step.body && fillIn(JSON.stringify(step.body))
    const response = await fetch(sandbox.url + path, {
      method,
      headers: { ...toHeaders(step, path), ...refreshHeader(route) },
      ...(text !== undefined && { body: isForm ? toForm(text) : text }),
    })
    const json: unknown = await response.json()
    const described = `${step.request} responds with ${response.status} ${JSON.stringify(json)}`
    expect(response.status, described).toBe(step.status)
    expect(findMismatches(json, step.response ?? {}), described).toEqual([])
    jar.store(response.headers)
    for (const [name, place] of Object.entries(step.keep)) kept[name] = read(json, place)
  }

  /** Without cookies, the refresh token is sent by itself, as programs other than browsers do. */
  function refreshHeader(route: string): Record<string, string> {
    const isRefresh = mode !== 'cookie' && route.endsWith('/auth/refresh')
    return isRefresh ? { cookie: `whm_refresh=${jar.get('whm_refresh')}` } : {}
  }

  async function open(): Promise<void> {
    const token = mode === 'first frame' ? (jar.get('whm_access') ?? '') : kept.socketToken
    const opened = new WebSocket(`${sandbox.url.replace('http', 'ws')}/whatomate/ws`)
    onTestFinished(() => opened.terminate())
    opened.on('message', (data) => events.push(JSON.parse(data.toString())))
    await new Promise((resolve, reject) => opened.once('open', resolve).once('error', reject))
    opened.send(JSON.stringify({ type: 'auth', payload: { token } }))
    opened.send('{"type":"ping"}')
    await expect.poll(() => events.map(({ type }) => type)).toContain('pong')
    socket = opened
  }

  async function expectEvent({ event, payload }: { event: string; payload: unknown }): Promise<void> {
    const fits = () =>
      events.some((known) => known.type === event && findMismatches(known.payload, payload).length === 0)
    await expect
      .poll(() => (fits() ? 'arrived' : events), { message: `${event} ${JSON.stringify(payload)}` })
      .toBe('arrived')
  }

  return {
    async perform(step) {
      if ('request' in step) await request(step)
      else if ('socket' in step) await open()
      else if ('frame' in step) socket?.send(fillIn(JSON.stringify(step.frame)))
      else if ('event' in step) await expectEvent(step)
      else if ('customer' in step) await sandbox.simulate.message({ ...ann, text: step.customer, name: 'Ann' })
      else sandbox.clock.advance(step.minutes * 60_000)
    },
  }
}

function toForm(text: string): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries<string>(JSON.parse(text)))
    form.set(name, name === 'file' ? new File([value], 'offer.pdf', { type: 'application/pdf' }) : value)
  return form
}

function read(json: unknown, place: string): string {
  const found = place.split('.').reduce<unknown>((part, key) => Reflect.get(Object(part), key), json)
  return String(found)
}
