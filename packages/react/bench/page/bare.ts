import { watchShown, watchUsable } from './watchUsable.ts'

/** The least that a page can do by hand: a request for the link and a frame, and one tab's stream for all. */
const parameters = new URLSearchParams(location.search)
const root = document.querySelector('#root') ?? document.body
const output = root.appendChild(document.createElement('output'))
watchUsable()
watchShown(output)
if (parameters.has('card')) addCard()
else void shareStream()

function addCard(): void {
  let frame: HTMLIFrameElement | undefined
  let link: Promise<string> | undefined
  const button = root.appendChild(document.createElement('button'))
  button.id = 'open'
  button.textContent = 'Chat'
  button.addEventListener('pointerenter', () => {
    if (parameters.has('prefetch')) link = mint()
  })
  button.addEventListener('click', async () => {
    if (frame) {
      frame.style.visibility = frame.style.visibility === 'hidden' ? '' : 'hidden'
      return
    }
    frame = document.createElement('iframe')
    Object.assign(frame.style, { width: '100%', height: '500px' })
    frame.src = await (link ?? mint())
    root.append(frame)
  })
}

async function mint(): Promise<string> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch('/chat/window', { method: 'POST', headers, body: '{"scope":"global"}' })
  return (await response.json()).url
}

/** One tab holds a lock and a stream, and posts each number to the others. */
async function shareStream(): Promise<void> {
  const channel = new BroadcastChannel('bare')
  const show = (count: number): void => {
    output.textContent = `${count}`
  }
  channel.onmessage = ({ data }) => show(data)
  await navigator.locks.request('bare', async () => {
    window.leadsSince = performance.timeOrigin + performance.now()
    const response = await fetch('/chat/events')
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    for (let chunk = await reader?.read(); chunk?.value; chunk = await reader?.read()) {
      for (const [, count] of chunk.value.matchAll(/"count":(\d+)/g)) {
        show(Number(count))
        channel.postMessage(Number(count))
      }
    }
  })
}

declare global {
  interface Window {
    /** Time at which the tab got the lock. */
    leadsSince: number | undefined
  }
}
