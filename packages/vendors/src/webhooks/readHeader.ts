/** The headers of a webhook call: a `Headers`, or what Node and its frameworks hold. */
export type WebhookHeaders = Headers | Record<string, string | string[] | undefined>

/** One header's value, whichever way its name is written. */
export function readHeader({ headers, name }: { headers: WebhookHeaders; name: string }): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]
  return Array.isArray(found) ? found[0] : found
}
