import { type Step, steps } from './steps.ts'

/** Shrunk histories, each of which fails where one control is missing. The seed decides what is left to chance. */
export const regressions: { title: string; seed: number; history: Step[] }[] = [
  {
    title: 'an older number of the leading tab comes last',
    seed: 136,
    history: [steps.flood(2), steps.openTab(), steps.wait(1)],
  },
  {
    title: 'an older number of the leading tab comes last, before the process drains',
    seed: 274,
    history: [steps.flood(2), steps.openTab(), steps.wait(52), steps.drain(0)],
  },
  {
    title: 'the user cannot be looked up for a moment, and is not signed out',
    seed: 7,
    history: [steps.cutStreams(0), steps.failIdentify({ ms: 349, number: 0 }), steps.cutStreams(0)],
  },
  {
    title: 'the vendor was down, and a process restarts',
    seed: 2,
    history: [steps.down({ ms: 2_352, number: 0 }), steps.restart(1)],
  },
  {
    title: 'the vendor was down, and the streams of a process break',
    seed: 11,
    history: [steps.down({ ms: 2_305, number: 0 }), steps.cutStreams(1)],
  },
]
