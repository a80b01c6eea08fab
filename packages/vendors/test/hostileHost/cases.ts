import { type Caller, type HostileCase, type Moment, toFrame, toResponse } from './startHostileHost.ts'

/** Sends packets at the time of the value, once the client has said who it is. */
const packet = (...packets: string[]): HostileCase => ({
  name: `packet ${packets.map((text) => text.slice(0, 30)).join(' then ')}`,
  moment: 'value',
  act: ({ send }) => send(...packets),
})

/** Sends something in place of the first packet. */
const opening = (text: string): HostileCase => ({
  name: `opening ${text.slice(0, 40)}`,
  moment: 'open',
  act: ({ send }) => send(text),
})

/** Sends bytes in place of the response to the first request. */
const response = (name: string, act: (caller: Caller) => void): HostileCase => ({ name, moment: 'request', act })

/** Sends bytes in a WebSocket that is open. */
const frame = (name: string, bytes: Uint8Array, moment: Moment = 'value'): HostileCase => ({
  name,
  moment,
  transport: 'websocket',
  act: ({ raw }) => raw(bytes),
})

/** Sends a body in place of a poll's. */
const body = (name: string, text: string, moment: Moment = 'value'): HostileCase => ({
  name,
  moment,
  transport: 'polling',
  act: ({ raw }) => raw(toResponse(text)),
})

/** Writes the same bytes until the client has gone. */
function pour({ socket }: Caller, bytes: string | Uint8Array): void {
  const write = (): void => {
    for (let count = 0; count < 64 && socket.writable; count += 1) if (!socket.write(bytes)) break
    if (socket.writable) socket.once('drain', write)
  }
  write()
}

/** Writes a few bytes at a time. */
function drip({ socket }: Caller, head: string, bytes: string): void {
  socket.write(head)
  const timer = setInterval(() => (socket.writable ? socket.write(bytes) : clearInterval(timer)), 20)
  socket.on('close', () => clearInterval(timer))
}

