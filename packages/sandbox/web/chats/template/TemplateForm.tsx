import { ArrowUp } from 'lucide-react'
import { type FormEvent, useId, useRef, useState } from 'react'
import type { WindowChat, WindowTemplate } from '../../../src/chats/events.ts'
import { fillParts } from '../../../src/messengers/templates/fillParts.ts'
import { MessageContent } from '../../ui/message/MessageContent.tsx'
import { findChannel } from '../session/findChannel.ts'
import { useChatsState, useSession } from '../session/SessionProvider.tsx'
import { PlaceField } from './PlaceField.tsx'
import { findMissing } from './places.ts'
import { TemplateChannel } from './TemplateChannel.tsx'

interface TemplateFormProps {
  chat: WindowChat
  template: WindowTemplate
  onSent: () => void
}

/** Fills in a template: a field for each place, and beside it the message as the customer will see it. */
export function TemplateForm({ chat, template, onSent }: TemplateFormProps) {
  const { send } = useSession()
  const { places, channelIds } = template
  const isLive = useChatsState((state) => state.connection.status === 'live')
  const current = useChatsState((state) => findChannel(state, chat)?.channelId ?? '')
  const [channelId, setChannelId] = useState(channelIds.includes(current) ? current : (channelIds[0] ?? ''))
  const [values, setValues] = useState<string[]>(places.map(() => ''))
  const [wasTried, setWasTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const titleId = useId()
  const filled = fillParts(template, values)
  const missing = findMissing(places, values)

  function handleSubmit(event: FormEvent): void {
    event.preventDefault()
    setWasTried(true)
    const first = missing.findIndex((problem) => problem !== null)
    if (first === -1) sendFilled()
    else form.current?.querySelectorAll<HTMLInputElement>('[data-place]')[first]?.focus()
  }

  function sendFilled(): void {
    const content = { template: { templateGuid: template.templateGuid, values: values.map((value) => value.trim()) } }
    send(chat, { ...content, channelId }, filled)
    onSent()
  }

  return (
    <form
      ref={form}
      onSubmit={handleSubmit}
      noValidate
      aria-labelledby={titleId}
      className="flex min-h-0 grow flex-col"
    >
      <div className="scroll-quiet min-h-0 grow overflow-y-auto">
        <div className="bg-canvas p-5 max-wide:p-4">
          <h3 id={titleId} className="mb-2 truncate text-xs font-medium text-muted">
            {[template.name, template.category?.toLowerCase()].filter(Boolean).join(' · ')}
          </h3>
          <article
            aria-label="Preview"
            className="w-fit max-w-full min-w-48 rounded-2xl rounded-br-[5px] bg-own px-3.5 py-2"
          >
            <MessageContent
              message={{ text: filled.text, content: toLink(filled.file), template: filled, buttons: filled.buttons }}
            />
          </article>
        </div>
        <div className="grid gap-3.5 p-5 max-wide:p-4">
          {places.length === 0 && <p className="text-muted">There is nothing to fill in.</p>}
          {places.map((place, index) => (
            <PlaceField
              key={`${place.part} ${place.variable} ${index}`}
              place={place}
              value={values[index] ?? ''}
              problem={wasTried ? (missing[index] ?? null) : null}
              onValue={(value) => setValues(values.with(index, value))}
            />
          ))}
          <TemplateChannel channelIds={channelIds} value={channelId} onChange={setChannelId} />
        </div>
      </div>
      <footer className="flex items-center justify-end gap-3 border-t border-line px-5 py-3 max-wide:px-4">
        {!isLive && <p className="text-xs text-muted">You can send when the connection is back.</p>}
        <button
          type="submit"
          disabled={!isLive || channelId === ''}
          className="flex h-10 items-center gap-1.5 rounded-xl bg-accent px-4 font-medium text-on-accent disabled:cursor-default disabled:bg-line disabled:text-muted"
        >
          <ArrowUp aria-hidden="true" className="size-4" strokeWidth={2.25} />
          Send template
        </button>
      </footer>
    </form>
  )
}

/** Half a link shows nothing yet. */
function toLink(file: string | null): string | null {
  return file !== null && /^https?:\/\//i.test(file) && URL.canParse(file) ? file : null
}
