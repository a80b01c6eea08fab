import { expect, it } from 'vitest'
import { callSandbox } from '../../test/callSandbox.ts'
import { watchCounter } from '../../test/counterClients.ts'
import { ann } from '../../test/fixtures/people.ts'
import { openWindow } from '../../test/openWindow.ts'
import { startSandbox } from '../../test/startSandbox.ts'

it('lists open connections with their owners and their last frames', async () => {
  const sandbox = await startSandbox()
  const list = async () => (await callSandbox(sandbox, 'GET /_sandbox/sockets')).json
  const counter = watchCounter({ url: sandbox.url, hello: { apiKey: sandbox.apiKey, userId: '9' } })
  await expect.poll(() => counter.values).toEqual([{ counter: 0 }])
  const { socket } = await openWindow(sandbox)
  await sandbox.simulate.message({ ...ann, text: 'Hello' })
  await expect.poll(() => counter.values).toHaveLength(2)
  await expect.poll(list).toMatchObject({
    sockets: [
      { operation: 'chats.watchWindow', userId: '7', last: { event: 'chat' } },
      { operation: 'wazzup-v2.watchUnanswered', userId: '9', told: 2, last: { value: { counter: 1 } } },
    ],
  })
  socket.disconnect()
  await expect.poll(list).toMatchObject({ sockets: [{ userId: '9' }] })
})
