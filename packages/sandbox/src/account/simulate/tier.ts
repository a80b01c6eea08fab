import { type WabaTier, wabaTiers } from '@crm-chat/vendors/wazzup-tech'
import * as z from 'zod'
import { changeTier } from '../../messengers/channels/changeTier.ts'
import { InvalidOptionError } from '../../store/errors.ts'
import type { Simulation } from './simulation.ts'

const schema = z.object({ channelId: z.string().min(1).max(100), tier: z.enum(wabaTiers) })

/** A WABA channel's new limit of conversations it may start. */
export type SimulatedTier = z.input<typeof schema>

/** Meta moves a WABA channel to another tier. */
export const tier: Simulation<typeof schema, { channelId: string; tier: WabaTier }> = {
  schema,
  async run({ store }, change) {
    if (await changeTier(store, change)) return change
    throw new InvalidOptionError('The account has no such WABA channel: a tier is for the transport wapi only.')
  },
}
