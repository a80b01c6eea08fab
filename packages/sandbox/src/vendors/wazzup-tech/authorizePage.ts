import { html } from 'hono/html'
import { drawPage, type Html } from '../../server/pages/drawPage.ts'

interface ConsentRequest {
  clientId: string
  /** Requested scope, e.g. `transport,crm`. */
  scope: string
  /** The number of the customer's account. */
  accountId: number
  /** Redirect address for the result. */
  redirectUri: string
  action: string
}

/** Draws the page on which a customer gives consent to a partner: one question, two buttons. */
export function authorizePage({ clientId, scope, accountId, redirectUri, action }: ConsentRequest): Html {
  const scopes = scope.split(/[\s,]+/).filter((part) => part !== '')
  return drawPage({
    title: `Give ${clientId} access to your chats?`,
    body: html`<p class="quiet">Account ${accountId}</p>
<p>It asks to</p>
<ul>${scopes.map((part) => html`<li>${scopeWords[part] ?? part}</li>`)}</ul>
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
