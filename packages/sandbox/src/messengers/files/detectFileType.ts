import type { FetchedFile } from './fetchFile.ts'

/** Kinds of files that messengers distinguish. */
export type FileKind = 'image' | 'audio' | 'video' | 'document'

/** A file's media type and what messengers take it for. */
export interface FileType {
  kind: FileKind
  /** E.g. `image/png`. */
  type: string
}

/**
 * Tells a file's type by what the server says, else by the ending of its name; nothing when neither tells, or when it is
 * no file but a page.
 */
export function detectFileType({ type, name, url }: Partial<FetchedFile> & { url: string }): FileType | undefined {
  const told = type === undefined || vague.includes(type) ? undefined : type
  const found = told ?? typeOfEnding(name ?? '') ?? typeOfEnding(new URL(url).pathname)
  if (found === undefined || pages.includes(found)) return undefined
  const main = found.split('/')[0]
  return { kind: main === 'image' || main === 'audio' || main === 'video' ? main : 'document', type: found }
}

const vague = ['', 'application/octet-stream', 'binary/octet-stream']
const pages = ['text/html', 'application/xhtml+xml']

function typeOfEnding(name: string): string | undefined {
  const ending = /\.([a-z0-9]{2,5})$/i.exec(name)?.[1]?.toLowerCase()
  return ending === undefined ? undefined : endings[ending]
}

const endings: Record<string, string> = {
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
