import * as z from 'zod'
import { chatSchema } from '../../store/chatTypes.ts'
import { changeGroup } from '../../store/entities/groups.ts'
import type { Group } from '../../store/schema.ts'
import { chooseChannel } from './channels.ts'
import type { Simulation } from './simulation.ts'

const nameSchema = z.string().trim().min(1).max(200)
const memberSchema = z.object({ memberId: z.string().min(1).max(200), name: nameSchema })

const schema = z.intersection(
  chatSchema.refine(({ chatType }) => chatType.endsWith('group'), 'Name a group: whatsgroup, telegroup or maxgroup.'),
  z.object({
    name: nameSchema.optional(),
    /** Members who join or change their names. */
    members: z.array(memberSchema).max(1_000).optional(),
    /** Ids of those who leave. */
    left: z.array(z.string().min(1)).max(1_000).optional(),
    channelId: z.string().max(100).optional(),
  }),
)

/** A change to a group: it is created or renamed, or members join, leave or change their names. */
export type SimulatedGroup = z.input<typeof schema>

/** Customers make or change a group chat that the company is in. */
export const group: Simulation<typeof schema, Group> = {
  schema,
  async run({ store }, change) {
    const { channelId } = await chooseChannel(store.database, change)
    return changeGroup(store, { ...change, channelId })
  },
}
