import { type Clock, systemClock } from '../clock.ts'
import type { OutboxPreview } from '../conversation/conversationMessage.ts'
import type { OutboxContent } from '../conversation/conversationState.ts'
import { createId } from '../conversation/createId.ts'
import { createDrafts, type DraftStorage, findDraftStorage } from '../conversation/drafts.ts'
import { createStore, type Store } from '../createStore.ts'
import { toRequest } from './composerDraft.ts'
import { createComposerOutbox } from './composerOutbox.ts'
import { checkDraft, findComposerChannel, findRecipient, findRules, isCaptioned } from './composerRules.ts'
import type { ComposerEvent, ComposerSource } from './composerSource.ts'
import {
  type ComposerItem,
  type ComposerQuote,
  type ComposerState,
  type FilledTemplate,
  initialState,
} from './composerState.ts'
import { createDraftKeeper } from './createDraftKeeper.ts'
import { type KeyboardDraft, toKeyboard } from './keyboard/keyboardDraft.ts'
import { toButtons } from './keyboard/toButtons.ts'
import { type ComposerContact, type ComposerRecipient, toRecipientKey } from './recipients.ts'

/** A composer: its live state, and the user's actions. None of them rejects: a failure is in the state. */
export interface Composer extends Store<ComposerState> {
  source: ComposerSource
  /**
   * Sets the person to write to. Another recipient begins with their own draft, without the file, the quote and the settings of the
   * one before.
   */
  setContact: (contact: ComposerContact) => void
  /** Chooses a recipient; what is written goes along. Null returns to the contact's first one. */
  chooseRecipient: (recipient: ComposerRecipient | 'nobody' | null) => void
  chooseChannel: (channelId: string) => void
  setText: (text: string) => void
  /** Attaches a file; `null` removes it. */
  attach: (file: File | null) => void
  setKeyboard: (keyboard: KeyboardDraft | null) => void
  setKeepUnanswered: (keepUnanswered: boolean) => void
  setQuote: (quote: ComposerQuote | null) => void
  dismissProblem: () => void
  /** Sends the draft, unless `checkDraft` has an obstacle: a file and a text are two messages, in this order. */
  send: () => void
  sendTemplate: (template: FilledTemplate) => void
  /** Sends a message again that failed. It cannot arrive twice unless its outcome is unknown. */
  retry: (item: ComposerItem) => void
  discard: (item: ComposerItem) => void
  /** Connects again after a failure. */
  reload: () => void
  /** Ends the connection for good. */
  close: () => void
}

/** Options of {@link createComposer}. */
export interface ComposerOptions {
  contact?: ComposerContact | undefined
  quote?: ComposerQuote | null | undefined
  /** Storage of drafts, which stay when the page is reloaded; `null` to keep none. @default sessionStorage */
  draftStorage?: DraftStorage | null | undefined
  /** The time of drafts. @default the system's */
  clock?: Clock | undefined
  /** Called with each message of the user that the vendor has accepted. */
  onSent?: ((item: ComposerItem) => void) | undefined
}

/**
 * Creates a composer that sends messages from any page of a CRM, until it is closed. It knows no framework: a component subscribes
 * to it.
 * @example
 * const composer = createComposer(createProxyComposerSource(chat), { contact: { phones: ['+49 30 901820'] } })
 */
