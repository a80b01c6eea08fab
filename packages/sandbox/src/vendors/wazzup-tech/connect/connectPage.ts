import { html } from 'hono/html'
import { drawPage, type Html } from '../../../server/pages/drawPage.ts'
import type { Channel } from '../../../store/schema.ts'
import { type Transport, transports } from '../../../store/transports.ts'
import { connectSteps } from './connectSteps.ts'
import { transportNames } from './transportNames.ts'

/** Draws the page that asks which messenger to connect. */
export function choicePage(problem?: string): Html {
  // The vendor's page offers no others, because their credentials are only entered in the vendor's account pages.
  const offered = allTransports.filter((name) => name !== 'instagram' && name !== 'viber' && name !== 'avito')
  const choices = offered.map(
    (name) => html`<form method="post"><input type="hidden" name="transport" value="${name}">
<button name="step" value="create">${transportNames[name]}<small>${ways[transports[name].way]}</small></button></form>`,
  )
  return drawPage({
    title: 'Connect a channel',
    problem,
    body: html`<p>Where do your customers write to you?</p><div class="choices">${choices}</div>`,
  })
}

/** Draws the page that creates a channel of a messenger. */
export function createPage(transport: Transport): Html {
  const { way } = transports[transport]
  return drawPage({
    title: `Connect ${transportNames[transport]}`,
    body: html`<p>${ways[way]}. It takes a minute.</p><form method="post">
<input type="hidden" name="transport" value="${transport}"><button name="step" value="create">Connect</button></form>`,
  })
}

/** Draws the page of a channel: its next step, and the problem with the last one. */
export async function channelPage({
  channel,
  problem,
}: {
  channel: Channel
  problem?: string | undefined
}): Promise<Html> {
  const { transport, state, plainId, qrExpiresAt, pairingCode } = channel
  return drawPage({
    title: `${state === 'active' ? '' : 'Connect '}${transportNames[transport]} ${plainId}`.trim(),
    body: await connectSteps(channel),
    problem,
    version: [state, plainId, qrExpiresAt ?? '', pairingCode ?? ''].join(' '),
  })
}

/** Draws the page for an invalid link. */
export function invalidLinkPage(): Html {
  return drawPage({
    title: 'This link is not valid',
    body: html`<p>It may have expired, or been changed. Ask its sender for a new one.</p>`,
  })
}

const ways = {
  qr: 'By a QR code, which your phone scans',
  credentials: 'With the account of your bot',
  link: 'By logging in',
}
// Object.keys loses the type of the keys.
const allTransports = Object.keys(transports) as Transport[]
