/** Parameters of {@link fetchWithProgress}. */
export interface UploadParameters {
  url: string
  init: RequestInit & { method: string; headers: Record<string, string> }
  /** Called with the sent part, from 0 to 1. */
  onUpload: (part: number) => void
}

/**
 * Sends a file as `fetch` does, and reports its progress, which no browser's `fetch` can.
 * @throws {TypeError} where no response comes
 */
export function fetchWithProgress({ url, init, onUpload }: UploadParameters): Promise<Response> {
  const { method, headers, body, credentials, signal } = init
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const request = new XMLHttpRequest()
    request.open(method, url)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.withCredentials = credentials === 'include'
    request.upload.onprogress = ({ loaded, total }) => onUpload(total > 0 ? loaded / total : 0)
    request.onload = () => resolve(toResponse(request))
    request.onerror = () => reject(new TypeError('The upload broke off.'))
    request.onabort = () => reject(signal?.reason)
    signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.send(body as Blob) // Only files are sent so.
  })
}

/** Response with the headers that the client reads. */
function toResponse(request: XMLHttpRequest): Response {
  const headers = ['content-type', 'date', 'retry-after'].flatMap((name) => {
    const value = request.getResponseHeader(name)
    return value === null ? [] : [[name, value] as [string, string]]
  })
  const isEmpty = request.status === 204 || request.status === 304
  return new Response(isEmpty ? null : request.responseText, { status: request.status, headers })
}
