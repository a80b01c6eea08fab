import { fillsScreen } from '../overlay/fillsScreen.ts'

/**
 * On a screen that a panel fills, makes an entry in the browser's history, so that the back gesture closes the panel and does not
 * leave the page. Returns a function that takes the entry out again, for a panel that is closed in another way.
 */
export function holdBack(onBack: () => void): () => void {
  if (!fillsScreen()) return () => undefined
  const id = String(Math.random())
  const isHeld = (): boolean => history.state?.crmChat === id
  const handlePop = (): void => {
    if (isHeld()) return
    window.removeEventListener('popstate', handlePop)
    onBack()
  }
  let hasEnded = false
  inTurn(() => {
    if (hasEnded) return
    history.pushState({ ...history.state, crmChat: id }, '') // Routers find their own state in both entries.
    window.addEventListener('popstate', handlePop)
  })
  return () => {
    hasEnded = true
    window.removeEventListener('popstate', handlePop)
    inTurn(() => {
      if (isHeld()) goBack()
    })
  }
}

/** A step back that was requested and has not come. Until then the history is not what it will be. */
let leaving: Promise<void> | undefined

function inTurn(act: () => void): void {
  if (leaving) void leaving.then(() => inTurn(act))
  else act()
}

function goBack(): void {
  const step = new Promise((resolve) => window.addEventListener('popstate', resolve, { once: true, capture: true }))
  leaving = step.then(() => {
    leaving = undefined
  })
  history.back()
}
