import fc from 'fast-check'
import { type Step, steps } from './steps.ts'
import { garbage } from './vendorHost.ts'

const number = fc.integer({ min: 0, max: 1_000_000_000 })
const lasting = fc.record({ ms: fc.integer({ min: 1, max: 8_000 }), number })
const processIndex = fc.constantFrom(0, 1)
const wait = fc.integer({ min: 1, max: 4_000 }).map(steps.wait)
const send = number.map(steps.send)

/** Histories of up to 24 steps, about half of which are faults. */
export const histories: fc.Arbitrary<Iterable<Step>> = fc.commands(
  [
    wait,
    wait,
    send,
    send,
    fc.integer({ min: 2, max: 300 }).map(steps.flood),
    fc.constant(steps.openTab()),
    fc.nat({ max: 4 }).map(steps.closeTab),
    fc.constant(steps.drop()),
    fc.constant(steps.repeat()),
    fc.constantFrom(...garbage).map(steps.garbage),
    lasting.map(steps.down),
    lasting.map(steps.swallow),
    lasting.map(steps.failIdentify),
    processIndex.map(steps.cutStreams),
    processIndex.map(steps.restart),
    processIndex.map(steps.drain),
    fc.constantFrom(-3_600_000, 3_600_000, -5_000).map(steps.jump),
  ],
  { maxCommands: 24, size: 'max' },
)
