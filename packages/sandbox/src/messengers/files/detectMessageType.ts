/** Type of a message by its content. */
export type MessageType = 'text' | 'image' | 'audio' | 'video' | 'document'

/** Tells what a message is from the ending of its file's name, as far as the link shows one. */
export function detectMessageType({ content }: { content: string | null }): MessageType {
  if (content === null) return 'text'
  const ending = /\.([a-z0-9]{2,5})(?:$|[?#])/i.exec(content)?.[1]?.toLowerCase() ?? ''
  const found = Object.entries(endings).find(([, known]) => known.includes(ending))
  return isMediaType(found?.[0]) ? found[0] : 'document'
}

const endings = {
  image: ['png', 'jpg', 'jpeg', 'gif', 'webp', 'was', 'heic', 'bmp', 'svg'],
  audio: ['ogg', 'oga', 'opus', 'mp3', 'wav', 'm4a', 'aac', 'amr', 'flac'],
  video: ['mp4', 'mov', 'webm', '3gp', 'mkv', 'avi'],
}

function isMediaType(name: string | undefined): name is keyof typeof endings {
  return name !== undefined && Object.hasOwn(endings, name)
}
