import { html } from 'hono/html'
import { drawPage, type Html } from '../../server/pages/drawPage.ts'

interface Question {
  clientId: string
  /** Requested scope, e.g. `transport,crm`. */
  scope: string
  /** The number of the account whose chats are meant. */
  accountId: number
  /** Redirect address for the result. */
  redirectUri: string
  action: string
}

/** The page on which a customer gives leave to a partner: one question, two answers. */
export function authorizePage({ clientId, scope, accountId, redirectUri, action }: Question): Html {
  const asked = scope.split(/[\s,]+/).filter((part) => part !== '')
  return drawPage({
    title: `Give ${clientId} access to your chats?`,
    body: html`<p class="quiet">Account ${accountId}</p>
<p>It asks to</p>
<ul>${asked.map((part) => html`<li>${scopeWords[part] ?? part}</li>`)}</ul>
<p class="quiet">Either way you go back to ${new URL(redirectUri).host}.</p>
<form class="answers" method="post" action="${action}">
<button class="plain" name="decision" value="deny">Deny</button>
<button name="decision" value="allow">Allow</button>
</form>`,
  })
}

const scopeWords: Record<string, string> = {
  transport: 'read and write messages in your channels, and connect new ones',
  crm: 'see and change your users, contacts and deals',
}
