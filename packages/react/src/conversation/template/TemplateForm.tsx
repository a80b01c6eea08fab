import { type ConversationChannel, type ConversationTemplate, fillTemplate } from '@crm-chat/core/conversation'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useWords } from '../ConversationContext.ts'
import { MessageContent } from '../content/MessageContent.tsx'
import { Icon } from '../Icon.tsx'
import { PayloadFields } from './PayloadFields.tsx'
import { PlaceField } from './PlaceField.tsx'
import { TemplateChannel } from './TemplateChannel.tsx'
import type { TemplateTarget } from './templateTarget.ts'
import { useTemplateValues } from './useTemplateValues.ts'

interface TemplateFormProps {
  template: ConversationTemplate
  target: TemplateTarget
  onSent: () => void
}

/** The form for a template: a preview of the message, and a field for each place. */
export function TemplateForm({ template, target, onSent }: TemplateFormProps): ReactNode {
  const words = useWords()
  const titleId = useId()
  const { id, name, category, places } = template
  const channels = target.channels && findChannels(template, target.channels)
  const [chosen, setChosen] = useState(target.channelId)
  const channelId = (channels?.find((channel) => channel.id === chosen) ?? channels?.[0])?.id
  const { form, values, problems, setValue, validate } = useTemplateValues(places)
  const [payloads, setPayloads] = useState<readonly string[]>(template.buttons.map(() => ''))
  const filled = fillTemplate(template, values)

  function handleSubmit(event: FormEvent): void {
    event.preventDefault()
    event.stopPropagation() // A form around may be React's, though not the page's.
    if (!validate()) return
    const hasPayloads = payloads.some((payload) => payload.trim() !== '')
    const filledIn = {
      id,
      values: values.map((value) => value.trim()),
      ...(hasPayloads && { payloads: payloads.map((payload) => payload.trim()) }),
    }
    target.send({ template: filledIn, ...(channelId !== undefined && { channelId }) }, filled)
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
              key={toKey(place, index)}
              place={place}
              value={values[index] ?? ''}
              problem={problems[index] ?? null}
              onValue={(value) => setValue(index, value)}
            />
          ))}
          {target.namePayload && (
            <PayloadFields
              buttons={template.buttons}
              nameOf={target.namePayload}
              payloads={payloads}
              onPayloads={setPayloads}
            />
          )}
          {channels && <TemplateChannel channels={channels} value={channelId ?? ''} onChange={setChosen} />}
        </div>
      </div>
      <SendBar isLive={target.isLive} canSend={target.isLive && (channels === null || channelId !== undefined)} />
    </form>
  )
}

/** Links of several buttons may have the same variable. */
function toKey({ part, variable }: ConversationTemplate['places'][number], index: number): string {
  return part === 'button' ? `${part} ${index}` : `${part} ${variable}`
}

/** Working channels that can send a template. */
function findChannels(
  { channelIds }: ConversationTemplate,
  channels: readonly ConversationChannel[],
): readonly ConversationChannel[] {
  return channels.filter(({ id, works, isFitting }) => works && (channelIds ? channelIds.includes(id) : isFitting))
}

function SendBar({ isLive, canSend }: { isLive: boolean; canSend: boolean }): ReactNode {
  const words = useWords()
  return (
    <footer className="cc-template-foot">
      {!isLive && <p className="cc-template-note">{words.backOnline}</p>}
      <button type="submit" disabled={!canSend} className="cc-button cc-primary">
        <Icon name="up" size={16} />
        {words.sendTemplate}
      </button>
    </footer>
  )
}
