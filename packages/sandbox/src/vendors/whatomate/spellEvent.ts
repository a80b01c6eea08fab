import { webhookEvents } from '@crm-chat/vendors/whatomate'
import type { Quirks } from '../../server/quirks/createQuirks.ts'

/** The events by their real names; nothing when there is one that does not exist. */
export function readEvents(given: string[], quirks: Quirks): string[] | undefined {
  const colons = quirks.isOn('whatomate.colonEvents')
  const events = given.map((event) => (colons ? event.replace(':', '.') : event))
  return events.every((event) => Object.hasOwn(webhookEvents, event)) ? events : undefined
}

/** The name of an event as the server spells it, or as its page does. */
export function spellEvent(event: string, quirks: Quirks): string {
  return quirks.isOn('whatomate.colonEvents') ? event.replace('.', ':') : event
}
