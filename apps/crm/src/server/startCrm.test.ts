import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { eventually } from '../../test/eventually.ts'
import { startSlowVendor } from '../../test/startSlowVendor.ts'
import { startTestCrm } from '../../test/startTestCrm.ts'

it('is ready until it stops', async () => {
  const vendor = await startSlowVendor()
  const crm = await startTestCrm({ wazzupUrl: vendor.url })
  expect(await (await fetch(`${crm.url}/readyz`)).json()).toEqual({ status: 'ready' })
  const ann = await crm.logIn('ann')
  const body = '{"scope":"card","chats":[{"chatType":"whatsapp","chatId":"79998887766"}]}'
  const busy = connect(Number(new URL(crm.url).port), '127.0.0.1')
  await once(busy, 'connect')
  const ended = text(busy)
  busy.write(
    `POST /chat/window HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://127.0.0.1\r\nX-Crm-Chat: 1\r\nCookie: ${ann.cookie()}\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  )
  await vendor.asked
  const closed = crm.close({ deadlineMs: 60_000 })
  busy.write('GET /readyz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\nGET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n')
  await eventually(() => expect(fetch(`${crm.url}/livez`)).rejects.toThrow())
  vendor.answer()
  await closed
  const received = await ended
  expect(received.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 503', 'HTTP/1.1 200'])
  expect(received).toContain('{"status":"stopping"}')
})

it('ends live streams when it closes, and does not cut them', async () => {
  const crm = await startTestCrm()
  const ann = await crm.logIn('ann')
  const stream = await fetch(`${crm.url}/chat/events`, { headers: { cookie: ann.cookie() } })
  expect(stream.status).toBe(200)
  const ended = stream.text()
  await crm.close()
  expect(await ended).toContain('event: drain') // A stream that is cut ends in the same way, without it.
})
