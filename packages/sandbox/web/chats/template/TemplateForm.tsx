import { type ConversationStore, findChannel, MessageContent } from '@crm-chat/react/conversation'
import { ArrowUp } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { toFile } from '../../ui/format/describeFile.ts'
import type { FilledTemplate, Template } from '../session/conversation.ts'
import { useChatsState, useSession } from '../session/SessionProvider.tsx'
import { PlaceField } from './PlaceField.tsx'
import { TemplateChannel } from './TemplateChannel.tsx'
import { useTemplateValues } from './useTemplateValues.ts'

interface TemplateFormProps {
  conversation: ConversationStore
  template: Template
  onSent: () => void
}

/** The form for a template: a preview of the message, and a field for each place. */
export function TemplateForm({ conversation, template, onSent }: TemplateFormProps) {
  const { fillTemplate } = useSession()
  const { templateGuid, places, channelIds } = template
  const current = findChannel(conversation.getState())?.id ?? ''
  const [channelId, setChannelId] = useState(channelIds.includes(current) ? current : (channelIds[0] ?? ''))
  const { form, values, problems, setValue, validate } = useTemplateValues(places)
  const titleId = useId()
  const filled = fillTemplate(template, values)

  function handleSubmit(event: FormEvent): void {
    event.preventDefault()
    if (!validate()) return
    const content = { template: { id: templateGuid, values: values.map((value) => value.trim()) } }
    conversation.send({ ...content, channelId }, toPreview(template, filled))
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
        <Preview titleId={titleId} template={template} filled={filled} />
        <div className="grid gap-3.5 p-5 max-wide:p-4">
          {places.length === 0 && <p className="text-muted">This template has no fields to fill in.</p>}
          {places.map((place, index) => (
            <PlaceField
              key={`${place.part} ${place.variable} ${index}`}
              place={place}
              value={values[index] ?? ''}
              problem={problems[index] ?? null}
              onValue={(value) => setValue(index, value)}
            />
          ))}
          <TemplateChannel channelIds={channelIds} value={channelId} onChange={setChannelId} />
        </div>
      </div>
      <SendBar hasChannel={channelId !== ''} />
    </form>
  )
}

/** The message as the customer will see it. */
function Preview({ titleId, template, filled }: { titleId: string; template: Template; filled: FilledTemplate }) {
  return (
    <div className="bg-canvas p-5 max-wide:p-4">
      <h3 id={titleId} className="mb-2 truncate text-xs font-medium text-muted">
        {[template.name, template.category?.toLowerCase()].filter(Boolean).join(' · ')}
      </h3>
      <article
        aria-label="Preview"
        className="cc-root cc-content w-fit max-w-full min-w-48 rounded-2xl rounded-br-[5px] bg-own px-3.5 py-2"
      >
        <MessageContent message={toPreview(template, filled)} />
      </article>
    </div>
  )
}

function SendBar({ hasChannel }: { hasChannel: boolean }) {
  const isLive = useChatsState((state) => state.connection.status === 'live')
  return (
    <footer className="flex items-center justify-end gap-3 border-t border-line px-5 py-3 max-wide:px-4">
      {!isLive && <p className="text-xs text-muted">You can send once you are back online.</p>}
      <button
        type="submit"
        disabled={!isLive || !hasChannel}
        className="flex h-10 items-center gap-1.5 rounded-xl bg-accent px-4 font-medium text-on-accent disabled:cursor-default disabled:bg-line disabled:text-muted"
      >
        <ArrowUp aria-hidden="true" className="size-4" strokeWidth={2.25} />
        Send template
      </button>
    </footer>
  )
}

/** Returns the message as the customer will see it. */
function toPreview({ name }: Template, { text, file, header, footer, buttons }: FilledTemplate) {
  const link = toLink(file)
  return { text, file: link === null ? null : toFile(link), template: { name, header, footer }, buttons }
}

/** Returns the file once the typed link is complete. */
function toLink(file: string | null): string | null {
  return file !== null && /^https?:\/\//i.test(file) && URL.canParse(file) ? file : null
}
