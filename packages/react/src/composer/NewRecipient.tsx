import { findNewMessengers, parsePhone, parseUsername, toNew } from '@crm-chat/core/composer'
import { type ReactNode, useId, useState } from 'react'
import { fill } from '../conversation/format.ts'
import { useComposerActions, useComposerState, useComposerWords } from './ComposerContext.ts'
import { nameMessenger } from './messengers.ts'

/** Fields for a number or a name that the CRM does not have. */
export function NewRecipient(): ReactNode {
  const state = useComposerState()
  const { chooseRecipient } = useComposerActions()
  const words = useComposerWords()
  const problemId = useId()
  const [index, setIndex] = useState(0)
  const [text, setText] = useState('')
  const [wasLeft, setWasLeft] = useState(false)
  const ways = findNewMessengers(state)
  const { by } = ways[index] ?? ways[0] ?? { by: 'phone' }
  const isNumber = by === 'phone'
  const isInvalid = wasLeft && text.trim() !== '' && read({ text, by }) === undefined

  function update(next: { text: string; way: (typeof ways)[number] | undefined }): void {
    const found = next.way && read({ text: next.text, by: next.way.by })
    chooseRecipient(next.way && found ? toNew({ chatType: next.way.chatType, ...found }) : 'nobody')
  }

  return (
    <fieldset className="cc-compose-new">
      <legend className="cc-spoken">{words.newRecipient}</legend>
      <label className="cc-place">
        <span className="cc-place-name">{words.messenger}</span>
        <select
          value={index}
          onChange={(event) => {
            const next = Number(event.target.value)
            setIndex(next)
            update({ text, way: ways[next] })
          }}
          className="cc-input cc-select"
        >
          {ways.map((way, number) => (
            <option key={`${way.chatType} ${way.by}`} value={number}>
              {nameWay(way)}
            </option>
          ))}
        </select>
      </label>
      <label className="cc-place">
        <span className="cc-place-name">{isNumber ? words.phone : words.username}</span>
        <input
          type={isNumber ? 'tel' : 'text'}
          dir="ltr"
          inputMode={isNumber ? 'tel' : 'text'}
          placeholder={isNumber ? '+49 30 901820' : '@anna_smith'}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          value={text}
          aria-invalid={isInvalid}
          aria-describedby={problemId}
          onBlur={() => setWasLeft(true)}
          onChange={(event) => {
            setText(event.target.value)
            setWasLeft(false)
            update({ text: event.target.value, way: ways[index] ?? ways[0] })
          }}
          className="cc-input"
        />
        <span id={problemId} role="status" className="cc-place-problem">
          {isInvalid ? (isNumber ? words.invalidPhone : words.invalidUsername) : null}
        </span>
      </label>
    </fieldset>
  )

  function nameWay(way: (typeof ways)[number]): string {
    const messenger = nameMessenger(way.chatType, words)
    const isOnly = ways.filter((other) => other.chatType === way.chatType).length === 1
    return isOnly ? messenger : fill(way.by === 'phone' ? words.byPhone : words.byUsername, { messenger })
  }
}

function read({
  text,
  by,
}: {
  text: string
  by: 'phone' | 'username'
}): { phone: string } | { username: string } | undefined {
  if (by === 'username') {
    const username = parseUsername(text)
    return username === undefined ? undefined : { username }
  }
  const phone = parsePhone(text)
  return phone === undefined ? undefined : { phone }
}
