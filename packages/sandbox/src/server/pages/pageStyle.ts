/** Styles of pages for customers, light and dark, from phone to desktop. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  font: 16px/1.5 ui-sans-serif, system-ui, "Segoe UI", Roboto, sans-serif;
  --canvas: #f3f4f8; --surface: #fff; --line: #d9dce6; --ink: #171a26; --muted: #5f6679;
  --accent: #4353e0; --on-accent: #fff; --soft: #e9ecfd; --alert: #b01b30; --alert-soft: #fdebed; --good: #14612f; --good-soft: #dff5e6;
}
@media (prefers-color-scheme: dark) {
  :root {
    --canvas: #0f1117; --surface: #171a22; --line: #343a4b; --ink: #eceef5; --muted: #9aa1b3;
    --accent: #8794ff; --on-accent: #0d1030; --soft: #262c4a; --alert: #ff9aa7; --alert-soft: #3a1a21; --good: #86e0a6; --good-soft: #153322;
  }
}
* { box-sizing: border-box }
body { margin: 0; min-height: 100dvh; display: grid; place-content: center; justify-items: center; gap: 1rem; padding: 1rem; background: var(--canvas); color: var(--ink) }
main { width: min(26rem, calc(100vw - 2rem)); padding: 1.75rem; border: 1px solid var(--line); border-radius: 1.25rem; background: var(--surface) }
h1 { font-size: 1.25rem; line-height: 1.3; letter-spacing: -.01em; margin: 0 0 .5rem; overflow-wrap: anywhere; text-wrap: balance }
h2 { font-size: .9375rem; margin: 1.5rem 0 .25rem }
p { margin: 0 0 1rem; overflow-wrap: anywhere }
p.quiet, footer, small { color: var(--muted); font-size: .875rem }
ol, ul { margin: 0 0 1rem; padding-left: 1.25rem }
li { margin: .25rem 0 }
img { display: block; width: 16.5rem; max-width: 100%; height: auto; margin: 0 auto 1rem; border-radius: 1rem; background: #fff }
form { display: grid; gap: .75rem; margin: 0 }
form + form { margin-top: .75rem }
label { display: grid; gap: .25rem; font-size: .875rem; font-weight: 600 }
label small { font-weight: 400 }
input { font: inherit; font-weight: 400; font-size: 1rem; width: 100%; min-height: 2.75rem; padding: .5rem .75rem; border: 1px solid var(--line); border-radius: .75rem; background: var(--surface); color: inherit }
button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: .5rem 1rem; border: 1px solid var(--accent); border-radius: .75rem; background: var(--accent); color: var(--on-accent); cursor: pointer }
button.plain { background: none; border-color: var(--line); color: inherit }
button:hover { opacity: .92 }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
details { margin-top: 1rem; border-top: 1px solid var(--line); padding-top: .75rem }
summary { cursor: pointer; font-weight: 600 }
details form { margin-top: .75rem }
.choices { display: grid; gap: .5rem }
.choices form { margin: 0 }
.choices button { display: grid; gap: 0; width: 100%; text-align: left; background: none; border-color: var(--line); color: inherit }
.choices button:hover { background: var(--soft); opacity: 1 }
.choices small { font-weight: 400 }
.problem { padding: .625rem .875rem; border-radius: .75rem; background: var(--alert-soft); color: var(--alert) }
.done { padding: .625rem .875rem; border-radius: .75rem; background: var(--good-soft); color: var(--good) }
.code { font: 600 1.75rem/1.2 ui-monospace, monospace; letter-spacing: .12em; text-align: center; padding: .75rem; border-radius: .75rem; background: var(--soft) }
.wait { display: flex; align-items: center; gap: .75rem }
.wait::before { content: ""; flex: none; width: 1.25rem; height: 1.25rem; border: 2.5px solid var(--line); border-top-color: var(--accent); border-radius: 50% }
@media (prefers-reduced-motion: no-preference) { .wait::before { animation: turn .9s linear infinite } }
@keyframes turn { to { rotate: 1turn } }
.answers { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem }
`
