/** Disorder of the messages that a tab sends to the others. */
export interface Disorder {
  /** Share of messages that get lost. */
  lost: number
  /** Share of messages that come twice. */
  twice: number
  /** Longest delay of a message, which lets others overtake it. */
  delayMs: number
}

declare global {
  interface Window {
    /** True while the tab holds the lock of the connected one. */
    leads: boolean
    disorder: Disorder | undefined
    /** Shows the tab or hides it, as far as its page can tell. */
    look: (isLooking: boolean) => void
  }
}

/** Lets a test see and steer a tab. Runs in the page before anything else does, so it cannot use anything around it. */
export function watchTab(): void {
  window.leads = false
  const { request } = LockManager.prototype
  LockManager.prototype.request = function (
    this: LockManager,
    name: string,
    options: LockOptions,
    callback: LockGrantedCallback<unknown>,
  ) {
    const lead: LockGrantedCallback<unknown> = (lock) => {
      window.leads = true
      return callback(lock)
    }
    const done = Reflect.apply(request, this, [name, options, lead]) as Promise<unknown>
    return done.finally(() => {
      window.leads = false
    })
  } as typeof request

  const { postMessage } = BroadcastChannel.prototype
  BroadcastChannel.prototype.postMessage = function (message): void {
    const { lost, twice, delayMs } = window.disorder ?? { lost: 0, twice: 0, delayMs: 0 }
    const send = (): void => {
      try {
        postMessage.call(this, message)
      } catch {
        // Closed meanwhile.
      }
    }
    const times = Math.random() < lost ? 0 : Math.random() < twice ? 2 : 1
    if (delayMs === 0) send()
    else for (let time = 0; time < times; time += 1) setTimeout(send, Math.random() * delayMs)
  }

  let isSeen = true
  Object.defineProperty(document, 'visibilityState', { get: () => (isSeen ? 'visible' : 'hidden') })
  window.look = (isLooking) => {
    if (isSeen === isLooking) return
    isSeen = isLooking
    document.dispatchEvent(new Event('visibilitychange'))
  }
}
