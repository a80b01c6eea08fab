/**
 * A page that stands in for the vendor's: a conversation as a messenger shows it. It runs no script and loads nothing. A frame does not
 * see the theme of the page around it, so it is told.
 */
export const toMessengerPage = (theme: 'light' | 'dark' | 'light dark'): string => `<!doctype html>
<html lang="en">
<title>Messenger</title>
<meta name="viewport" content="width=device-width">
<style>
  :root { color-scheme: ${theme}; --line: light-dark(#e3e8ee, #2a313c); --soft: light-dark(#5b6675, #a3adbb) }
  * { box-sizing: border-box; margin: 0 }
  body { display: grid; grid-template: "list head" 57px "list thread" 1fr "list field" auto / 220px 1fr; height: 100vh;
    background: light-dark(#fff, #171b21); color: light-dark(#1a212b, #e9edf2); font: 14px/1.45 system-ui, sans-serif }
  nav { grid-area: list; border-inline-end: 1px solid var(--line); overflow: hidden }
  nav h2 { padding: 18px 16px 12px; font-size: 15px }
  nav p { display: grid; grid-template-columns: 36px 1fr auto; gap: 0 10px; padding: 9px 12px; align-items: center }
  nav p.open { background: light-dark(#e9f0fe, #202a3c) }
  nav b, nav small { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
  nav small { grid-column: 2; color: var(--soft) }
  nav i { grid-row: span 2; display: grid; place-items: center; width: 36px; height: 36px; border-radius: 50%; color: #fff;
    background: var(--tone); font: 600 13px system-ui }
  nav u { padding: 0 6px; border-radius: 9px; background: #0b7a55; color: #fff; font-size: 12px; text-decoration: none }
  header { grid-area: head; display: flex; gap: 10px; align-items: center; padding: 0 18px; border-block-end: 1px solid var(--line) }
  header small { color: var(--soft) }
  main { grid-area: thread; display: flex; flex-direction: column; gap: 6px; justify-content: end; overflow: hidden; padding: 16px 18px;
    background: light-dark(#f2f5f1, #12161b) }
  main time { align-self: center; margin: 4px; padding: 2px 10px; border-radius: 9px; background: light-dark(#e2e8e0, #242c35);
    color: light-dark(#4b5661, #b4bdc9); font-size: 12px }
  main p { align-self: start; max-width: 76%; padding: 8px 12px; border-radius: 14px; border-end-start-radius: 4px; background: light-dark(#fff, #242c35) }
  main p.own { align-self: end; border-radius: 14px; border-end-end-radius: 4px; background: light-dark(#d5f0de, #17503c) }
  main small { color: light-dark(#4f6158, #a9c1b6); font-size: 11px; margin-inline-start: 8px }
  form { grid-area: field; padding: 12px 18px; border-block-start: 1px solid var(--line) }
  form span { display: block; padding: 9px 14px; border: 1px solid var(--line); border-radius: 18px; color: var(--soft) }
  @media (max-width: 560px) { nav { display: none } body { grid-template: "head" 57px "thread" 1fr "field" auto / 1fr } }
</style>
<nav aria-label="Chats">
  <h2>Chats</h2>
  <p class="open"><i style="--tone:#8a4bb8" aria-hidden="true">ML</i><b>Maria Lindqvist</b><u>2</u><small>Can it be the blue one?</small></p>
  <p><i style="--tone:#1f6fb2" aria-hidden="true">JO</i><b>Jonas Ostrowski</b><u>1</u><small>Sent you the signed offer</small></p>
  <p><i style="--tone:#a8481f" aria-hidden="true">AB</i><b>Amina Bekova</b><span></span><small>Thank you, until Friday!</small></p>
  <p><i style="--tone:#51646f" aria-hidden="true">PH</i><b>Pension Haller</b><span></span><small>You: 48 bedside lamps, blue</small></p>
</nav>
<header><b>Maria Lindqvist</b><small>WhatsApp · +46 70 555 12 34</small></header>
<main>
  <time>Today</time>
  <p>Hello! Is my order ready to be picked up? <small>10:02</small></p>
  <p class="own">Good morning, Maria. It came in an hour ago: two lamps and the shade. <small>10:04 ✓✓</small></p>
  <p>Wonderful. One question about the shade. <small>10:05</small></p>
  <p>Can it be the blue one? <small>10:05</small></p>
</main>
<form><span>Write a message</span></form>
</html>`
