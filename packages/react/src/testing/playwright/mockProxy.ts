import type { LiveEvent } from '@crm-chat/core'
import { isTestError, type TestAnswers, type TestCall, type TestUnanswered } from '@crm-chat/core/testing'
import type { FrameMessage, Session, WindowLink } from '@crm-chat/protocol'
import type { Page, Route } from '@playwright/test'
import { findOperation } from './findOperation.ts'
import { keepStreamOpen } from './keepStreamOpen.ts'
import { fail, fulfil, toText, toValue } from './mockedResponses.ts'

/** Things that a test sets, at the beginning or later. */
export interface MockProxySettings {
  /** The number. @default 0 */
  unanswered?: TestUnanswered | undefined
  /** Things that the proxy offers. @default everything that the components use */
  capabilities?: Session['capabilities'] | undefined
  /** Results of operations. Each is kept until another one is set for the same operation; undefined restores the default. */
  answers?: TestAnswers | undefined
}

/** Options of {@link mockProxy}. */
export interface MockProxyOptions extends MockProxySettings {
  /** Path or URL of the proxy, as the page has it. @default '/chat' */
  endpoint?: string | undefined
  /** @default { id: '7', name: 'Ann Reyes' } */
  user?: Session['user'] | undefined
  /** HTML of the vendor's page. */
  page?: string | undefined
}

/** A proxy that answers as a test says. */
export interface MockedProxy {
  /** Changes some of the settings, also of pages that are open. The others stay. */
  set: (settings: MockProxySettings) => Promise<void>
  /** Sends a live event, e.g. `{ name: 'channel', data }`. */
  send: (event: LiveEvent) => Promise<void>
  /** Posts a message as the vendor's page does, from each frame that shows it. */
  post: (message: FrameMessage) => Promise<void>
  /** Requests so far, the oldest first. */
  calls: TestCall[]
}

/**
 * Answers a page's requests to the proxy, its live stream included, and serves a vendor's page for its chat windows. Call it
 * before the page is opened.
 * @example
 * const proxy = await mockProxy(page, { unanswered: 3 })
 * await page.goto('/')
 * await proxy.set({ unanswered: 4, answers: { window: { error: 'forbidden' } } })
 */
export async function mockProxy(page: Page, options: MockProxyOptions = {}): Promise<MockedProxy> {
  const { user = { id: '7', name: 'Ann Reyes' }, page: html = vendorPage } = options
  const endpoint = (options.endpoint ?? '/chat').replace(/\/+$/, '')
  const mountPath = new URL(endpoint, 'http://127.0.0.1').pathname
  const calls: TestCall[] = []
  let seq = 1
  let { unanswered = 0, capabilities = offered } = options
  const defaults: TestAnswers = {
    session: () => ({ user, vendor: 'wazzup-v3', chatTypes: ['whatsapp'], capabilities, serverTime: now() }),
    window: link,
    unanswered: () => (isTestError(unanswered) ? unanswered : { ...toValue({ unanswered, seq }), userId: user.id }),
  }
  let { answers = {} } = options

  async function handle(route: Route): Promise<void> {
    const request = route.request()
    const path = new URL(request.url()).pathname.slice(mountPath.length)
    const operation = findOperation({ method: request.method(), path })
    if (!operation) return fail(route, { error: 'not_found' })
    const body: unknown = request.postData() === null ? undefined : request.postDataJSON()
    const call: TestCall = { operation, path: path.slice(1), ...(body !== undefined && { body }) }
    calls.push(call)
    if (operation === 'events' && !isTestError(unanswered)) return begin(route)
    const result = operation === 'events' ? unanswered : await answer(call)
    return isTestError(result) ? fail(route, result) : fulfil({ route, body: JSON.stringify(result) })
  }

  async function answer(call: TestCall): Promise<unknown> {
    const given: unknown = Reflect.get(answers, call.operation) ?? Reflect.get(defaults, call.operation)
    const result: unknown = typeof given === 'function' ? await given(call) : given
    return result ?? { error: 'not_supported' }
  }

  /** The beginning of a stream, which the page keeps open. */
  function begin(route: Route): Promise<void> {
    const session = { userId: user.id, serverTime: now() }
    const text = toText({ name: 'session', data: session }) + toText(toEvent())
    return fulfil({ route, body: text, contentType: 'text/event-stream' })
  }

  const toEvent = (): LiveEvent => ({
    name: 'unanswered',
    data: toValue({ unanswered, seq }),
  })
  const write = async (text: string | null): Promise<void> => {
    await page.evaluate(({ name, chunk }) => Reflect.get(window, name)?.(chunk), { name: writer, chunk: text })
  }

  await page.addInitScript(keepStreamOpen, { endpoint, name: writer })
  await page.route(({ pathname }) => pathname.startsWith(`${mountPath}/`), handle)
  await page.route(`${link.origin}/**`, (route) => route.fulfill({ contentType: 'text/html', body: html }))
  return {
    calls,
    send: (event) => write(toText(event)),
    post: async (message) => {
      const frames = page.frames().filter((frame) => frame.url().startsWith(link.origin))
      for (const frame of frames) await frame.evaluate((data) => parent.postMessage(data, '*'), message)
    },
    set: async (settings) => {
      answers = { ...answers, ...settings.answers }
      capabilities = settings.capabilities ?? capabilities
      if (settings.unanswered === undefined) return
      unanswered = settings.unanswered
      seq += 1
      await write(isTestError(unanswered) ? null : toText(toEvent()))
    },
  }
}

const writer = 'writeToChatStreams'

const offered: Session['capabilities'] = ['window', 'cardWindow', 'unanswered', 'events', 'channels', 'templates']

const link = {
  url: 'https://chats.crm-chat.test/?token=test',
  origin: 'https://chats.crm-chat.test',
  expiresAt: null,
  look: 'ok',
} satisfies WindowLink

const vendorPage = '<!doctype html><html lang="en"><title>Messenger</title><main><h1>Messenger</h1></main></html>'

const now = (): string => new Date().toISOString()
