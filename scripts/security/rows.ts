/** One thing that could go wrong, and the project's answer. */
export interface SecurityRow {
  /** E.g. `threat 6` or `fault 18`: patches of `scripts/mutations` name the rows that they belong to. */
  name: `threat ${number}` | `fault ${number}`
  title: string
  control: string
  /** Tests beside those that the patches name, as `file › title`. */
  tests?: string[]
  /** Present where the row does not apply, or is delivered by a later version. */
  note?: string
}

/** Things that somebody could do on purpose. */
export const threats: SecurityRow[] = [
  {
    name: 'threat 1',
    title: "The vendor's key reaches a browser, a log, an error or a crash report",
    control:
      'The key lives in the closure of the backend. Errors are built from a closed list of codes and our own words; whatever is logged passes a redactor that knows the key in its encodings; a link that contains it is refused; our own socket codec writes no debug output. `crm-chat doctor` takes keys and secrets out of every sentence, and shows a key to no other company than the one that it was configured for.',
    tests: [
      'packages/proxy/src/keySafety.test.ts › no response and no log line holds the key when the vendor sends',
      'packages/proxy/src/keySafety.test.ts › printing the proxy, its backend and its options shows no key',
    ],
  },
  {
    name: 'threat 2',
    title: 'Somebody without a session uses the proxy',
    control:
      '`identify` is required. Anything but a well-formed user is nobody, and a hook that throws or hangs is 503: in none of these cases does the vendor get a request.',
  },
  {
    name: 'threat 3',
    title: 'A user acts as another one',
    control:
      "The user comes from the CRM's session only. Bodies are strict, and what a socket sends beside its greeting is ignored.",
    tests: ['packages/proxy/src/operations/window.test.ts › never changes whose window the vendor opens'],
  },
  {
    name: 'threat 4',
    title: 'The proxy is used to reach other hosts',
    control:
      'Operations are a table. No path, host or query of a browser goes upstream; raw paths are compared as they arrive; redirects of the vendor are not followed.',
  },
  {
    name: 'threat 5',
    title: 'Links and webhook addresses lead into the private network',
    control:
      'The proxy fetches no link of a user. The address of a file stays on the server. The receiver of webhooks is registered under public addresses only, unless the vendor is private itself. The sandbox resolves each address once, refuses special-purpose ranges at connect, and follows no redirect.',
  },
  {
    name: 'threat 6',
    title: 'A foreign page sends requests with the cookies of its visitor',
    control:
      'A state-changing request needs a JSON body and our own header. `Origin` and `Sec-Fetch-Site` must be those of a page of the same host or of an allowed origin.',
  },
  {
    name: 'threat 7',
    title: 'A foreign page opens a socket with the cookies of its visitor',
    control: 'The handshake is checked before `identify`, for both transports; origins are compared exactly.',
  },
  {
    name: 'threat 8',
    title: 'A live stream outlives the session',
    control:
      "`revoke(userId)` ends a user's streams at once and wins over a check in progress. Each stream's session is checked again at jittered intervals. Processes that share a Redis tell each other; one that is cut off learns of it when it is back, or at the next check of the session.",
  },
  {
    name: 'threat 9',
    title: 'A user or a script floods the proxy',
    control:
      "Limits of requests in progress, of new streams and of each user's operations; a newest stream replaces the oldest one. A socket may send its greeting and nothing else; its frames are counted and its unsent bytes capped.",
    tests: ['packages/proxy/src/node/floods.deep.test.ts › 100,000 frames of a page'],
  },
  {
    name: 'threat 10',
    title: 'Malformed frames reach a parser',
    control:
      'Text only, 4 KiB a frame, 64 KiB a handshake, on both legs, in our own codec; a bad frame ends its connection and is counted.',
    tests: ['packages/vendors/test/hostileHost/hostileHost.test.ts › a process that watches hosts hostile in'],
  },
  {
    name: 'threat 11',
    title: 'Bodies without an end',
    control:
      'Bytes are counted as they arrive, whatever `content-length` says, in requests and in responses. Nothing is decompressed.',
  },
  {
    name: 'threat 12',
    title: 'Clients that send slowly',
    control:
      'Timeouts of headers and requests belong to the server that mounts the proxy; the demo CRM sets 10 and 30 seconds, and the README says so.',
  },
  {
    name: 'threat 13',
    title: 'Request smuggling and injected headers',
    control:
      'Upstream requests are built from scratch, with no header of the browser. Parsing is left to Node, in its strict mode.',
    tests: [
      'packages/proxy/test/security/smuggling.test.ts › is not served: ',
      'packages/proxy/test/security/smuggling.test.ts › reaches the vendor byte for byte like any other',
    ],
  },
  {
    name: 'threat 14',
    title: 'Forged headers of identity or address',
    control: 'Forwarding headers and user headers are never read.',
    tests: ['packages/proxy/test/security/smuggling.test.ts › reaches the vendor byte for byte like any other'],
  },
  {
    name: 'threat 15',
    title: "The vendor's headers, redirects or pages leak",
    control:
      'Responses are built from scratch: our headers, our JSON, known fields only, whatever type and status the vendor names.',
    tests: ['packages/proxy/test/security/upstreamResponses.test.ts › nothing but known fields of a vendor passes'],
  },
  {
    name: 'threat 16',
    title: 'A link to a chat window is a credential',
    control:
      '`no-store`, `no-referrer` on the frame, a limit for each user, and links are in no log and in none of our URLs.',
    tests: [
      'packages/proxy/test/security/linkSecrecy.test.ts › a refused link is nowhere',
      'packages/proxy/test/security/linkSecrecy.test.ts › a link that the vendor repeats in an error is nowhere',
    ],
  },
  {
    name: 'threat 17',
    title: 'The frame is hostile',
    control:
      'Only https links of the vendor, checked on the server and in the page; a `sandbox` attribute without top navigation.',
  },
  {
    name: 'threat 18',
    title: 'Another window posts messages as if it were the frame',
    control: '`source` must be the frame, `origin` that of its link, and the data has a schema.',
  },
  {
    name: 'threat 19',
    title: 'Clickjacking, and a content security policy that would have to be loosened',
    control: 'No inline script is needed. The pages of the demo CRM and the sandbox have a policy of their own.',
  },
  {
    name: 'threat 20',
    title: 'Prototype pollution',
    control: 'Strict schemas; nothing merges objects of outside; maps in place of objects.',
  },
  {
    name: 'threat 21',
    title: 'Regular expressions that take forever',
    control: 'Patterns are linear and inputs are capped before they are matched.',
    tests: [
      'packages/proxy/test/security/linearTime.test.ts › reads 100 KB of any text at once',
      'packages/vendors/test/linearTime.test.ts › reads 100 KB of any text at once',
    ],
  },
  {
    name: 'threat 22',
    title: 'Parameters given twice',
    control:
      'The query changes nothing; of a field that a body has twice the last one counts, for the CRM and for the vendor; a header that comes twice has neither of its values.',
    tests: [
      'packages/proxy/src/operations/window.test.ts › has one meaning, for the CRM and for the vendor',
      'packages/proxy/src/handleRequest.test.ts › changes nothing: ',
    ],
  },
  {
    name: 'threat 23',
    title: 'Confused tokens',
    control: 'The proxy verifies no token. The sandbox pins algorithm, issuer, audience and type.',
  },
  {
    name: 'threat 24',
    title: 'Forged and repeated webhooks',
    control:
      'The end of the receiver’s address is a secret that is compared in constant time, before anything of the request is read, and can be changed without a gap; signatures are checked where the vendor signs. Each event is handled once by the vendor’s key: a repeat is acknowledged without effect, and one that meets the first try shares its outcome.',
    tests: [
      'packages/proxy/src/webhooks/repeats.test.ts › is handed over once',
      'packages/proxy/src/webhooks/receiver.test.ts › was right until the secret was changed',
      'packages/proxy/test/webhookChaos/webhookChaos.test.ts › 200 webhooks survive failures, repeats and restarts',
    ],
  },
  {
    name: 'threat 25',
    title: 'Forged log lines, and personal data in the log',
    control:
      'Fields instead of sentences, without control characters; no bodies, links, headers or phone numbers. nginx of `deploy` writes the form of a path that is known, and no error of a request.',
    tests: [
      'packages/cli/test/deploy/topology.deep.test.ts › leave no secret, phone number or text of a search in the log',
    ],
  },
  {
    name: 'threat 26',
    title: 'Responses that tell too much',
    control:
      'One message for each refusal, whoever asks and whatever exists; the cause of a foreign origin is named to the page in development only.',
    tests: [
      'packages/proxy/test/security/refusals.test.ts › an unknown path is the same for everybody',
      'packages/proxy/test/security/refusals.test.ts › chats that do not exist are forbidden like those of others',
    ],
  },
  {
    name: 'threat 27',
    title: 'Tenants see each other',
    control:
      'Each tenant has a context of its own: connections, limits, the key, the address of webhooks, the store. What processes share is named by its tenant.',
    tests: ['packages/proxy/src/tenants.model.test.ts › fifty tenants never see, send or count anything of each other'],
  },
  {
    name: 'threat 28',
    title: 'Shared caches',
    control: '`no-store` and `Vary` on each response of the proxy, refused sockets and preflights included.',
    tests: [
      'packages/proxy/test/security/caches.test.ts › is kept by no cache and differs by page',
      'packages/proxy/test/security/caches.test.ts › two users at the same address get each their own',
    ],
  },
  {
    name: 'threat 29',
    title: 'The supply chain',
    control: 'Few direct dependencies, a lockfile, no install scripts, provenance when publishing.',
    note: 'A software bill of materials and a gate for new dependencies come with the release.',
  },
  {
    name: 'threat 30',
    title: 'The sandbox is reachable, or runs in production',
    control:
      'It binds to the loopback address, checks `Host` for requests and sockets, and refuses production in code and on the command line. So does `crm-chat proxy --sandbox`, whose demo user is nobody under a foreign name of this machine, and whose CORS is for pages of this machine only.',
  },
  {
    name: 'threat 31',
    title: 'Forged messages on the bus between processes',
    control:
      'What processes leave in Redis is encrypted with a secret of the CRM, for one place in one namespace; nobody can read, change or move it. Messages have a closed list of forms, a size, an age and a number that rises. Anything else is ignored, counted in `health()` and logged once a minute. Keys name nobody. TLS and rights of the user in Redis are described.',
  },
  {
    name: 'threat 32',
    title: 'A message of a customer, or its buttons and files, attack the page of the CRM',
    control:
      'Texts are text. Links and buttons lead to web addresses only, in a page without a way back; staff press nothing. Files come from the proxy by their id, and nothing is loaded from elsewhere.',
  },
]

