import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { FrameKind, World } from './world.ts'

/** Serves the vendor's page: a messenger that posts the test's messages. */
export function serveFrame({
  world,
  path,
  request,
  response,
}: {
  world: World
  path: string
  request: IncomingMessage
  response: ServerResponse
}): void {
  if (path === '/frame/orders') {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': hello\n\n')
    world.frames.add(response)
    response.on('close', () => world.frames.delete(response))
    return
  }
  const isFrame = request.headers['sec-fetch-dest'] === 'iframe'
  world[isFrame ? 'frameLoads' : 'linkChecks'].push(path)
  const { frame: kind, check } = world.settings
  if (!isFrame && check === 'resets') return void request.socket.resetAndDestroy()
  if (!isFrame && check === 'hangs') return void world.hangingChecks.add(request.socket)
  if (kind === 'hangs') return
  if (kind === 'resets') return void request.socket.resetAndDestroy()
  const [status, headers] = responses[kind] ?? [200, {}]
  response.writeHead(status, { 'content-type': 'text/html', ...headers })
  if (kind === 'slow' && isFrame) response.write(page)
  else response.end(status === 204 ? undefined : page)
}

const responses: Partial<Record<FrameKind, [status: number, headers: OutgoingHttpHeaders]>> = {
  fails: [500, {}],
  refusesFraming: [200, { 'x-frame-options': 'DENY' }],
  refusesAncestors: [200, { 'content-security-policy': "frame-ancestors 'none'" }],
  empty: [204, {}],
  download: [200, { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment' }],
}

const page = `<!doctype html>
<title>Messenger</title>
<style>body { margin: 0; font: 15px system-ui; display: grid; place-items: center; height: 100vh; background: #eef3ee }</style>
<input aria-label="Message" placeholder="Message">
<script>
  const orders = new EventSource(location.pathname + '/orders')
  orders.onmessage = (event) => {
    const { message, from } = JSON.parse(event.data)
    if (from === 'child') return postFromChild(message)
    if (from === 'draft') message.data = document.querySelector('input').value
    parent.postMessage(message, '*')
  }
  function postFromChild(message) {
    const child = document.createElement('iframe')
    child.srcdoc = '<script>top.postMessage(' + JSON.stringify(message) + ", '*')<" + '/script>'
    document.body.append(child)
  }
</script>`
