import type { FrameMessage, Session } from '@crm-chat/protocol'
import { parseWindowLink } from '@crm-chat/protocol/wire/parseWindowLink'
import type { ChatClient } from '../createChat.ts'
import { createStore } from '../createStore.ts'
import { badgeCode } from '../look/badge/badgeCode.ts'
import type { Capabilities } from '../session/capabilities.ts'
import type { LiveEvent } from '../transports/transport.ts'
import type { UnansweredState } from '../unanswered/unansweredState.ts'
import { setFramePool } from '../window/createFramePool.ts'
import type { ChatLocale, WordsState } from '../words/words.ts'
import { setOffline } from './setOffline.ts'
import { answer, type TestAnswers, type TestCall } from './testAnswers.ts'
import { createTestClock, type TestClock } from './testClock.ts'
import { createTestFrames, type TestWindow } from './testFrames.ts'
import { type TestUnanswered, toUnansweredState } from './testUnanswered.ts'

/** Things that a test sets, at the beginning or later. */
export interface TestChatSettings {
  /** The number. @default 0 */
  unanswered?: TestUnanswered | undefined
  /** Things that the proxy offers, or `unknown`. @default everything that the components use */
  capabilities?: NonNullable<Capabilities> | 'unknown' | undefined
  /** State of the chat windows. @default 'ready' */
  window?: TestWindow | undefined
  /** Makes the whole page believe that the browser is offline, until the client is closed. @default false */
  offline?: boolean | undefined
  /** Results of operations. Each is kept until another one is set for the same operation; undefined restores the default. */
  answers?: TestAnswers | undefined
}

/** Options of {@link createTestChat}. */
export interface TestChatOptions extends TestChatSettings {
  /** The user whose page it is. @default { id: '7', name: 'Ann Reyes' } */
  user?: Session['user'] | undefined
  /** HTML of the page that a window shows. It runs no scripts. */
  page?: string | undefined
  /** Language of the components. Imported words are there at once. @default 'en' */
  locale?: ChatLocale | undefined
  /** @default '/chat' */
  endpoint?: string | undefined
}

/** A client without a proxy: it has the state that a test sets, sends nothing and leaves no timer. */
export interface TestChat extends ChatClient {
  /** Changes some of the settings. The others stay. */
  set: (settings: TestChatSettings) => void
  /** Sends a live event, e.g. `{ name: 'channel', data }`. */
  send: (event: LiveEvent) => void
  /** Posts a message as the page in the chat windows does, e.g. `{ type: 'WZ_OPEN_ENTITY', data }`. */
  post: (message: FrameMessage) => void
  /** Requests so far, the oldest first. */
  calls: TestCall[]
  /** Its time passes only by `clock.advance(ms)`. */
  clock: TestClock
}

/**
 * Makes a client for a test or a story, for any component of the kit.
 * @example
 * const chat = createTestChat({ unanswered: 5, window: { error: 'forbidden' } })
 * chat.set({ unanswered: { count: 5, status: 'stale' } })
 */
export function createTestChat(options: TestChatOptions = {}): TestChat {
  const { user = { id: '7', name: 'Ann Reyes' }, endpoint = '/chat', page = defaultPage } = options
  const closing = new AbortController()
  const clock = createTestClock()
  const calls: TestCall[] = []
  const events = createStore<LiveEvent | undefined>(undefined)
  const unanswered = createStore<UnansweredState>(toUnansweredState(options.unanswered ?? 0))
  const capabilities = createStore(toCapabilities(options.capabilities))
  const defaults: TestAnswers = {
    session: () => ({
      user,
      vendor: 'wazzup-v3',
      chatTypes: ['whatsapp', 'telegram'],
      capabilities: capabilities.getState() ?? [],
      serverTime: new Date(clock.now()).toISOString(),
    }),
    window: { url: 'https://chats.example/?token=test', origin: 'https://chats.example', expiresAt: null },
  }
  let { answers = {} } = options
  let window = options.window ?? 'ready'
  const frames = createTestFrames({
    getWindow: () => window,
    page,
    onOpen: (request) => calls.push({ operation: 'window', path: 'window', body: request }),
  })

  const request: ChatClient['request'] = ({ operation, path = operation, body, parse, signal }) => {
    const call = { operation, path, ...(body !== undefined && { body }) }
    calls.push(call)
    const ending = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal
    return answer({
      given: Reflect.get(answers, operation) ?? Reflect.get(defaults, operation),
      call,
      parse,
      signal: ending,
    })
  }

  function set(settings: TestChatSettings): void {
    if (settings.answers) answers = { ...answers, ...settings.answers }
    if (settings.offline !== undefined) setOffline(settings.offline)
    if (settings.capabilities !== undefined) capabilities.setState(toCapabilities(settings.capabilities))
    if (settings.unanswered !== undefined) unanswered.setState(toUnansweredState(settings.unanswered))
    if (settings.window === undefined) return
    window = settings.window
    frames.draw()
  }

  function close(): void {
    if (closing.signal.aborted) return
    closing.abort()
    frames.close()
    setOffline(false)
    unanswered.setState({ status: 'idle' })
  }

  const chat: TestChat = {
    endpoint,
    session: (requestOptions) => request({ operation: 'session', parse: (data) => data as Session, ...requestOptions }), // As the test has typed it.
    capabilities,
    openWindow: (body, requestOptions) =>
      request({ operation: 'window', body, parse: parseWindowLink, ...requestOptions }),
    unanswered: { ...unanswered, badge: badgeCode },
    words: createStore<WordsState>(options.locale),
    events,
    request,
    now: clock.now,
    clock,
    options: { userId: user.id },
    signal: closing.signal,
    close,
    set,
    send: events.setState,
    post: frames.post,
    calls,
  }
  setFramePool(chat, frames)
  if (options.offline) setOffline(true, { silent: true })
  return chat
}

function toCapabilities(capabilities: TestChatSettings['capabilities']): Capabilities {
  return capabilities === 'unknown' ? undefined : (capabilities ?? [...offered])
}

const offered = ['window', 'cardWindow', 'unanswered', 'events', 'channels', 'templates'] as const

const defaultPage = '<!doctype html><html lang="en"><title>Messenger</title><h1>Messenger</h1></html>'
