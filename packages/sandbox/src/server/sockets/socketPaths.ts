/** Paths of Socket.IO: the counter of API V2 and the chats page, and the counter of v3. */
const socketIoPaths = ['/socket.io/', '/ws-counters/']

/** Paths of Whatomate's WebSocket: of servers of today, and of older ones. */
const whatomatePaths = ['/whatomate/ws', '/whatomate/api/ws']

/** True if the sandbox serves WebSockets at the path of a URL. */
export function isSocketPath(url: string): boolean {
  const [path = ''] = url.split('?')
  return whatomatePaths.includes(path) || socketIoPaths.some((prefix) => path.startsWith(prefix))
}
