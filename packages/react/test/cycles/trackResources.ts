/** Things that a page holds until it lets go of them. */
export interface Resources {
  /** Timers, animation frames and idle callbacks that have not run. */
  timers: number
  /** Listeners of the window, the document, its body and the like, which live as long as the page. */
  listeners: number
  /** Observers that observe something. */
  observers: number
  /** Open BroadcastChannels. */
  channels: number
  /** Open WebSockets and EventSources. */
  sockets: number
  /** Requests without a response. */
  requests: number
  /** Locks of the kit, held or waited for. */
  locks: number
  /** Elements in the document. */
  elements: number
  /** Style rules of the document. */
  styleRules: number
  /** Entries of the browser's history. */
  historyEntries: number
}

declare global {
  interface Window {
    readResources: () => Promise<Resources>
    /** The timer of the browser, which is not counted. */
    untrackedTimeout?: typeof setTimeout
  }
}

/** Counts the resources of a page. Runs in the page before anything else does, so it cannot use anything around it. */
export function trackResources(): void {
  if (window !== window.top) return
  const held = {
    timers: new Set<unknown>(),
    observers: new Set<unknown>(),
    channels: new Set<unknown>(),
    sockets: new Set<unknown>(),
    requests: new Set<unknown>(),
  }
  const page = window as unknown as Record<string, (...values: unknown[]) => unknown>
  window.untrackedTimeout = window.setTimeout.bind(window)

  const trackTimer = ({ start, stop, repeats = false }: { start: string; stop: string; repeats?: boolean }): void => {
    const [run, cancel] = [page[start]?.bind(window), page[stop]?.bind(window)]
    page[start] = (callback, ...values) => {
      const finish = (...results: unknown[]): void => {
        if (!repeats) held.timers.delete(key)
        ;(callback as (...results: unknown[]) => void)(...results)
      }
      const id = run?.(finish, ...values)
      const key = `${stop} ${id}`
      held.timers.add(key)
      return id
    }
    page[stop] = (id) => {
      held.timers.delete(`${stop} ${id}`)
      cancel?.(id)
    }
  }
  trackTimer({ start: 'setTimeout', stop: 'clearTimeout' })
  trackTimer({ start: 'setInterval', stop: 'clearInterval', repeats: true })
  trackTimer({ start: 'requestAnimationFrame', stop: 'cancelAnimationFrame' })
  trackTimer({ start: 'requestIdleCallback', stop: 'cancelIdleCallback' })

  for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver'] as const) {
    const Native = window[name] as typeof MutationObserver // They are alike in what matters here.
    class Tracked extends Native {
      override observe(...values: Parameters<MutationObserver['observe']>): void {
        held.observers.add(this)
        super.observe(...values)
      }
      override disconnect(): void {
        held.observers.delete(this)
        super.disconnect()
      }
    }
    Object.assign(window, { [name]: Tracked })
  }

  const trackClosable = (name: 'BroadcastChannel' | 'WebSocket' | 'EventSource', into: Set<unknown>): void => {
    const Native = window[name] as typeof BroadcastChannel // They are alike in what matters here.
    class Tracked extends Native {
      constructor(address: string) {
        super(address)
        into.add(this)
      }
      override close(): void {
        into.delete(this)
        super.close()
      }
    }
    Object.assign(window, { [name]: Tracked })
  }
  trackClosable('BroadcastChannel', held.channels)
  trackClosable('WebSocket', held.sockets)
  trackClosable('EventSource', held.sockets)

  const nativeFetch = window.fetch.bind(window)
  window.fetch = (...values) => {
    const response = nativeFetch(...values)
    held.requests.add(response)
    const finish = (): boolean => held.requests.delete(response)
    response.then(finish, finish)
    return response
  }

  const lasting = (): unknown[] => [window, document, document.documentElement, document.body, document.head, navigator]
  const listeners = new Map<string, { target: unknown; listener: unknown }[]>()
  const { addEventListener, removeEventListener } = EventTarget.prototype
  const forget = (name: string, target: unknown, listener: unknown): void => {
    const all = listeners.get(name) ?? []
    listeners.set(
      name,
      all.filter((each) => each.target !== target || each.listener !== listener),
    )
  }
  const nameOf = (type: string, options: unknown): string =>
    `${type} ${typeof options === 'boolean' ? options : Boolean(Object(options).capture)}`
  EventTarget.prototype.addEventListener = function (this: EventTarget, type, listener, options): void {
    const target = this ?? window
    addEventListener.call(target, type, listener, options)
    const { once, signal } = Object(options)
    if (!listener || !lasting().includes(target) || signal?.aborted) return
    const name = nameOf(type, options)
    forget(name, target, listener) // Added twice, it is there once.
    listeners.get(name)?.push({ target, listener })
    const end = (): void => forget(name, target, listener)
    if (signal) addEventListener.call(signal, 'abort', end, { once: true })
    if (once) addEventListener.call(target, type, end, options)
  }
  EventTarget.prototype.removeEventListener = function (this: EventTarget, type, listener, options): void {
    const target = this ?? window
    removeEventListener.call(target, type, listener, options)
    forget(nameOf(type, options), target, listener)
  }

  window.readResources = async () => {
    const locks = await navigator.locks.query()
    const sheets = [...document.styleSheets, ...document.adoptedStyleSheets]
    const sizes = Object.fromEntries(Object.entries(held).map(([name, set]) => [name, set.size]))
    return {
      ...(sizes as Record<keyof typeof held, number>), // The same names.
      listeners: [...listeners.values()].flat().length,
      locks: [...(locks.held ?? []), ...(locks.pending ?? [])].filter(({ name }) => name?.startsWith('crm-chat'))
        .length,
      elements: document.getElementsByTagName('*').length,
      styleRules: sheets.reduce((total, sheet) => total + sheet.cssRules.length, 0),
      historyEntries: history.length,
    }
  }
}
