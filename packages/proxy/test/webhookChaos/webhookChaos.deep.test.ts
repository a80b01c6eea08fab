import { it } from 'vitest'
import { expectChaos } from './expectChaos.ts'

it('10,000 webhooks survive failures, repeats and restarts, each once and in order', async () => {
  await expectChaos({ deliveries: 10_000, chats: 50, seed: 3 })
}, 600_000)