export function createComposer(source: ComposerSource, options: ComposerOptions = {}): Composer {
  const { contact = {}, quote = null, draftStorage = findDraftStorage(), clock = systemClock, onSent } = options
  const store = createStore<ComposerState>({ ...initialState, contact, quote })
  const drafts = createDrafts({ storage: draftStorage ?? undefined, clock })
  const { getState } = store
  const keeper = createDraftKeeper({ store, drafts, key: source.key })
  const set = (part: Partial<ComposerState>): void => {
    store.setState({ ...getState(), ...part })
    keeper.follow()
  }
  const outbox = createComposerOutbox({
    store,
    source,
    onDone: (item, outcome) => {
      keeper.forget(item)
      if (outcome === 'accepted') onSent?.(item)
    },
  })

  function send(): void {
    const state = getState()
    const recipient = findRecipient(state)
    if (!recipient || checkDraft(state).obstacle) return
    const contents = toContents(state)
    const request = toRequest(recipient, contents.find(isText) ?? {})
    const textId = keeper.findId(request) ?? createId()
    let after: Promise<void> | undefined
    for (const content of contents) {
      const clientMessageId = isText(content) ? textId : undefined
      after = outbox.send({ recipient, content, preview: toPreview(state, content), clientMessageId, after })
    }
    keeper.send({ ...request, clientMessageId: textId })
    set({ attachment: null, quote: null, problem: null })
  }

  function attach(file: File | null): void {
    const largest = file ? findLargestFile(getState(), file.type) : 0
    if (file?.size === 0) set({ problem: { name: 'emptyFile' } })
    else if (file && file.size > largest) set({ problem: { name: 'largeFile', bytes: largest } })
    else set({ attachment: file, problem: null })
  }

  function handleEvent(event: ComposerEvent): void {
    if (event.type === 'status') outbox.applyStatus(event.change)
    else if (event.type !== 'changed') set(toChange(event, getState()))
    if (event.type === 'live' || event.type === 'changed') outbox.refresh()
  }

  let unsubscribe = source.subscribe(handleEvent)
  return {
    source,
    getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    setContact(next) {
      const state = getState()
      if (JSON.stringify(next) === JSON.stringify(state.contact)) return
      const change = { contact: next, recipient: null }
      if (isSameRecipient(state, { ...state, ...change })) return set(change)
      keeper.leave()
      set({ ...change, channelId: null, attachment: null, quote: null, keepUnanswered: false, problem: null })
    },
    chooseRecipient: (recipient) => set({ recipient, channelId: null }),
    chooseChannel: (channelId) => set({ channelId }),
    setText: (text) => keeper.write({ text }),
    attach,
    setKeyboard: (keyboard) => keeper.write({ keyboard }),
    setKeepUnanswered: (keepUnanswered) => set({ keepUnanswered }),
    setQuote: (next) => set({ quote: next }),
    dismissProblem: () => set({ problem: null }),
    send,
    sendTemplate({ preview, channelId, ...template }) {
      const state = getState()
      const recipient = findRecipient(state)
      if (!recipient) return
      const channel = channelId === undefined ? {} : { channelId }
      const content = { template, ...toSettings(state), ...channel, ...toQuote(state, 'template') }
      void outbox.send({ recipient, content, preview })
      set({ quote: null })
    },
    retry: (item) => keeper.renew({ item, next: outbox.retry(item) }),
    discard: outbox.discard,
    reload() {
      unsubscribe()
      set({ connection: 'connecting', failure: null })
      unsubscribe = source.subscribe(handleEvent)
    },
    close: () => unsubscribe(),
  }
}

/** Tells if two states write to the same recipient, e.g. when only more is known of the contact. */
function isSameRecipient(one: ComposerState, other: ComposerState): boolean {
  const [first, second] = [findRecipient(one), findRecipient(other)]
  return first !== undefined && second !== undefined && toRecipientKey(first) === toRecipientKey(second)
}

/** State that follows from an event. */
function toChange(
  event: Exclude<ComposerEvent, { type: 'status' | 'changed' }>,
  { connection }: ComposerState,
): Partial<ComposerState> {
  if (event.type === 'allowed') return { allowed: event.allowed, failure: null }
  if (event.type === 'failed') return { failure: event.error }
  return connection === 'ended' ? {} : { connection: event.type }
}

function isText({ text }: OutboxContent): boolean {
  return text !== undefined
}

/** The buttons that go with a text. */
function toPreview({ keyboard }: ComposerState, content: OutboxContent): OutboxPreview | undefined {
  return content.keyboard && keyboard ? { buttons: toButtons(keyboard) } : undefined
}

/** Largest file of a kind that both the server and the messenger take. */
function findLargestFile(state: ComposerState, mimeType: string): number {
  const own = state.allowed?.largestFileBytes ?? 0
  return Math.min(own, findRules(state)?.largestFile(mimeType) ?? own)
}

/** Returns the messages that make up the draft: a file and a text are two, unless the vendor has captions. */
function toContents(state: ComposerState): OutboxContent[] {
  const { attachment, text, keyboard } = state
  const settings = toSettings(state)
  const hasText = text.trim() !== ''
  if (attachment && hasText && isCaptioned(state))
    return [{ file: attachment, text: text.trim(), ...settings, ...toQuote(state, 'file') }]
  const file = attachment ? { file: attachment, ...settings, ...toQuote(state, 'file') } : null
  const quote = file && 'quotedMessageId' in file ? {} : toQuote(state, 'text')
  const body = { text: text.trim(), ...(keyboard && { keyboard: toKeyboard(keyboard) }), ...settings, ...quote }
  return [...(file ? [file] : []), ...(hasText ? [body] : [])]
}

function toSettings(state: ComposerState): Pick<OutboxContent, 'channelId' | 'keepUnanswered'> {
  const channelId = findComposerChannel(state)?.id
  const isKept = state.keepUnanswered && findRules(state)?.keepsUnanswered === true
  return { ...(channelId !== undefined && { channelId }), ...(isKept && { keepUnanswered: true }) }
}

function toQuote(state: ComposerState, content: 'text' | 'file' | 'template'): { quotedMessageId?: string } {
  const { quote } = state
  return quote && findRules(state)?.quotes.includes(content) ? { quotedMessageId: quote.messageId } : {}
}
