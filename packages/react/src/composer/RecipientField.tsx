import {
  type ComposerRecipient,
  findNewMessengers,
  findRecipient,
  findRecipients,
  isReached,
  toRecipientKey,
} from '@crm-chat/core/composer'
import { type ReactNode, useState } from 'react'
import { fill } from '../conversation/format.ts'
import { useComposerActions, useComposerState, useComposerWords } from './ComposerContext.ts'
import { nameMessenger } from './messengers.ts'
import { NewRecipient } from './NewRecipient.tsx'

/** Chooses the recipient among what the contact has, or somebody new. */
export function RecipientField({ allowsNew }: { allowsNew: boolean }): ReactNode {
  const state = useComposerState()
  const { chooseRecipient } = useComposerActions()
  const words = useComposerWords()
  const known = findRecipients(state)
  const canBeNew = allowsNew && findNewMessengers(state).length > 0
  const [wantsNew, setWantsNew] = useState(false)
  const isNew = canBeNew && (wantsNew || known.length === 0)
  const chosen = findRecipient(state)
  const only = known.length === 1 && !canBeNew ? known[0] : undefined
  const toLabel = (recipient: ComposerRecipient): string => {
    const name = `${nameMessenger(recipient.chatType, words)} · ${recipient.label}`
    return isReached(state, recipient.chatType) ? name : fill(words.unreached, { name })
  }

  function handleChoice(key: string): void {
    setWantsNew(key === another)
    if (key === another) chooseRecipient('nobody')
    else chooseRecipient(known.find((recipient) => toRecipientKey(recipient) === key) ?? null)
  }

  return (
    <>
      {only && (
        <p className="cc-compose-line">
          <span className="cc-compose-name">{words.to}</span>
          <bdi className="cc-compose-fixed">{toLabel(only)}</bdi>
        </p>
      )}
      {known.length > 0 && !only && (
        <label className="cc-compose-line">
          <span className="cc-compose-name">{words.to}</span>
          <select
            value={isNew ? another : chosen ? toRecipientKey(chosen) : ''}
            onChange={(event) => handleChoice(event.target.value)}
            className="cc-input cc-select"
          >
            {known.map((recipient) => (
              <option
                key={toRecipientKey(recipient)}
                value={toRecipientKey(recipient)}
                disabled={!isReached(state, recipient.chatType)}
              >
                {toLabel(recipient)}
              </option>
            ))}
            {canBeNew && <option value={another}>{words.another}</option>}
          </select>
        </label>
      )}
      {isNew && <NewRecipient />}
    </>
  )
}

/** Value of the choice of somebody new. Keys of recipients have a space. */
const another = 'another'
