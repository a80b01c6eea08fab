let isReported = false

/**
 * Gives the page the few rules without which no component works, and one error in its console, unless the stylesheet was only
 * late.
 */
export function workWithoutStyles(element: Element): void {
  const check = (): void => {
    if (isReported || !element.isConnected || getComputedStyle(element).getPropertyValue('--_line')) return
    isReported = true
    // biome-ignore lint/suspicious/noConsole: nothing else reaches the developer who forgot it.
    console.error("The stylesheet of the chat components is missing. Add: import '@crm-chat/react/styles.css'")
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(layout)
    document.adoptedStyleSheets.push(sheet)
  }
  if (document.readyState === 'complete') check()
  else addEventListener('load', check, { once: true })
}

/** Places and sizes, in a layer: whatever else the page says goes before. */
const layout = `@layer crm-chat{
.cc-window{display:flex;flex-direction:column;position:relative;overflow:hidden;width:100%;height:100%;min-height:360px}
.cc-stage{position:relative;flex:1}
.cc-window,.cc-panel{box-sizing:border-box}
.cc-frame{height:100%}
.cc-loading,.cc-failure{position:absolute;inset:0;overflow:auto}
.cc-launcher{position:fixed;z-index:1000;inset-inline-end:20px;bottom:20px}
.cc-panel[data-open=true],.cc-panel[data-kind=inline]{display:flex;flex-direction:column}
.cc-panel[data-kind=inline]{height:100%;min-height:360px}
.cc-panel[popover]{width:min(420px,100vw - 40px);height:min(680px,100dvh - 40px);padding:0;overflow:hidden}
.cc-panel[data-kind=launcher]{inset:auto 20px 20px auto}
.cc-panel .cc-window{min-height:0}
.cc-body{display:grid;grid-template:minmax(0,1fr)/minmax(0,1fr);flex:1;min-height:0}
.cc-toggle[aria-expanded=true]{visibility:hidden}
.cc-launcher[data-placement=bottom-start]{inset-inline:20px auto}
@media(width<640px){.cc-panel[popover]{inset:0;width:auto;max-width:none;height:auto;max-height:none}}}`
