import { Plus, X } from 'lucide-react'
import { useId } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { createPart, type FaultDraft, type MatchPart } from './faultDraft.ts'
import { fieldLook } from './TextField.tsx'

interface MatchFieldsProps {
  draft: FaultDraft
  onChange: (match: MatchPart[]) => void
}

/** Conditions on the request or the socket message. */
export function MatchFields({ draft: { match }, onChange }: MatchFieldsProps) {
  const id = useId()
  const change = (partId: string, part: Partial<MatchPart>) =>
    onChange(match.map((known) => (known.id === partId ? { ...known, ...part } : known)))
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-2">
      <legend className="mb-1 text-xs font-semibold text-muted">Conditions</legend>
      <datalist id={id}>
        {paths.map((path) => (
          <option key={path}>{path}</option>
        ))}
      </datalist>
      {match.map((part) => (
        <div key={part.id} className="flex flex-wrap items-center gap-2">
          <input
            aria-label="Path"
            list={id}
            placeholder="body.chatId"
            value={part.path}
            onChange={(event) => change(part.id, { path: event.target.value })}
            className={`${fieldLook} basis-32 grow font-mono text-xs`}
          />
          <span className="text-muted">is</span>
          <input
            aria-label="Value"
            placeholder="79998887766"
            value={part.value}
            onChange={(event) => change(part.id, { value: event.target.value })}
            className={`${fieldLook} basis-32 grow font-mono text-xs`}
          />
          <Choice label="Type" value={part.as} options={valueTypes} onChange={(as) => change(part.id, { as })} />
          <button
            type="button"
            aria-label={`Remove the condition ${part.path}`}
            onClick={() => onChange(match.filter(({ id: known }) => known !== part.id))}
            className="grid size-8 place-items-center rounded-lg text-muted hover:bg-hover"
          >
            <X aria-hidden="true" className="size-4" />
          </button>
        </div>
      ))}
      <div>
        <Button onClick={() => onChange([...match, createPart()])}>
          <Plus aria-hidden="true" className="size-3.5" />
          {match.length === 0 ? 'Add a condition, e.g. a chat, channel or user' : 'Add another'}
        </Button>
      </div>
    </fieldset>
  )
}

const valueTypes: { value: MatchPart['as']; name: string }[] = [
  { value: 'text', name: 'as text' },
  { value: 'json', name: 'as JSON' },
]

/** Suggestions for the path field. */
const paths = [
  'body.chatId',
  'body.chatType',
  'body.channelId',
  'body.text',
  'body.user.id',
  'query.offset',
  'query.limit',
  'params.id',
  'userId',
  'event',
  'value.counter',
]
