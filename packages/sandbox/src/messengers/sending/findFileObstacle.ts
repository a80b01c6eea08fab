import { getAccountSettings } from '../../store/entities/accountSettings.ts'
import type { Store } from '../../store/store.ts'
import type { Transport } from '../../store/transports.ts'
import { detectFileType, type FileType } from '../files/detectFileType.ts'
import { type FetchedFile, fetchFile } from '../files/fetchFile.ts'
import { getFileLimit, maxFileBytes } from '../files/fileLimits.ts'
import { isNobodysHost } from '../files/isNobodysHost.ts'
import { type Obstacle, toObstacle } from './obstacle.ts'

/** A file that is to be sent. */
export interface PlannedFile {
  /** Link to it, if it is one. */
  url: string
  transport: Transport
  /** Follows links into local networks; those to this machine are always followed. */
  allowPrivate: boolean
  /** Ends the fetching. */
  signal?: AbortSignal
}

/** Maximum time for a download. */
const fetchTimeoutMs = 8_000

/**
 * Fetches a file right away, as the vendor does, and finds what stands against sending it: that it does not come, is
 * empty, too large, or of a type that is unknown or not taken by the messenger. Names kept for documents, such as
 * example.com, are never called, nor is any other when the account's `links` are trusted: then the ending decides.
 */
export async function findFileObstacle(store: Store, file: PlannedFile): Promise<Obstacle | undefined> {
  const link = parseLink(file.url)
  if (!link) return notDownloaded
  const trusted = isNobodysHost(link) || (await getAccountSettings(store)).links === 'trust'
  if (trusted) return judgeType({ ...file, type: detectFileType(file) ?? unknownType })
  const found = await fetchIt(file)
  return found ? judge(file, found) : notDownloaded
}

const notDownloaded = toObstacle(
  'MESSAGE_DOWNLOAD_CONTENT_ERROR',
  'Failed to download content from the specified link.',
)

function parseLink(url: string): URL | undefined {
  const link = URL.canParse(url) ? new URL(url) : undefined
  return link && ['http:', 'https:'].includes(link.protocol) ? link : undefined
}

async function fetchIt({ url, allowPrivate, signal }: PlannedFile): Promise<FetchedFile | undefined> {
  const timeout = AbortSignal.timeout(fetchTimeoutMs)
  const ends = signal ? AbortSignal.any([signal, timeout]) : timeout
  try {
    return await fetchFile({ url, maxBytes: maxFileBytes, allowPrivate, signal: ends })
  } catch {
    return undefined // Whatever the reason, the vendor has one code for it.
  }
}

/** A link may not show what it leads to: trusted, it may be anything. */
const unknownType: FileType = { kind: 'document', type: '' }

function judge(file: PlannedFile, found: FetchedFile): Obstacle | undefined {
  if (found.size === 0) return toObstacle('MESSAGE_CONTENT_CAN_NOT_BE_BLANK', 'A file with content cannot be empty.')
  if (found.size > maxFileBytes)
    return toObstacle('MESSAGE_CONTENT_SIZE_EXCEEDED', 'Content exceeds the allowable size of 10 MB.')
  const type = detectFileType({ ...found, url: file.url })
  if (!type)
    return toObstacle(
      'MESSAGE_WRONG_CONTENT_TYPE',
      'Invalid content type: it could not be detected, or is not supported.',
    )
  return judgeType({ ...file, type }) ?? judgeSize({ ...file, type, size: found.size })
}

function judgeType({ transport, type: { kind, type } }: PlannedFile & { type: FileType }): Obstacle | undefined {
  const { types } = getFileLimit({ transport, kind })
  if (type === '' || !types || types.test(type)) return undefined
  const code = transport === 'instagram' ? 'MESSAGES_UNSUPPORTED_CONTENT_TYPE_INSTAPI' : 'MESSAGE_WRONG_CONTENT_TYPE'
  return toObstacle(code, `Invalid content type: a ${transport} channel takes no ${type}.`)
}

function judgeSize({
  transport,
  type: { kind },
  size,
}: PlannedFile & { type: FileType; size: number }): Obstacle | undefined {
  const { maxBytes } = getFileLimit({ transport, kind })
  if (size <= maxBytes) return undefined
  const ownCode = sizeCodes[transport]
  const limit = `${Math.floor(maxBytes / 1024 / 1024)} MB`
  return toObstacle(ownCode ?? 'MESSAGE_CONTENT_SIZE_EXCEEDED', `Content exceeds the allowable size of ${limit}.`)
}

/** Codes of messengers that have one of their own. */
const sizeCodes: Partial<Record<Transport, string>> = {
  wapi: 'MESSAGES_CONTENT_SIZE_EXCEEDED_WABA',
  telegram: 'MESSAGES_CONTENT_SIZE_EXCEEDED_TELEGRAM',
}
