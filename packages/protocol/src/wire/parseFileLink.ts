/** Reads the link of the response of `POST /files`; undefined for anything else. */
export function parseFileLink(data: unknown): string | undefined {
  const { url } = Object(data)
  return typeof url === 'string' && /^https?:\/\//i.test(url) ? url : undefined
}
