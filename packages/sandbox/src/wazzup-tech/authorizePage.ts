import { html } from 'hono/html'

/** The page on which a customer gives leave to a partner: one question, two answers. */
export function authorizePage({ clientId, scope, action }: { clientId: string; scope: string; action: string }) {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Give access</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: Canvas; color: CanvasText }
main { width: min(26rem, calc(100vw - 2rem)) }
h1 { font-size: 1.25rem; margin: 0 0 .5rem }
p { margin: 0 0 1.25rem; overflow-wrap: anywhere }
form { display: flex; gap: .75rem }
button { font: inherit; padding: .6rem 1.1rem; border-radius: .6rem; border: 1px solid GrayText; background: none; color: inherit; cursor: pointer }
button[value=allow] { background: #1f6feb; border-color: #1f6feb; color: #fff }
</style>
</head>
<body>
<main>
<h1>Give ${clientId} access to your chats?</h1>
<p>It asks for: ${scope}. This is the sandbox: no real account is touched.</p>
<form method="post" action="${action}">
<button name="decision" value="allow">Allow</button>
<button name="decision" value="deny">Deny</button>
</form>
</main>
</body>
</html>`
}
