import { html, raw } from 'hono/html'
import type { Channel } from '../store/channels.ts'
import { drawQr } from './drawQr.ts'
import { transports } from './transports.ts'

type Html = ReturnType<typeof html>

/** The page that asks which messenger to connect. */
export function choicePage(): Html {
  const choices = Object.keys(transports).filter((name) => name !== 'instagram' && name !== 'viber' && name !== 'avito')
  return page(
    'Connect a channel',
    html`<p>Which messenger?</p>${choices.map((name) => createForm({ transport: name, label: name }))}`,
  )
}

/** The page that makes a channel of a messenger. */
export function createPage(transport: string): Html {
  return page(`Connect ${transport}`, createForm({ transport, label: 'Connect' }))
}

/** The page of one channel: what is to be done next. */
export async function channelPage(channel: Channel): Promise<Html> {
  const { transport, state, plainId } = channel
  const title = `${transport}${plainId === '' ? '' : ` ${plainId}`}`
  return page(title, await steps(channel), state === 'init' || state === 'sync')
}

/** The page for a link that leads nowhere. */
export function endedPage(): Html {
  return page('This link has ended', html`<p>Ask for a new one.</p>`)
}

async function steps({ state, qr, transport }: Channel): Promise<Html> {
  if (state === 'active') return html`<p>The channel is connected.</p>`
  if (state === 'sync') return html`<p>Connected. Messages are being taken over…</p>`
  if (qr !== null)
    return html`<img alt="QR code" width="264" height="264" src="${await drawQr(qr)}">${accountForm('Scan with this phone')}`
  if (state === 'waitForPassword')
    return form(html`<label>Second factor <input name="password" required></label>`, {
      step: 'password',
      label: 'Send',
    })
  if (state === 'init' && transports[transport].way === 'link') return accountForm('Connect')
  if (state === 'init') return html`<p>Starting…</p>`
  return html`<p>The channel is not connected: ${state}.</p>${form(html``, { step: 'reinit', label: 'Connect again' })}`
}

function accountForm(label: string): Html {
  return form(html`<label>Phone number or name <input name="plainId" required></label>`, { step: 'connect', label })
}

function createForm({ transport, label }: { transport: string; label: string }): Html {
  return form(html`<input type="hidden" name="transport" value="${transport}">`, { step: 'create', label })
}

function form(fields: Html, { step, label }: { step: string; label: string }): Html {
  return html`<form method="post">${fields}<button name="step" value="${step}">${label}</button></form>`
}

function page(title: string, body: Html, reloads = false): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${reloads ? raw('<meta http-equiv="refresh" content="1">') : ''}
<title>${title}</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: Canvas; color: CanvasText }
main { width: min(20rem, calc(100vw - 2rem)); padding: 1rem 0 }
h1 { font-size: 1.25rem; margin: 0 0 .75rem; overflow-wrap: anywhere }
img { display: block; margin: 0 auto 1rem; border-radius: .75rem }
form { display: grid; gap: .75rem; margin: 0 0 .5rem }
label { display: grid; gap: .25rem }
input, button { font: inherit; padding: .6rem .9rem; border-radius: .6rem; border: 1px solid GrayText; background: none; color: inherit }
button { cursor: pointer; background: #1f6feb; border-color: #1f6feb; color: #fff }
</style>
</head>
<body><main><h1>${title}</h1>${body}</main></body>
</html>`
}
