import type { ConversationMessage } from '../conversationMessage.ts'
import type { MessagePage, PageRequest } from '../conversationSource.ts'

/** A page as the proxy has it: it can be read backwards only. */
export interface BackwardPage {
  messages: ConversationMessage[]
  /** Cursor of the page before. */
  before: string | null
}

/** The beginning of a page that was read, with the cursor of what is before it. */
interface Boundary {
  order: number
  id: string
  cursor: string
}

/** Most pages that are read to find a message, or to join two stretches. */
const mostPages = 40

/** Parameters of {@link createPager}. */
export interface PagerParameters {
  fetchBefore: (cursor: string | undefined) => Promise<BackwardPage>
  /** Fetches the messages from a time on, Unix milliseconds; undefined where the proxy cannot. */
  fetchFrom: (time: number) => Promise<BackwardPage> | undefined
}

/**
 * Makes a reader of pages in any direction of one that reads backwards, and perhaps from a time on. It remembers where each page
 * began: a cursor is a place, so the pages before it stay the same. 50,000 messages are a thousand of them.
 */
export function createPager({
  fetchBefore,
  fetchFrom,
}: PagerParameters): (request: PageRequest) => Promise<MessagePage | undefined> {
  /** The newest first. */
  let boundaries: Boundary[] = []

  const read = async (cursor: string | undefined): Promise<BackwardPage> => remember(await fetchBefore(cursor))

  function remember(page: BackwardPage): BackwardPage {
    const [first] = page.messages
    if (first && page.before !== null && !boundaries.some(({ id }) => id === first.id)) {
      boundaries.push({ order: first.order, id: first.id, cursor: page.before })
      boundaries = boundaries.toSorted((one, other) => other.order - one.order)
    }
    return page
  }

  /** Reads pages back from a cursor until one is enough. @returns all of them as one; undefined where none was */
  async function readBack(
    cursor: string | undefined,
    isEnough: (page: BackwardPage) => boolean,
  ): Promise<BackwardPage | undefined> {
    let page = await read(cursor)
    for (let count = 1; !isEnough(page); count += 1) {
      if (page.before === null || count === mostPages) return undefined
      const earlier = await read(page.before)
      page = { messages: [...earlier.messages, ...page.messages], before: earlier.before }
    }
    return page
  }

  const has = (page: BackwardPage, { id }: ConversationMessage): boolean => page.messages.some((one) => one.id === id)

  async function readBefore(message: ConversationMessage): Promise<MessagePage | undefined> {
    const exact = boundaries.find(({ id }) => id === message.id)
    const cursor = (exact ?? boundaries.findLast(({ order }) => order > message.order))?.cursor
    const isEnough = (one: BackwardPage): boolean => one.before === null || one.messages.some(isBefore(message))
    const page = await readBack(cursor, isEnough)
    return page && { messages: page.messages, hasEarlier: page.before !== null, hasLater: true }
  }

  async function readAfter(message: ConversationMessage): Promise<MessagePage | undefined> {
    const further = await fetchFrom(message.order)
    // The page after the last one tells that it was: a proxy may have pages of any size.
    if (further)
      return { messages: further.messages, hasEarlier: true, hasLater: further.messages.some(isAfter(message)) }
    for (const { cursor } of boundaries.filter(({ order }) => order > message.order).reverse()) {
      const page = await read(cursor)
      const isLater = page.messages.some(({ order }) => order > message.order)
      if (isLater) return { messages: page.messages, hasEarlier: true, hasLater: true }
    }
    const page = await readBack(undefined, (one) => one.before === null || has(one, message))
    return page && { messages: page.messages, hasEarlier: page.before !== null, hasLater: false }
  }

  async function readAround(message: ConversationMessage): Promise<MessagePage | undefined> {
    const further = await fetchFrom(message.order)
    if (further && has(further, message)) {
      const earlier = further.before === null ? undefined : await read(further.before)
      const messages = [...(earlier?.messages ?? []), ...further.messages]
      return { messages, hasEarlier: typeof earlier?.before === 'string', hasLater: true }
    }
    const page = await readBack(undefined, (one) => has(one, message))
    return page && cutAfter(page, ({ id }) => id === message.id)
  }

  async function readFrom(time: number): Promise<MessagePage | undefined> {
    const further = await fetchFrom(time)
    if (further && further.messages.length > 0) {
      remember(further)
      return { messages: further.messages, hasEarlier: further.before !== null, hasLater: true }
    }
    const isEnough = ({ messages, before }: BackwardPage): boolean =>
      before === null || messages.some(({ order }) => order < time)
    const page = await (further ? read(undefined) : readBack(undefined, isEnough))
    return page && cutAfter(page, ({ order }) => order >= time)
  }

  return async ({ before, after, around, from }) => {
    if (before) return readBefore(before)
    if (after) return readAfter(after)
    if (around) return readAround(around)
    if (from !== undefined) return readFrom(from)
    const page = await read(undefined)
    return { messages: page.messages, hasEarlier: page.before !== null, hasLater: false }
  }
}

/** Messages from one that is opened on. */
const shownAfter = 25

/** Leaves out what is far after the first of these messages; nothing where there is none. */
function cutAfter(page: BackwardPage, isFirst: (message: ConversationMessage) => boolean): MessagePage {
  const at = page.messages.findIndex(isFirst)
  const messages = at < 0 ? page.messages : page.messages.slice(0, at + shownAfter)
  return { messages, hasEarlier: page.before !== null, hasLater: messages.length < page.messages.length }
}

function isAfter({ order }: ConversationMessage): (other: ConversationMessage) => boolean {
  return (other) => other.order > order
}

function isBefore({ order }: ConversationMessage): (other: ConversationMessage) => boolean {
  return (other) => other.order < order
}
