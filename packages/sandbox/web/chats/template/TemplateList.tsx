import { CircleAlert, LayoutTemplate, Search, SearchX } from 'lucide-react'
import { useRef, useState } from 'react'
import { moveFocus } from '../../ui/moveFocus.ts'
import { Notice } from '../../ui/Notice.tsx'
import type { Outcome } from '../session/chatsSource.ts'
import type { Template } from '../session/conversation.ts'

interface TemplateListProps {
  /** `null` while they load. */
  templates: Outcome<Template[]> | null
  chosen: Template | null
  onChoose: (template: Template) => void
  onRetry: () => void
}

/** The approved templates, with a search. */
export function TemplateList({ templates, chosen, onChoose, onRetry }: TemplateListProps) {
  const [query, setQuery] = useState('')
  const list = useRef<HTMLUListElement>(null)
  if (!templates)
    return (
      <p role="status" className="p-5 text-muted">
        Loading templates…
      </p>
    )
  if (!templates.ok)
    return (
      <Notice icon={CircleAlert} title="Can't load templates" role="alert">
        {templates.error.message}
        <button
          type="button"
          onClick={onRetry}
          className="mx-auto mt-3 block h-9 rounded-lg border border-line px-4 font-medium text-ink hover:bg-hover"
        >
          Try again
        </button>
      </Notice>
    )
  if (templates.result.length === 0)
    return (
      <Notice icon={LayoutTemplate} title="No approved templates yet">
        Templates are created through the API and reviewed by Meta.
      </Notice>
    )
  const found = templates.result.filter((template) => contains(template, query))
  return (
    <>
      <label className="m-3 mb-1 flex items-center gap-2 rounded-lg bg-canvas px-2.5 text-muted focus-within:outline-2 focus-within:outline-accent">
        <Search aria-hidden="true" className="size-4 shrink-0" />
        <input
          type="search"
          aria-label="Search templates"
          placeholder="Name or text"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          className="h-9 min-w-0 grow bg-transparent text-ink outline-none placeholder:text-muted"
        />
      </label>
      {found.length === 0 && <Notice icon={SearchX} title="No matching templates" />}
      <ul
        ref={list}
        aria-label="Templates"
        onKeyDown={(event) => moveFocus(event, list.current)}
        className="scroll-quiet min-h-0 grow overflow-y-auto p-1.5"
      >
        {found.map((template) => (
          <li key={template.templateGuid}>
            <button
              type="button"
              aria-current={template === chosen}
              onClick={() => onChoose(template)}
              className="block w-full rounded-xl px-3 py-2 text-left -outline-offset-2 hover:bg-hover aria-current:bg-selected"
            >
              <span className="flex items-baseline gap-2">
                <span className="truncate font-medium">{template.name}</span>
                <span className="ml-auto shrink-0 text-xs text-muted uppercase">{template.language}</span>
              </span>
              <span dir="auto" className="line-clamp-2 text-left text-[13px] wrap-anywhere text-muted">
                {template.body}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function contains({ name, body }: Template, query: string): boolean {
  return `${name}\n${body}`.toLowerCase().includes(query.trim().toLowerCase())
}