const head = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n'
const upgrade = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n'
const deep = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`

/** Everything a hostile or broken host may send, each in both generations and, unless it says so, over both transports. */
export const hostileCases: HostileCase[] = [
  packet('42["x'),
  packet('42[]'),
  packet('4'),
  packet(''),
  packet('42'),
  packet('42{}'),
  packet('42[1]'),
  packet('42[null,{}]'),
  packet('42"apiV2Notify"'),
  packet('42/other,["apiV2Notify",{"counter":1}]'),
  packet('42999999999999999999["apiV2Notify",{"counter":1}]'),
  packet('45-["x"]'),
  packet('451-["x",{"_placeholder":true,"num":0}]'),
  packet('451-["x",{"_placeholder":true,"num":"bad"}]', '42["apiV2Notify",{"counter":1}]'),
  packet('451000000000-["x",{"_placeholder":true,"num":0}]'),
  packet('461-1["x"]'),
  packet('431["x"]'),
  packet('43'),
  packet('44'),
  packet('44{"message":1}'),
  packet('40/x,{"sid":1}'),
  packet('40{'),
  packet('41'),
  packet('1'),
  packet('0{"sid":"again","upgrades":[],"pingInterval":1,"pingTimeout":1}'),
  packet('5'),
  packet('9'),
  packet('bAAAA'),
  packet('b4AAAA'),
  packet('\u0000'),
  packet(`42${deep(2_000)}`),
  packet(`42["apiV2Notify",${deep(2_000)}]`),
  packet(`42["apiV2Notify",{"counter":1,"x":"${'x'.repeat(10_000)}"}]`),
  packet(`42["apiV2Notify",{"__proto__":{"polluted":true},"counter":${'9'.repeat(400)}}]`, '1'),
  opening('0zz'),
  opening('0{}'),
  opening('0{"sid":1}'),
  opening('0{"sid":""}'),
  opening('0{"sid":"a","pingInterval":"x","pingTimeout":1}'),
  opening('0{"sid":"a","pingInterval":-1,"pingTimeout":1}'),
  opening('0{"sid":"a"}'),
  opening('0[]'),
  opening('0null'),
  opening('4'),
  opening('2'),
  opening('42["apiV2Notify",{"counter":1}]'),
  opening(`0{"sid":"${'a'.repeat(20_000)}","pingInterval":1,"pingTimeout":1}`),
  { name: 'connect with a list', moment: 'connect', act: ({ send }) => send('40[]') },
  { name: 'connect with half an object', moment: 'connect', act: ({ send }) => send('40{"sid"') },
  { name: 'connect refused', moment: 'connect', act: ({ send }) => send('44{"message":"unknown key"}') },
  { name: 'closed at once', moment: 'connect', act: ({ socket }) => socket.destroy() },
  frame('binary out of the blue', toFrame(Uint8Array.of(4, 1, 2, 3), 0x82)),
  frame('binary as the opening', toFrame(Uint8Array.of(4, 1, 2, 3), 0x82), 'open'),
  frame('a binary ping of 125 bytes, often', toFrame('x'.repeat(125), 0x89)),
  frame('a control frame of 200 bytes', toFrame('x'.repeat(200), 0x89)),
  frame('text that is no UTF-8', toFrame(Uint8Array.of(0x34, 0x32, 0xff, 0xfe))),
  frame('reserved bits', toFrame('42[]', 0xf1)),
  frame('compressed without leave', toFrame('42[]', 0xc1)),
  frame('an unknown opcode', toFrame('42[]', 0x83)),
  frame('a continuation of nothing', toFrame('42[]', 0x80)),
  frame('half a message, then another', Buffer.concat([toFrame('42[', 0x01), toFrame('42[]')])),
  frame('a frame of 2^62 bytes', Buffer.from('817f4000000000000000', 'hex')),
  frame('a frame of 1 MiB', toFrame('4'.repeat(1024 * 1024))),
  frame('HTTP in place of frames', Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'), 'open'),
  frame('a close frame with a bad code', toFrame(Uint8Array.of(0, 1), 0x88)),
  frame('a close frame of one byte', toFrame(Uint8Array.of(3), 0x88)),
  {
    name: 'fragments without end',
    moment: 'value',
    transport: 'websocket',
    act(caller) {
      caller.raw(toFrame('42["', 0x01))
      pour(caller, toFrame('x'.repeat(100), 0x00))
    },
  },
  { name: 'frames without end', moment: 'open', act: (caller) => pour(caller, toFrame('6')) },
  body('a poll of nothing', ''),
  body('a length that lies', '999:42[]'),
  body('a length without end', `${'9'.repeat(2_000)}:4`),
  body('a poll of 1 MiB', '6'.repeat(1024 * 1024)),
  body('a poll of many packets', Array(20_000).fill('6').join('\u001e'), 'open'),
  body('HTML', '<html><body>Log in</body></html>', 'open'),
  body('a handshake 0zz', '0zz', 'open'),
  body('a handshake 0{}', '0{}', 'open'),
  response('a response without end', (caller) => {
    caller.socket.write(`${head}Transfer-Encoding: chunked\r\n\r\n`)
    pour(caller, `1000\r\n${' '.repeat(4_096)}\r\n`)
  }),
  response('a refusal without end', (caller) => {
    caller.socket.write('HTTP/1.1 502 Bad Gateway\r\n\r\n')
    pour(caller, ' '.repeat(4_096))
  }),
  response('headers without end', (caller) => {
    caller.socket.write(head)
    pour(caller, `X-Padding: ${'x'.repeat(2_000)}\r\n`)
  }),
  response('upgrade headers without end', (caller) => {
    caller.socket.write(upgrade)
    pour(caller, `X-Padding: ${'x'.repeat(2_000)}\r\n`)
  }),
  response('informational responses without end', (caller) => pour(caller, 'HTTP/1.1 100 Continue\r\n\r\n')),
  response('headers that drip', (caller) => drip(caller, head, 'X')),
  response('a body that drips', (caller) => drip(caller, `${head}Content-Length: 100000\r\n\r\n`, ' ')),
  response('a length beyond the body', ({ socket }) => socket.end(`${head}Content-Length: 500\r\n\r\n0{}`)),
  response('two lengths', ({ socket }) => socket.end(`${head}Content-Length: 5\r\nContent-Length: 3\r\n\r\n0{}`)),
  response('a length that is negative', ({ socket }) => socket.end(`${head}Content-Length: -1\r\n\r\n0{}`)),
  response('a redirect', ({ raw }) =>
    raw('HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n'),
  ),
  response('101 with junk', ({ socket }) => socket.end(`${upgrade}Sec-WebSocket-Accept: wrong\r\n\r\n\u0001\u0002`)),
  response('101 without headers', ({ socket }) => socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n')),
  response('no HTTP', ({ socket }) => socket.end('SSH-2.0-OpenSSH_9.6\r\n')),
  response('status 999', ({ raw }) => raw(toResponse('x', '999 Odd'))),
  response('status 500 with HTML', ({ raw }) => raw(toResponse('<html>', '500 Internal Server Error'))),
  response('status 401', ({ raw }) => raw(toResponse('{}', '401 Unauthorized'))),
  response('status 204', ({ raw }) => raw('HTTP/1.1 204 No Content\r\n\r\n')),
  response('a response cut in its head', ({ socket }) => socket.end('HTTP/1.1 200 O')),
  response('silence', () => undefined),
  response('a reset', ({ socket }) => socket.resetAndDestroy()),
]
