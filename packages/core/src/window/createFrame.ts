import type { WindowLink } from '@crm-chat/protocol'

/** What the vendor's page may do: run, remember its login, open links and files. It may not navigate the CRM's page. */
const permissions = [
  'allow-scripts',
  'allow-same-origin',
  'allow-forms',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
  'allow-downloads',
]

/** An iframe for a minted link. It loads once it is put into a document. */
export function createFrame({ link, title }: { link: WindowLink; title: string }): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  frame.title = title
  frame.allow = `microphone ${link.origin}; clipboard-write ${link.origin}` // Voice messages; the "copy" buttons.
  frame.referrerPolicy = 'no-referrer'
  frame.sandbox.add(...permissions)
  Object.assign(frame.style, { position: 'absolute', inset: '0', width: '100%', height: '100%', border: '0' })
  frame.src = link.url
  return frame
}
