import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

/** The files that may look at the machine's own time, and why the account's would be wrong there. */
const realTime: Record<string, string> = {
  'store/clock/createClock.ts': 'An account’s time comes from here.',
  'store/clock/createTimeline.ts': 'An account’s time comes from here.',
  'store/clock/timers.ts': 'Timers of the others start here.',
  'control/createGatherer.ts': 'A person looks at the inspector.',
  'createSandbox.ts': 'Connections say goodbye when the process ends.',
  'server/pages/drawPage.ts': 'It runs in a customer’s browser.',
  'server/http/createCertificate.ts': 'A browser compares a certificate with its own time.',
  'server/journal/createJournal.ts': 'A test waits for a request of a program that runs in real time.',
  'server/routes/respondToRequest.ts': 'It measures how long a response took.',
  'messengers/sending/findFileObstacle.ts':
    'Another server is waited for, whose time does not jump with the account’s.',
  'server/webhooks/createSender.ts': 'Another server is waited for, whose time does not jump with the account’s.',
  'traffic/compare/createExit.ts': 'A real service is waited for.',
  'vendors/whatomate/keepSocketAlive.ts': 'The other end of a connection is waited for.',
  'vendors/whatomate/serveLiveSocket.ts': 'Nobody has said yet whose account, and so whose time, it is.',
}

const source = fileURLToPath(new URL('../..', import.meta.url))
const lookAtTheMachine =
  /\b(setTimeout|setInterval|startTimer|startInterval|abortAfter|Date\.now|performance\.now|AbortSignal\.timeout|new Date\(\))/

it('is read in few places: everything at the vendor follows the account’s clock', async () => {
  const files = (await readdir(source, { recursive: true })).filter((name) => /(?<!\.test)\.ts$/.test(name))
  expect(files.length).toBeGreaterThan(100)
  const found: string[] = []
  for (const file of files) {
    const code = (await readFile(`${source}/${file}`, 'utf8')).replaceAll(/^\s*(\/\/|\*|\/\*).*$/gm, '')
    if (lookAtTheMachine.test(code)) found.push(file)
  }
  expect(found.toSorted()).toEqual(Object.keys(realTime).toSorted())
})
