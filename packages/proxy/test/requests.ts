import { requestHeader } from '@crm-chat/protocol'

/** Address of the CRM in the tests. */
export const crmUrl = 'https://crm.example.com'

/** Headers that a page of the CRM sends with every request. */
export const pageHeaders = { 'sec-fetch-site': 'same-origin', cookie: 'session=ann' }

/** A GET of the CRM's own page. */
export function get(path: string, headers: Record<string, string> = {}): Request {
  return new Request(`${crmUrl}${path}`, { headers: { ...pageHeaders, ...headers } })
}

/** A POST of the CRM's own page. */
export function post(path: string, body: unknown, headers: Record<string, string> = {}): Request {
  return new Request(`${crmUrl}${path}`, {
    method: 'POST',
    headers: {
      ...pageHeaders,
      origin: crmUrl,
      'content-type': 'application/json',
      [requestHeader.name]: requestHeader.value,
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}
