/** Type of a message by its content. */
export type MessageType = 'text' | 'image' | 'audio' | 'video' | 'document'

/** Detects a message's type from the extension in its file's link. */
export function detectMessageType({ content }: { content: string | null }): MessageType {
  if (content === null) return 'text'
  const extension = /\.([a-z0-9]{2,5})(?:$|[?#])/i.exec(content)?.[1]?.toLowerCase() ?? ''
  const found = Object.entries(extensions).find(([, known]) => known.includes(extension))
  return isMediaType(found?.[0]) ? found[0] : 'document'
}

const extensions = {
  image: ['png', 'jpg', 'jpeg', 'gif', 'webp', 'was', 'heic', 'bmp', 'svg'],
  audio: ['ogg', 'oga', 'opus', 'mp3', 'wav', 'm4a', 'aac', 'amr', 'flac'],
  video: ['mp4', 'mov', 'webm', '3gp', 'mkv', 'avi'],
}

function isMediaType(name: string | undefined): name is keyof typeof extensions {
  return name !== undefined && Object.hasOwn(extensions, name)
}
