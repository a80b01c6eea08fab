import { type Clock, every } from '../clock.ts'

/** Length of a step. Work that is spread over many steps is even to within as much. */
export const stepMs = 100

const slotCount = 256

/** Something that waits on a {@link Wheel}. */
export interface WheelItem {
  /** Step in which it is visited. Written by the wheel. */
  due: number
}

/** One timer for any number of items, each of which waits in the slot of the step it is due in. It runs while any waits. */
export class Wheel<Item extends WheelItem> {
  /** Number of the current step: elapsed time, whatever happens to the machine's clock. */
  step = 1
  #size = 0
  #stop: (() => void) | null = null
  readonly #slots = Array.from({ length: slotCount }, () => new Set<Item>())
  readonly #clock: Clock
  readonly #visit: (item: Item) => void

  constructor({ clock, visit }: { clock: Clock; visit: (item: Item) => void }) {
    this.#clock = clock
    this.#visit = visit
  }

  /** Visits an item once, in that step and no other that it was due in before. */
  schedule(item: Item, due: number): void {
    this.remove(item)
    item.due = Math.max(this.step + 1, due)
    this.#slotOf(item.due).add(item)
    this.#size += 1
    this.#stop ??= every({ clock: this.#clock, ms: stepMs, callback: () => this.#turn() })
  }

  remove(item: Item): void {
    if (!this.#slotOf(item.due).delete(item)) return
    this.#size -= 1
    if (this.#size > 0) return
    this.#stop?.()
    this.#stop = null
  }

  #turn(): void {
    this.step += 1
    for (const item of this.#slotOf(this.step)) {
      if (item.due > this.step) continue // In another round.
      this.remove(item)
      this.#visit(item)
    }
  }

  #slotOf(step: number): Set<Item> {
    return this.#slots[step % slotCount] as Set<Item> // Every step has a slot.
  }
}
