import {
  type ConversationChannel,
  type ConversationTemplate,
  fillTemplate,
  findChannel,
} from '@crm-chat/core/conversation'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useActions, useConversationState, useWords } from '../ConversationContext.ts'
import { MessageContent } from '../content/MessageContent.tsx'
import { Icon } from '../Icon.tsx'
import { PlaceField } from './PlaceField.tsx'
import { TemplateChannel } from './TemplateChannel.tsx'
import { useTemplateValues } from './useTemplateValues.ts'

interface TemplateFormProps {
  template: ConversationTemplate
  onSent: () => void
}

/** The form for a template: a preview of the message, and a field for each place. */
export function TemplateForm({ template, onSent }: TemplateFormProps): ReactNode {
  const { send, getState } = useActions()
  const words = useWords()
  const titleId = useId()
  const { id, name, category, places } = template
  const channels = useChannels(template)
  const [chosen, setChosen] = useState(() => findChannel(getState())?.id)
  const channelId = (channels.find((channel) => channel.id === chosen) ?? channels[0])?.id
  const { form, values, problems, setValue, validate } = useTemplateValues(places)
  const filled = fillTemplate(template, values)

  function handleSubmit(event: FormEvent): void {
    event.preventDefault()
    if (!validate()) return
    const content = { template: { id, values: values.map((value) => value.trim()) } }
    send({ ...content, ...(channelId !== undefined && { channelId }) }, filled)
    onSent()
  }

  return (
    <form ref={form} onSubmit={handleSubmit} noValidate aria-labelledby={titleId} className="cc-template-form">
      <div className="cc-template-scroll">
        <div className="cc-template-preview">
          <h3 id={titleId} className="cc-template-title">
            {[name, category?.toLowerCase()].filter(Boolean).join(' · ')}
          </h3>
          <article aria-label={words.preview} data-own data-ends className="cc-message">
            <MessageContent message={filled} />
          </article>
        </div>
        <div className="cc-template-places">
          {places.length === 0 && <p className="cc-template-note">{words.templateWithoutFields}</p>}
          {places.map((place, index) => (
            <PlaceField
              key={`${place.part} ${place.variable}`}
              place={place}
              value={values[index] ?? ''}
              problem={problems[index] ?? null}
              onValue={(value) => setValue(index, value)}
            />
          ))}
          <TemplateChannel channels={channels} value={channelId ?? ''} onChange={setChosen} />
        </div>
      </div>
      <SendBar hasChannel={channelId !== undefined} />
    </form>
  )
}

/** Working channels that can send a template. */
function useChannels({ channelIds }: ConversationTemplate): readonly ConversationChannel[] {
  const channels = useConversationState((state) => state.allowed.channels)
  return channels.filter(({ id, works, isFitting }) => works && (channelIds ? channelIds.includes(id) : isFitting))
}

function SendBar({ hasChannel }: { hasChannel: boolean }): ReactNode {
  const words = useWords()
  const isLive = useConversationState((state) => state.connection === 'live')
  return (
    <footer className="cc-template-foot">
      {!isLive && <p className="cc-template-note">{words.backOnline}</p>}
      <button type="submit" disabled={!isLive || !hasChannel} className="cc-button cc-primary">
        <Icon name="up" size={16} />
        {words.sendTemplate}
      </button>
    </footer>
  )
}
