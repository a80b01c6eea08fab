import type { MessageKind } from '../../store/schema.ts'
import type { FetchedFile } from './fetchFile.ts'

/** Kinds of files that messengers distinguish. */
export type FileKind = 'image' | 'audio' | 'video' | 'document'

/** A file's media type, and its kind in messengers. */
export interface FileType {
  kind: FileKind
  /** E.g. `image/png`. */
  type: string
}

/**
 * Detects a file's type from the server's media type, else from the extension of its name.
 * @returns nothing for an unknown type, or for a web page
 */
export function detectFileType({ type, name, url }: Partial<FetchedFile> & { url: string }): FileType | undefined {
  const declared = type === undefined || vague.includes(type) ? undefined : type
  const found = declared ?? findType(name ?? '') ?? findType(new URL(url).pathname)
  if (found === undefined || pages.includes(found)) return undefined
  const main = found.split('/')[0]
  return { kind: main === 'image' || main === 'audio' || main === 'video' ? main : 'document', type: found }
}

const vague = ['', 'application/octet-stream', 'binary/octet-stream']
const pages = ['text/html', 'application/xhtml+xml']

function findType(name: string): string | undefined {
  const extension = /\.([a-z0-9]{2,5})$/i.exec(name)?.[1]?.toLowerCase()
  return extension === undefined ? undefined : extensions[extension]
}

const extensions: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  heic: 'image/heic',
  svg: 'image/svg+xml',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  opus: 'audio/ogg',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  aac: 'audio/aac',
  amr: 'audio/amr',
  wav: 'audio/wav',
  mp4: 'video/mp4',
  '3gp': 'video/3gpp',
  mov: 'video/quicktime',
  webm: 'video/webm',
  avi: 'video/x-msvideo',
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  txt: 'text/plain',
  csv: 'text/csv',
  html: 'text/html',
  htm: 'text/html',
  zip: 'application/zip',
  rar: 'application/vnd.rar',
  vcf: 'text/vcard',
}

/** Type of a message by its content. */
export type MessageType = 'text' | 'image' | 'audio' | 'video' | 'document' | MessageKind

/** Detects a message's type from the extension in its file's link, unless it has a kind of its own. */
export function detectMessageType({
  kind,
  content,
}: {
  kind: MessageKind | null
  content: string | null
}): MessageType {
  if (kind !== null) return kind
  if (content === null) return 'text'
  const extension = /\.([a-z0-9]{2,5})(?:$|[?#])/i.exec(content)?.[1]?.toLowerCase() ?? ''
  const found = Object.entries(extensionsByType).find(([, known]) => known.includes(extension))
  return isMediaType(found?.[0]) ? found[0] : 'document'
}

const extensionsByType = {
  image: ['png', 'jpg', 'jpeg', 'gif', 'webp', 'was', 'heic', 'bmp', 'svg'],
  audio: ['ogg', 'oga', 'opus', 'mp3', 'wav', 'm4a', 'aac', 'amr', 'flac'],
  video: ['mp4', 'mov', 'webm', '3gp', 'mkv', 'avi'],
}

function isMediaType(name: string | undefined): name is keyof typeof extensionsByType {
  return name !== undefined && Object.hasOwn(extensionsByType, name)
}
