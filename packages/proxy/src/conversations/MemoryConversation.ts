import { comparePlaces, type Place } from './pageCursor.ts'

/** Users whose reading is kept for one conversation. */
const maxReaders = 1_000

/** The messages of one conversation in memory, by their places. */
export class MemoryConversation {
  /** The oldest first. */
  readonly places: Place[] = []
  readonly #read = new Map<string, Place>()

  add(place: Place): void {
    this.places.splice(this.#indexOf(place), 0, place)
  }

  remove(place: Place): void {
    const index = this.#indexOf(place)
    if (this.places[index]?.id === place.id) this.places.splice(index, 1)
  }

  /** Lists the places before another one; all without one. */
  before(place: Place | undefined): Place[] {
    return place ? this.places.slice(0, this.#indexOf(place)) : this.places
  }

  /** Index of the first place at a time or after it. */
  indexAt(at: number): number {
    return this.#indexOf({ at, id: '' })
  }

  markRead({ userId, place }: { userId: string; place: Place }): void {
    const last = this.#read.get(userId)
    if (last && comparePlaces(place, last) <= 0) return
    this.#read.delete(userId)
    this.#read.set(userId, place)
    const [first] = this.#read.keys()
    if (this.#read.size > maxReaders && first !== undefined) this.#read.delete(first)
  }

  lastRead(userId: string): string | undefined {
    return this.#read.get(userId)?.id
  }

  /** Index of a place, or that at which it would be. Most messages are the newest. */
  #indexOf(place: Place): number {
    const last = this.places.at(-1)
    if (!last || comparePlaces(last, place) < 0) return this.places.length
    let low = 0
    let high = this.places.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      const between = this.places[middle]
      if (between && comparePlaces(between, place) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}
