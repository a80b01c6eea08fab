import type { Chat } from '../../store/chatTypes.ts'
import type { Group } from '../../store/schema.ts'
import { type SimulatedTier, tier } from './channels.ts'
import { deal, type SimulatedDeal } from './deal.ts'
import { group, type SimulatedGroup } from './group.ts'
import { message, type SimulatedMessage, type SimulatedMessageResult } from './message.ts'
import { edit, remove, type SimulatedEdit, type SimulatedRemoval } from './messageChanges.ts'
import { reply, type SimulatedReply } from './reply.ts'
import { perform, type SimulateOptions } from './simulation.ts'
import { type SimulatedTransfer, transfer } from './transfer.ts'

/** Plays the people around the company's programs. Each function throws {@link InvalidOptionError}. */
export interface Simulate {
  /** Plays a customer who writes to the company. */
  message: (message: SimulatedMessage) => Promise<SimulatedMessageResult>
  /** Plays the company writing on its own phone, or a user who writes in the vendor's chats page. */
  reply: (reply: SimulatedReply) => Promise<SimulatedMessageResult>
  /** Plays the author of a message who edits it on the phone. */
  edit: (edit: SimulatedEdit) => Promise<{ messageId: string }>
  /** Plays the author of a message who deletes it on the phone. */
  remove: (removal: SimulatedRemoval) => Promise<{ messageId: string }>
  /** Creates or renames a group chat, or lets members join and leave. */
  group: (group: SimulatedGroup) => Promise<Group>
  /** Presses "+" in the Deals list of a chat: requests a deal from the CRM, after the contact if that is missing. */
  deal: (deal: SimulatedDeal) => Promise<Chat>
  /** Moves a WABA channel to another tier. */
  tier: (tier: SimulatedTier) => Promise<SimulatedTier>
  /** Hands a Whatomate conversation to a person, or back to the bot. */
  transfer: (transfer: SimulatedTransfer) => Promise<{ phone: string; change: string; agentId: string | null }>
}

/** Creates the simulations of one account. */
export function createSimulate(options: SimulateOptions): Simulate {
  return {
    message: (input) => perform(message, { options, name: 'message', input }),
    reply: (input) => perform(reply, { options, name: 'reply', input }),
    edit: (input) => perform(edit, { options, name: 'edit', input }),
    remove: (input) => perform(remove, { options, name: 'remove', input }),
    group: (input) => perform(group, { options, name: 'group', input }),
    deal: (input) => perform(deal, { options, name: 'deal', input }),
    tier: (input) => perform(tier, { options, name: 'tier', input }),
    transfer: (input) => perform(transfer, { options, name: 'transfer', input }),
  }
}
