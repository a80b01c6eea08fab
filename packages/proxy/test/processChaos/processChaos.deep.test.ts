import { it } from 'vitest'
import { describeRedis } from '../redis/setUpRedis.ts'
import { expectProcessChaos } from './expectProcessChaos.ts'

describeRedis('three processes of a CRM', () => {
  it('lose and double none of 1,000 messages and 10,000 webhooks while Redis and they are killed and paused', async () => {
    const faults = { redisKills: 12, crmKills: 12, pauses: 12 }
    let tenths = 0
    const onProgress = (progress: number): void => {
      if (progress < (tenths + 1) / 10) return
      tenths += 1
      process.stdout.write(`${tenths * 10} % of the messages and webhooks are over\n`)
    }
    await expectProcessChaos({ sends: 1_000, deliveries: 10_000, chats: 40, faults, seed: 7, onProgress })
  }, 900_000)
})
