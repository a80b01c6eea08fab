/** Returns a request's target as a path with its query. Forward proxies send a whole address, which names the host too. */
export function toTarget({ target, host }: { target: string; host: string | undefined }): string {
  if (target.startsWith('/')) return target
  const [origin = '', authority] = /^https?:\/\/([^/?#]*)/i.exec(target) ?? []
  if (!authority || authority.toLowerCase() !== host?.toLowerCase()) return target // No operation's path.
  return target.slice(origin.length) || '/'
}
