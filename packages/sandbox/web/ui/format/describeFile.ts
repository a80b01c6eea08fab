import type { ConversationFile } from '@crm-chat/react/conversation'

/** The kind of a file, judged by its name. */
export type FileKind = 'image' | 'video' | 'audio' | 'document'

/** A link to a file, described for people. */
export interface FileDescription {
  name: string
  host: string
  kind: FileKind
}

const kinds: [FileKind, RegExp][] = [
  ['image', /\.(png|jpe?g|gif|webp|avif|heic|svg)$/i],
  ['video', /\.(mp4|mov|webm|mkv|3gp)$/i],
  ['audio', /\.(mp3|ogg|oga|opus|m4a|wav|aac)$/i],
]

/** Returns a linked file as messages show it. Those stored by the sandbox are shown; of files elsewhere nothing is loaded. */
export function toFile(link: string): ConversationFile {
  const { origin, pathname } = new URL(link)
  return { url: link, ...describeFile(link), isShown: origin === location.origin && pathname.startsWith('/files/') }
}

/** Describes a linked file without following the link. */
export function describeFile(link: string): FileDescription {
  const { pathname, host } = new URL(link)
  const name = decode(pathname.split('/').findLast((part) => part !== '') ?? host)
  const kind = kinds.find(([, ending]) => ending.test(name))?.[0] ?? 'document'
  return { name, host, kind }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // A stray percent sign is shown unchanged.
  }
}
