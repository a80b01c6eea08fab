import type { ConversationTemplate, Outcome } from '@crm-chat/core/conversation'
import { type ReactNode, useRef, useState } from 'react'
import { useWords } from '../ConversationContext.ts'
import { explain } from '../format.ts'
import { Icon } from '../Icon.tsx'
import { moveFocus } from '../moveFocus.ts'

interface TemplateListProps {
  /** `null` while they load. */
  templates: Outcome<readonly ConversationTemplate[]> | null
  chosen: ConversationTemplate | null
  onChoose: (template: ConversationTemplate) => void
  onRetry: () => void
}

/** The approved templates, with a search. */
export function TemplateList({ templates, chosen, onChoose, onRetry }: TemplateListProps): ReactNode {
  const words = useWords()
  const [query, setQuery] = useState('')
  const list = useRef<HTMLUListElement>(null)
  if (!templates)
    return (
      <p role="status" className="cc-template-note">
        {words.loadingTemplates}
      </p>
    )
  if (!templates.ok)
    return (
      <div role="alert" className="cc-failure-area">
        <p className="cc-failure-title">{words.templatesFailed}</p>
        <p className="cc-failure-reason">{explain({ ...templates.error, reason: templates.error.message }, words)}</p>
        <button type="button" onClick={onRetry} className="cc-button cc-secondary">
          {words.retry}
        </button>
      </div>
    )
  if (templates.result.length === 0) return <p className="cc-template-note">{words.noTemplates}</p>
  const found = templates.result.filter((template) => contains(template, query))
  return (
    <>
      <label className="cc-template-search">
        <Icon name="search" size={16} />
        <input
          type="search"
          aria-label={words.searchTemplates}
          placeholder={words.templateNameOrText}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          className="cc-search-field"
        />
      </label>
      {found.length === 0 && <p className="cc-template-note">{words.noMatchingTemplates}</p>}
      <ul
        ref={list}
        aria-label={words.templates}
        onKeyDown={(event) => moveFocus(event, list.current)}
        className="cc-template-list"
      >
        {found.map((template) => (
          <li key={template.id} className="cc-search-item">
            <button
              type="button"
              aria-current={template === chosen}
              onClick={() => onChoose(template)}
              className="cc-found"
            >
              <span className="cc-template-line">
                <span className="cc-file-name">{template.name}</span>
                <span className="cc-template-language">{template.language}</span>
              </span>
              <span dir="auto" className="cc-found-text">
                {template.body}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function contains({ name, body }: ConversationTemplate, query: string): boolean {
  return `${name}\n${body}`.toLowerCase().includes(query.trim().toLowerCase())
}
