import type { ChatEvent } from './chatEvent.ts'

/** Adds the fields that were left out of the envelope around an event. */
export function withDroppedFields(ofEnvelope: string[]): (event: ChatEvent) => ChatEvent {
  if (ofEnvelope.length === 0) return (event) => event
  const names = ofEnvelope.map((name) => `envelope.${name}`)
  return (event) => ({ ...event, droppedFields: [...names, ...(event.droppedFields ?? [])] })
}
