import { createWazzupV2 } from '../../src/wazzup-v2/createWazzupV2.ts'
import { createWazzupV3 } from '../../src/wazzup-v3/createWazzupV3.ts'

const [, , api, url = ''] = process.argv
const apiKey = 'CANARY-0123456789'
const client =
  api === 'API V2'
    ? createWazzupV2({ apiKey, counterUrl: url })
    : createWazzupV3({ apiKey, baseUrl: url, integrationsUrl: url })

client.watchUnanswered({
  userId: '7',
  onValue() {
    process.stdout.write('a value came\n')
    process.exit()
  },
})
