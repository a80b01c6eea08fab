import { applyMessage } from './applyEvent.ts'
import type { ConversationMessage } from './conversationMessage.ts'
import { isAllowed } from './conversationRules.ts'
import type { ConversationFailure, ConversationSource, Outcome } from './conversationSource.ts'
import type { FailureReason } from './conversationState.ts'
import type { ConversationStore } from './conversationStore.ts'

/** Outcome of an edit: done, or the reason it failed. */
export type EditOutcome = { done: true } | ({ done: false } & FailureReason)

/** Changes to messages. Failures appear as a problem, except those of edits, which the composer shows. */
export interface ChangeActions {
  edit: (message: ConversationMessage, text: string, file?: File | null) => Promise<EditOutcome>
  /** Deletes a message for everyone. */
  remove: (message: ConversationMessage) => Promise<void>
  /** Reacts to a message; `null` takes the reaction back. */
  react: (message: ConversationMessage, emoji: string | null) => Promise<void>
  press: (message: ConversationMessage, text: string) => Promise<void>
  /** Reports that the user has seen the messages up to this one. Earlier and reported ones are left out. */
  markSeen: (message: ConversationMessage) => void
  /** Carries out another request of the page, whose failure appears as one of the conversation's own. */
  attempt: (run: () => Promise<Outcome<unknown>>) => Promise<void>
  dismissProblem: () => void
}

/** Creates the actions that change messages. */
export function createChangeActions({
  store,
  source,
}: {
  store: ConversationStore
  source: ConversationSource
}): ChangeActions {
  let seen: Pick<ConversationMessage, 'id' | 'order'> = { id: '', order: Number.NEGATIVE_INFINITY }

  /** Carries out a request; a failure can be tried again. */
  async function attempt<Result>(
    run: () => Promise<Outcome<Result>>,
    done: (result: Result) => void = () => undefined,
  ): Promise<void> {
    const outcome = await run()
    const retry = (): void => void attempt(run, done)
    const problem = outcome.ok ? null : { reason: toReason(outcome.error), retry }
    store.update((state) => ({ ...state, problem }))
    if (outcome.ok) done(outcome.result)
  }

  return {
    async edit(message, text, file) {
      const change = { ...(text !== (message.text ?? '') && { text }), ...(file && { file }) }
      if (Object.keys(change).length === 0) return { done: true }
      const outcome = await source.edit?.({ message, ...change })
      if (!outcome?.ok) return { done: false, ...toReason(outcome?.error ?? { message: '' }) }
      const { result } = outcome
      const edited = 'message' in result ? result.message : { ...message, text, isEdited: true }
      store.update((state) => applyMessage(state, edited))
      return { done: true }
    },
    async remove(message) {
      const { remove } = source
      if (!remove) return
      await attempt(
        () => remove(message),
        (result) => {
          const deleted = 'message' in result ? result.message : { ...message, text: null, file: null, isDeleted: true }
          store.update((state) => applyMessage(state, deleted))
        },
      )
    },
    async react(message, emoji) {
      const { react } = source
      if (react)
        await attempt(
          () => react({ message, emoji }),
          () => undefined,
        )
    },
    async press(message, text) {
      const { press } = source
      if (press)
        await attempt(
          () => press({ message, text }),
          () => undefined,
        )
    },
    markSeen(message) {
      if (!source.read || !isAllowed(store.getState(), 'read') || message.order <= seen.order) return
      const before = seen
      seen = message
      void source.read(message).then((outcome) => {
        if (!outcome.ok && seen === message) seen = before // The next message that is seen reports this one too.
      })
    },
    attempt: (run) => attempt(run),
    dismissProblem: () => store.update((state) => ({ ...state, problem: null })),
  }
}

/** Returns the reason of a failure as the state has it. */
export function toReason({ message: reason, code, detail }: ConversationFailure): FailureReason {
  return { reason, ...(code !== undefined && { code }), ...(detail !== undefined && { detail }) }
}
