import { isAllowed } from '@crm-chat/core/conversation'
import { type ChangeEvent, type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useActions, useConversationState, useWords } from '../ConversationContext.ts'
import { MarkedText } from '../content/MarkedText.tsx'
import { fill, formatDay, formatTime } from '../format.ts'
import { Icon } from '../Icon.tsx'
import { moveFocus } from '../moveFocus.ts'
import { cutAround } from './cutAround.ts'

/** The search field above the messages, with the messages it finds. Choosing one goes to it. */
export function SearchBar(): ReactNode {
  const { search, source } = useActions()
  const words = useWords()
  const canSearch = useConversationState((state) => isAllowed(state, 'search')) && source.search !== undefined
  const hasDates = useConversationState((state) => isAllowed(state, 'date'))
  const text = useConversationState((state) => state.search.text)
  const bar = useRef<HTMLDivElement>(null)
  if (!canSearch && !hasDates) return null

  function handleKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && text !== '') {
      event.stopPropagation()
      search('')
      bar.current?.querySelector('input')?.focus()
    }
    moveFocus(event, bar.current, 'input[type=search], .cc-found')
  }

  return (
    <search ref={bar} className="cc-search" onKeyDown={handleKeyDown}>
      <div className="cc-search-line">
        {canSearch && (
          <label className="cc-search-label">
            <Icon name="search" size={16} />
            <input
              type="search"
              dir="auto"
              aria-label={words.search}
              placeholder={words.search}
              value={text}
              onChange={(event) => search(event.target.value)}
              className="cc-search-field"
            />
            {text !== '' && (
              <button type="button" aria-label={words.endSearch} onClick={() => search('')} className="cc-action">
                <Icon name="close" size={14} />
              </button>
            )}
          </label>
        )}
        {hasDates && <DateField />}
      </div>
      {canSearch && <Results />}
    </search>
  )
}

/** Goes to the first message of a day. */
function DateField(): ReactNode {
  const { openTime } = useActions()
  const words = useWords()

  function handleChange({ target: { value, validity } }: ChangeEvent<HTMLInputElement>): void {
    const [year = 0, month = 1, day = 1] = value.split('-').map(Number)
    if (value !== '' && validity.valid) void openTime(new Date(year, month - 1, day).getTime())
  }

  return (
    <input
      type="date"
      aria-label={words.goToDate}
      title={words.goToDate}
      min="2000-01-01" // A year that is being typed is far in the past.
      onChange={handleChange}
      className="cc-date-field"
    />
  )
}

function Results(): ReactNode {
  const { openMessage, search } = useActions()
  const words = useWords()
  const { status, text, messages, hasMore } = useConversationState((state) => state.search)
  const shownId = useConversationState((state) => state.target?.messageId)
  if (status === 'idle') return null
  const query = text.trim()
  return (
    <div className="cc-search-results" aria-busy={status === 'loading'}>
      <p role="status" className="cc-search-note">
        {status === 'loading' && messages.length === 0 && words.searching}
        {status === 'ready' && messages.length === 0 && fill(words.nothingFound, { text: query })}
        {status === 'ready' && hasMore && words.moreFound}
      </p>
      {status === 'failed' && (
        <p role="alert" className="cc-search-note">
          {`${words.searchFailed} `}
          <button type="button" onClick={() => search(text)} className="cc-strong-link">
            {words.retry}
          </button>
        </p>
      )}
      <ul className="cc-search-list">
        {messages.map((message) => (
          <li key={message.id} className="cc-search-item">
            <button
              type="button"
              aria-current={message.id === shownId}
              onClick={() => void openMessage(message, query)}
              className="cc-found"
            >
              <span className="cc-found-at">
                {`${formatDay(message.sentAt, Date.now(), words)}, ${formatTime(message.sentAt, words)}`}
              </span>
              <span dir="auto" className="cc-found-text">
                <MarkedText text={cutAround(message.text ?? '', query)} query={query} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
