import * as z from 'zod'
import { defineEndpoint } from '../../http/endpoint.ts'
import { confirmedSchema, succeeded, textSchema, timeSchema } from './envelope.ts'

const transferSchema = z.looseObject({
  id: z.uuid(),
  contact_id: z.uuid(),
  contact_name: z.string(),
  phone_number: z.string(),
  agent_id: z.string().nullable(),
  status: z.string(),
  transferred_at: timeSchema,
})

/** Endpoint that hands a conversation to people. */
export const createTransferEndpoint = defineEndpoint({
  operation: 'whatomate.createTransfer',
  method: 'POST',
  path: '/api/chatbot/transfers',
  summary: 'Hand a conversation to an agent, or to all',
  body: z.looseObject({ contact_id: textSchema, agent_id: textSchema }),
  response: {
    description: 'The transfer.',
    schema: succeeded(z.looseObject({ message: z.string(), transfer: transferSchema })),
  },
})

/** Endpoint that takes over the oldest conversation that no agent has. */
export const pickTransferEndpoint = defineEndpoint({
  operation: 'whatomate.pickTransfer',
  method: 'POST',
  path: '/api/chatbot/transfers/pick',
  summary: 'Take over the oldest conversation that no agent has',
  response: {
    description: 'The transfer; null if every conversation has an agent.',
    schema: succeeded(z.looseObject({ message: z.string(), transfer: transferSchema.nullable() })),
  },
})

/** Endpoint that gives a conversation back to the bot. */
export const resumeTransferEndpoint = defineEndpoint({
  operation: 'whatomate.resumeTransfer',
  method: 'PUT',
  path: '/api/chatbot/transfers/:id/resume',
  summary: 'Give a conversation back to the bot',
  response: { description: 'A confirmation.', schema: confirmedSchema },
})

/** Endpoint that gives a conversation to another agent. */
export const assignTransferEndpoint = defineEndpoint({
  operation: 'whatomate.assignTransfer',
  method: 'PUT',
  path: '/api/chatbot/transfers/:id/assign',
  summary: 'Give a conversation to an agent, or to all',
  body: z.looseObject({ agent_id: textSchema }),
  response: {
    description: 'The agent.',
    schema: succeeded(z.looseObject({ message: z.string(), agent_id: z.string().nullable() })),
  },
})

/** Endpoint that counts the use of a canned response. */
export const countCannedResponseUseEndpoint = defineEndpoint({
  operation: 'whatomate.countCannedResponseUse',
  method: 'POST',
  path: '/api/canned-responses/:id/use',
  summary: 'Count the use of a canned response',
  response: { description: 'A confirmation.', schema: confirmedSchema },
})
