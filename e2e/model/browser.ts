/** Things that the tabs of one browser share: locks, and channels whose messages take a while. */
export interface Browser {
  /** Gives back what was there before. */
  uninstall: () => void
}

/** Puts a browser's `document`, locks and channels into this process. `delayMs` is called for each message. */
export function installBrowser({ delayMs }: { delayMs: () => number }): Browser {
  const before = {
    document: Object.getOwnPropertyDescriptor(globalThis, 'document'),
    navigator: Object.getOwnPropertyDescriptor(globalThis, 'navigator'),
    BroadcastChannel: Object.getOwnPropertyDescriptor(globalThis, 'BroadcastChannel'),
  }
  const document = Object.assign(new EventTarget(), { baseURI: 'http://crm.test/', visibilityState: 'visible' })
  const values = { document, navigator: { locks: createLocks() }, BroadcastChannel: createChannelClass(delayMs) }
  for (const [name, value] of Object.entries(values)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
  }
  return {
    uninstall: () => {
      for (const [name, descriptor] of Object.entries(before)) {
        if (descriptor) Object.defineProperty(globalThis, name, descriptor)
        else Reflect.deleteProperty(globalThis, name)
      }
    },
  }
}

type LockOptions = { signal?: AbortSignal; steal?: boolean }

interface Holder {
  reject: (error: DOMException) => void
}

/** The Web Locks API, exclusive locks only. */
function createLocks(): {
  request: (name: string, options: LockOptions, run: () => Promise<unknown>) => Promise<unknown>
} {
  const holders = new Map<string, Holder>()
  const queues = new Map<string, (() => void)[]>()
  const aborted = (): DOMException => new DOMException('The request was aborted.', 'AbortError')

  function next(name: string): void {
    if (!holders.has(name)) queues.get(name)?.shift()?.()
  }

  return {
    request: (name, { signal, steal }, run) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason)
        const take = (): void => {
          signal?.removeEventListener('abort', leave)
          const holder: Holder = { reject }
          holders.set(name, holder)
          const release = (): void => {
            if (holders.get(name) !== holder) return
            holders.delete(name)
            next(name)
          }
          run().then(resolve, reject).finally(release)
        }
        const leave = (): void => {
          const queue = queues.get(name) ?? []
          queues.set(
            name,
            queue.filter((one) => one !== take),
          )
          reject(signal?.reason)
        }
        if (steal) {
          holders.get(name)?.reject(aborted())
          holders.delete(name)
          return take()
        }
        signal?.addEventListener('abort', leave)
        queues.set(name, [...(queues.get(name) ?? []), take])
        next(name)
      }),
  }
}

/** `BroadcastChannel`: each receiver gets the messages of one sender in order, and those of several in any order. */
function createChannelClass(delayMs: () => number): new (name: string) => EventTarget {
  const channels = new Set<Channel>()

  class Channel extends EventTarget {
    readonly name: string
    readonly #lastFrom = new Map<Channel, number>()
    constructor(name: string) {
      super()
      this.name = name
      channels.add(this)
    }

    postMessage(data: unknown): void {
      const copy = structuredClone(data)
      for (const other of channels) {
        if (other === this || other.name !== this.name) continue
        const at = Math.max(performance.now() + delayMs(), other.#lastFrom.get(this) ?? 0)
        other.#lastFrom.set(this, at)
        setTimeout(() => {
          if (channels.has(other)) other.dispatchEvent(new MessageEvent('message', { data: copy }))
        }, at - performance.now())
      }
    }

    close(): void {
      channels.delete(this)
    }
  }
  return Channel
}
