import { getChannel } from '../../store/entities/channels.ts'
import { hasFile } from '../../store/entities/files.ts'
import type { Message } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'
import { findFileObstacle } from './findFileObstacle.ts'

/**
 * Finds why a message that was accepted without a look at its file will not go out with it. A file that the sandbox
 * keeps itself is not fetched.
 */
export async function findFileFailure(
  { store, ...fetching }: { store: Store; allowPrivate: boolean; signal: AbortSignal },
  { content, channelId }: Message,
): Promise<string | undefined> {
  if (content === null || (await isKept(store, content))) return undefined
  const channel = await getChannel(store.database, channelId)
  const obstacle =
    channel && (await findFileObstacle(store, { url: content, transport: channel.transport, ...fetching }))
  return obstacle && (/SIZE_EXCEEDED/.test(obstacle.code) ? 'TOO_BIG_CONTENT' : obstacle.code)
}

async function isKept(store: Store, url: string): Promise<boolean> {
  const fileId = /\/files\/([\w-]+)\//.exec(url)?.[1]
  return fileId !== undefined && (await hasFile(store, fileId))
}
