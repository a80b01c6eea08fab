import type { ServerResponse } from 'node:http'
import type { World } from './world.ts'

/** Serves the vendor's page: a messenger that posts the test's messages. */
export function serveFrame({ world, path, response }: { world: World; path: string; response: ServerResponse }): void {
  if (path === '/frame/orders') {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': hello\n\n')
    world.frames.add(response)
    response.on('close', () => world.frames.delete(response))
    return
  }
  world.frameLoads.push(path)
  if (world.settings.frame === 'hangs') return
  response.writeHead(200, { 'content-type': 'text/html' }).end(page)
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
    parent.postMessage(message, '*')
  }
  function postFromChild(message) {
    const child = document.createElement('iframe')
    child.srcdoc = '<script>top.postMessage(' + JSON.stringify(message) + ", '*')<" + '/script>'
    document.body.append(child)
  }
</script>`
