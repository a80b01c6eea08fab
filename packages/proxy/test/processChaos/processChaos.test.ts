import { it } from 'vitest'
import { describeRedis } from '../redis/setUpRedis.ts'
import { expectProcessChaos } from './expectProcessChaos.ts'

describeRedis('three processes of a CRM', () => {
  it('lose and double no message and no webhook while Redis and one of them are killed and another is paused', async () => {
    const faults = { redisKills: 1, crmKills: 1, pauses: 1 }
    await expectProcessChaos({ sends: 60, deliveries: 400, chats: 20, faults, seed: 1 })
  })
})