/** Things that could fail by themselves. */
export const faults: SecurityRow[] = [
  {
    name: 'fault 1',
    title: "The vendor's socket drops",
    control:
      'Values are stale at once and live again with the next value. One probe per vendor and key; its success lets the others in at a bounded rate, pages that are seen first.',
  },
  {
    name: 'fault 2',
    title: 'The connection is half open',
    control: 'Noticed within the ping interval and timeout that the vendor announced.',
  },
  {
    name: 'fault 3',
    title: 'The vendor accepts and sends nothing',
    control: 'The value stays unknown, which is not 0; after 10 seconds one line in the log names likely reasons.',
  },
  {
    name: 'fault 4',
    title: 'The vendor sends 10,000 values a second',
    control: 'At most 20 changes a second reach a page, and the last one always does.',
  },
  {
    name: 'fault 5',
    title: 'Values out of order, twice, or garbage',
    control: 'Ordered by epoch and number; anything malformed is counted and ends its connection at most.',
    tests: ['packages/vendors/test/hostileHost/hostileHost.test.ts › a process that watches hosts hostile in'],
  },
  {
    name: 'fault 6',
    title: 'The key is wrong',
    control: 'One probe a minute for all users together, and one line in the log.',
  },
  {
    name: 'fault 7',
    title: 'The vendor asks to slow down',
    control: '`Retry-After` is obeyed within the deadline; users have limits of their own.',
  },
  {
    name: 'fault 8',
    title: 'The vendor fails or sends nonsense',
    control:
      'Closed list of codes. Only harmless requests are repeated. A breaker opens at half of 20 calls, a bulkhead holds the rest.',
  },
  {
    name: 'fault 9',
    title: 'The vendor acted, and its response was lost',
    control: 'Never sent again without an idempotency key: `outcome_unknown`.',
  },
  {
    name: 'fault 10',
    title: 'The vendor is slow',
    control: '504 at the deadline; a browser that leaves cancels the request to the vendor.',
  },
  {
    name: 'fault 11',
    title: 'Redis is down at the start',
    control:
      'The process starts, is ready, says so once in the log, and works alone: counters, windows, messages without an id, limits of its own. It joins the others as soon as there is a Redis.',
  },
  {
    name: 'fault 12',
    title: 'Redis dies',
    control:
      'Pages of a process are served before Redis is told, and nothing that they wait for needs it. Commands fail at once while it is away. What only all processes can tell is refused, to be repeated: webhooks and messages with an id get a 503. A commit, a result and a logout that it did not take are told later.',
    tests: [
      'packages/proxy/test/redis/faults.test.ts › harms no page of a process: counters and windows go on, and events come again when it is back',
    ],
  },
  {
    name: 'fault 13',
    title: 'Redis is slow, fails over, or is restarted',
    control:
      'A command has 200 ms; after three failures in a row only a probe is sent, twice a second. Nothing waits in a queue; commands and events on their way have a limit. A process subscribes anew after each connection. A mark in Redis tells when it has lost its data: each process writes again what it did and has, and nothing is taken before all had the time.',
    tests: [
      'packages/proxy/test/redis/faults.test.ts › harms no page of a process, and is common again when it goes on',
      'packages/proxy/src/redis/link.test.ts › that comes two seconds late is given up, and Redis is found again once it is quick',
      'packages/proxy/src/redis/link.test.ts › hear each other again after it was paused',
    ],
  },
  {
    name: 'fault 14',
    title: 'A process is killed',
    control:
      'Its tabs reconnect to another process, which asks the vendor anew: no counter belongs to a process. Webhooks that it had begun go to another one when its lease is over; one that was stored and not acknowledged is repeated by the vendor and changes nothing. A message that it had begun to send is sent by no other one: `outcome_unknown`.',
    tests: [
      'apps/crm/src/server/conversations/killedCrm.test.ts › a CRM that is killed between storing and acknowledging',
      'packages/proxy/src/live/createHub.test.ts › need nothing of each other: each asks the vendor, and outlives the other',
      'packages/proxy/test/processChaos/processChaos.test.ts › lose and double no message and no webhook',
    ],
  },
  {
    name: 'fault 15',
    title: 'A process is paused and goes on',
    control:
      'Its values keep the epoch of its own counter, and the vendor sends it the current value. It knows by its own clock that its leases are over, and handles no more of the events that another process may have now.',
    tests: ['packages/proxy/src/live/createHub.test.ts › have the current value again after one was paused'],
  },
  {
    name: 'fault 16',
    title: 'A network split',
    control:
      "A process that is cut off from Redis works alone, with a connection of its own to the vendor as always. It learns of the logouts when it is back, takes nobody else's commit back, and replaces no later value.",
    tests: [
      'packages/proxy/src/live/createHub.test.ts › need nothing of each other: each asks the vendor, and outlives the other',
      'packages/proxy/test/redis/faults.test.ts › takes no later value back with the one that it had',
    ],
  },
  {
    name: 'fault 17',
    title: 'A rolling deploy',
    control:
      '`drain` keeps each stream until its page may come back elsewhere, at a steady rate; a restarted process begins a new epoch.',
    tests: [
      'packages/proxy/test/processChaos/lostProcesses.test.ts › after the other is replaced: no page is wrong for 5 s',
      'packages/proxy/src/operations/events.test.ts › with a clock that is an hour behind begins the stream with the new run’s value',
    ],
  },
  {
    name: 'fault 18',
    title: 'SIGTERM',
    control:
      'Not ready, no new streams, requests in progress finish, streams end in slices, the process exits by its deadline.',
  },
  {
    name: 'fault 19',
    title: 'Readers that do not read',
    control:
      'One value waits for each, never a queue of values; at most 256 KiB of events wait, and a stream with more is ended, so that its page reads anew. A peer with unsent bytes for 30 seconds is disconnected.',
  },
  {
    name: 'fault 20',
    title: 'Everybody reconnects at once',
    control: 'Streams are admitted at a bounded rate before `identify`; others get 503 and a jittered `Retry-After`.',
  },
  { name: 'fault 21', title: 'The clock jumps', control: 'Elapsed time is measured by a clock that nobody sets.' },
  {
    name: 'fault 22',
    title: 'The event loop stalls',
    control: 'A stall disconnects nobody.',
    tests: ['packages/proxy/src/live/createHub.test.ts › of two seconds loses nobody'],
  },
  {
    name: 'fault 23',
    title: 'No more file descriptors',
    control:
      'New connections are refused by the system, the others stay, and the process goes on when it has descriptors again.',
    tests: [
      'packages/proxy/test/security/descriptors.deep.test.ts › a process without file descriptors refuses new connections',
    ],
  },
  {
    name: 'fault 24',
    title: "The CRM's hooks throw, hang or reject late",
    control:
      '503, retryable, and no stream ends before the second failure in a row. Loggers that throw are isolated. A webhook is acknowledged once the store has it and the hook has resolved, within ten seconds each; the vendor repeats any other. A hook that cannot decide who sees an event shows it to nobody.',
  },
  { name: 'fault 25', title: 'A bug in one connection', control: 'That connection ends, the process goes on.' },
  {
    name: 'fault 26',
    title: "The vendor's name or certificate cannot be resolved or verified",
    control: 'No plain text instead; the log names the cause by its code.',
  },
  {
    name: 'fault 27',
    title: 'Weeks of connecting and disconnecting',
    control: 'Nothing remains of a connection that has ended.',
    tests: ['packages/proxy/src/live/createHub.test.ts › leaves nothing behind, after 30,000 streams of 30,000 users'],
  },
  {
    name: 'fault 28',
    title: 'Somebody sends, changes or deletes what they did not mean to',
    control:
      'Messages beyond a limit of their messenger are not sent, as vendors cut them in silence. A draft goes to nobody but its recipient. Changes end with the time that the messenger allows. Whatever is deleted is asked about first. Only what was on the screen is read.',
  },
]
