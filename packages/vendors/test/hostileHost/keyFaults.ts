import type { ReceivedRequest, VendorAnswer } from '../startVendor.ts'

/** Ways in which a vendor may repeat a key, or fail while it holds one, by name. */
export function toKeyFaults(key: string): Record<string, (request: ReceivedRequest) => VendorAnswer> {
  const echo = ({ headers, url }: ReceivedRequest): string => `${headers.authorization} ${url} ${key}`
  const link = `https://evil.com/?key=${encodeURIComponent(key)}`
  return {
    'wrong key': () => ({ status: 401, json: { error: { code: key, description: `${key} is wrong` } } }),
    'forbidden key': (request) => ({ status: 403, text: echo(request) }),
    'key in a code': () => ({ status: 400, json: { error: { code: key, description: 'wrong' } } }),
    'key as a text': (request) => ({ status: 400, json: { error: 'WRONG', description: echo(request) } }),
    'key in HTML': (request) => ({ text: `<pre>${echo(request)}</pre>` }),
    'key as a field': () => ({ json: { [key]: key, url: key, host: key } }),
    'key in headers': () => ({ status: 429, headers: { 'retry-after': key, 'x-key': key } }),
    'key in the status text': () => ({ status: 500, statusText: key }),
    'redirect with the key': () => ({ status: 302, headers: { location: link } }),
    'link with the key': () => ({ json: { url: link, host: 'evil.com' } }),
    'truncated response': () => ({ headers: { 'content-length': '1000' }, text: `{"url":"${key}`, isCut: true }),
    'cut connection': () => 'cut',
    silence: () => 'silence',
  }
}
