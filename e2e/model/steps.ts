import type fc from 'fast-check'
import { ann, type World } from './world.ts'

/** Facts that a test knows without looking. */
export interface Model {
  /** The last number that the vendor has for Ann. */
  last: number
  tabs: number
  faults: number
  /** The CRM itself failed: its tabs reconnect at their own pace then, half a minute apart at most. */
  isCrmHurt: boolean
}

/** One step of a history. */
export type Step = fc.AsyncCommand<Model, World>

interface StepParameters {
  name: string
  isFault?: boolean
  hurtsCrm?: boolean
  check?: (model: Readonly<Model>) => boolean
  model?: (model: Model) => void
  run: (world: World, model: Model) => void | Promise<void>
}

/** Makes a step from what it does to the model and to the world. */
function step({ name, isFault = false, hurtsCrm = false, check = () => true, model, run }: StepParameters): Step {
  return {
    check,
    run: async (own, world) => {
      model?.(own)
      if (isFault) own.faults += 1
      if (hurtsCrm) own.isCrmHurt = true
      await run(world, own)
      await world.time.advance(0)
    },
    toString: () => name,
  }
}

/** A fault that lasts for some time and is repaired before the next step. Another number comes up meanwhile. */
interface Lasting {
  ms: number
  number: number
}

function during({
  name,
  lasting: { ms, number },
  begin,
  end,
  ...parameters
}: { lasting: Lasting; begin: (world: World) => void; end: (world: World) => void } & Pick<
  StepParameters,
  'name' | 'hurtsCrm'
>): Step {
  return step({
    ...parameters,
    name: `${name} for ${ms} ms, and ${number} comes up meanwhile`,
    isFault: true,
    model: (model) => {
      model.last = number
    },
    run: async (world) => {
      begin(world)
      await world.time.advance(ms / 2)
      world.vendor.set(ann, number)
      await world.time.advance(ms / 2)
      end(world)
    },
  })
}

function crmFault(name: string, run: (world: World) => void): Step {
  return step({ name, isFault: true, hurtsCrm: true, run })
}

/** Every step there is. */
export const steps = {
  wait: (ms: number) => step({ name: `wait ${ms} ms`, run: ({ time }) => time.advance(ms) }),
  send: (number: number) =>
    step({
      name: `the vendor sends ${number}`,
      model: (model) => {
        model.last = number
      },
      run: ({ vendor }) => vendor.set(ann, number),
    }),
  flood: (number: number) =>
    step({
      name: `the vendor sends ${number} numbers at once`,
      isFault: true,
      model: (model) => {
        model.last += number
      },
      run: ({ vendor }, { last }) => {
        for (let left = number - 1; left >= 0; left -= 1) vendor.set(ann, last - left)
      },
    }),
  openTab: () =>
    step({
      name: 'a tab opens',
      check: ({ tabs }) => tabs < 5,
      model: (model) => {
        model.tabs += 1
      },
      run: (world) => world.openTab(),
    }),
  closeTab: (index: number) =>
    step({
      name: `tab ${index} closes`,
      check: ({ tabs }) => tabs > 1 && index < tabs,
      model: (model) => {
        model.tabs -= 1
      },
      run: (world) => world.closeTab(index),
    }),
  drop: () =>
    step({ name: "the vendor drops Ann's connections", isFault: true, run: ({ vendor }) => vendor.drop(ann) }),
  repeat: () => step({ name: 'the vendor repeats itself', isFault: true, run: ({ vendor }) => vendor.repeat(ann) }),
  garbage: (frame: string) =>
    step({
      name: `the vendor sends ${JSON.stringify(frame)}`,
      isFault: true,
      run: ({ vendor }) => vendor.sendGarbage(ann, frame),
    }),
  down: (lasting: Lasting) =>
    during({
      name: 'the vendor is down',
      lasting,
      begin: ({ vendor }) => vendor.goDown(),
      end: ({ vendor }) => vendor.comeUp(),
    }),
  swallow: (lasting: Lasting) =>
    during({
      name: 'the network swallows all',
      lasting,
      begin: ({ vendor }) => vendor.freeze(),
      end: ({ vendor }) => vendor.thaw(),
    }),
  failIdentify: (lasting: Lasting) =>
    during({
      name: 'identify() fails',
      hurtsCrm: true,
      lasting,
      begin: (world) => world.failIdentify(true),
      end: (world) => world.failIdentify(false),
    }),
  cutStreams: (index: number) => crmFault(`the streams of process ${index} break`, (world) => world.cutStreams(index)),
  restart: (index: number) => crmFault(`process ${index} restarts`, (world) => world.restart(index)),
  drain: (index: number) => crmFault(`process ${index} drains`, (world) => world.drain(index)),
  jump: (ms: number) => step({ name: `the clock jumps by ${ms} ms`, isFault: true, run: ({ time }) => time.jump(ms) }),
}
