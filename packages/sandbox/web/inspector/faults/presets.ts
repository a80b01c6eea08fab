import { createDraft, type FaultDraft } from './faultDraft.ts'
import { webhooksPlace } from './faultKinds.ts'

/** A common fault. */
export interface Preset {
  name: string
  draft: FaultDraft
}

/** Common faults that fill the form. */
export const presets: Preset[] = [
  { name: 'Vendor down', draft: draft('*', 'status', { status: '503' }) },
  {
    name: '429 storm',
    draft: { ...draft('*', 'status', { status: '429', code: 'TOO_MANY_REQUESTS' }), share: '70' },
  },
  { name: 'Slow', draft: draft('*', 'delay', { ms: '8000' }) },
  { name: 'Every other fails', draft: { ...draft('*', 'status', { status: '500' }), share: '50' } },
  { name: 'Sent, no response', draft: { ...draft('wazzup-v2.sendMessage', 'hang'), times: '1' } },
  { name: 'HTML instead of JSON', draft: draft('*', 'notJson', { status: '502' }) },
  { name: 'Socket half-open', draft: { ...draft('wazzup-v2.watchUnanswered', 'halfOpen'), times: '1' } },
  { name: 'Counter never sent', draft: draft('wazzup-v2.watchUnanswered', 'silent') },
  { name: 'Page refuses framing', draft: draft('chats.openPage', 'refuseFraming') },
  { name: 'Webhook twice', draft: draft(webhooksPlace, 'duplicate') },
  { name: 'Webhook lost', draft: { ...draft(webhooksPlace, 'drop'), times: '1' } },
  { name: 'Webhook late', draft: draft(webhooksPlace, 'delay', { delayMs: '60000' }) },
]

function draft(where: string, kind: string, options: Record<string, string> = {}): FaultDraft {
  return { ...createDraft(where), kind, options }
}
