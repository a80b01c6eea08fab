import { webhookEvents } from '@crm-chat/vendors/whatomate'
import type { Quirks } from '../../server/quirks/createQuirks.ts'

/** Reads the names of events. @returns nothing if one is unknown */
export function readEvents(given: string[], quirks: Quirks): string[] | undefined {
  const colons = quirks.isOn('whatomate.colonEvents')
  const events = given.map((event) => (colons ? event.replace(':', '.') : event))
  return events.every((event) => Object.hasOwn(webhookEvents, event)) ? events : undefined
}

/** The name of an event, in the spelling of the server or of its page. */
export function spellEvent(event: string, quirks: Quirks): string {
  return quirks.isOn('whatomate.colonEvents') ? event.replace('.', ':') : event
}
