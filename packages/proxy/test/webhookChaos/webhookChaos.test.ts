import { it } from 'vitest'
import { expectChaos } from './expectChaos.ts'

it.each([1, 2])(
  '200 webhooks survive failures, repeats and restarts, each once and in order (seed %i)',
  async (seed) => {
    await expectChaos({ deliveries: 200, chats: 10, seed })
  },
)
