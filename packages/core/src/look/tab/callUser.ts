import type { UnansweredState } from '../../unanswered/unansweredState.ts'
import { isPending } from '../../words/isPending.ts'
import type { Words } from '../../words/words.ts'
import type { RunningTabBadge } from './tabBadge.ts'

/**
 * Calls for the user when the red number rises, in one tab of the browser. Neither the first number counts, nor one that comes
 * after an error: the user may be another one then.
 */
export function callUser({ chat, sound, notification, toPhrase, words, signal }: RunningTabBadge): void {
  const turn = takeTurn({ endpoint: chat.endpoint, signal })
  const isRise = createRiseFinder()
  let shown: Notification | undefined
  let stopWaiting = (): void => undefined
  const follow = (): void => {
    if (!isRise(chat.unanswered.getState()) || !turn.isOurs()) return
    if (sound) beep()
    shown?.close()
    stopWaiting()
    if (notification) stopWaiting = whenKnown(words, () => show(notification))
  }
  const show = (heading: string | true): void => {
    const { lang = '', dir = 'auto', newMessages: title = newMessages } = Object(words.getState()) as Partial<Words>
    shown = notify(heading === true ? title : heading, { body: toPhrase(), lang, dir })
  }
  const unsubscribe = chat.unanswered.subscribe(follow)
  follow()
  signal.addEventListener('abort', () => {
    unsubscribe()
    stopWaiting()
    shown?.close()
  })
}

/** Calls back once the words of a language are no longer on their way. Returns a function that ends the wait. */
function whenKnown(words: RunningTabBadge['words'], callback: () => void): () => void {
  const check = (): void => {
    if (isPending(words.getState())) return
    stop()
    callback()
  }
  const stop = words.subscribe(check)
  check()
  return stop
}

/** Makes a function that is given each state, and returns true when the number of red messages is higher than before. */
function createRiseFinder(): (state: UnansweredState) => boolean {
  let known: number | undefined
  return (state) => {
    const before = known
    if (state.status === 'error') known = undefined
    if (state.status !== 'live') return false
    known = state.tone === 'red' ? state.count : 0
    return before !== undefined && known > before
  }
}

/** Without Web Locks, tabs cannot agree: the one that is looked at calls. */
function takeTurn({ endpoint, signal }: { endpoint: string; signal: AbortSignal }): { isOurs: () => boolean } {
  const { locks } = navigator
  if (!locks) return { isOurs: () => document.visibilityState === 'visible' }
  let isOurs = false
  const hold = (): Promise<void> =>
    new Promise((resolve) => {
      isOurs = true
      signal.addEventListener('abort', () => resolve())
    })
  locks.request(`crm-chat calls ${endpoint}`, { signal }, hold).catch(() => undefined) // It has ended.
  return { isOurs: () => isOurs }
}

/** Plays a short tone, unless the browser would hold it back until the user touches the page. */
function beep(): void {
  if (navigator.userActivation?.hasBeenActive === false) return
  try {
    const audio = new AudioContext()
    const tone = audio.createOscillator()
    const volume = audio.createGain()
    tone.frequency.value = 880
    volume.gain.value = 0.1
    volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.3)
    tone.connect(volume).connect(audio.destination)
    tone.addEventListener('ended', () => audio.close())
    tone.start()
    tone.stop(audio.currentTime + 0.3)
  } catch {
    // A machine without a loudspeaker.
  }
}

/** Title of a notification in English. */
export const newMessages = 'New messages'

/** Shows a notification of the system, if the user has allowed it. */
function notify(title: string, options: NotificationOptions): Notification | undefined {
  if (globalThis.Notification?.permission !== 'granted') return undefined
  try {
    const shown = new Notification(title, options)
    shown.addEventListener('click', () => {
      window.focus()
      shown.close()
    })
    return shown
  } catch {
    return undefined // On a phone, only a service worker can show one.
  }
}
