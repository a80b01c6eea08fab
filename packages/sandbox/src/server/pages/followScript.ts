/**
 * The one script of pages for customers: it asks once a second whether the page would be another by now, and puts that in
 * its place. Nothing is typed in vain: while the page would be the same, it is left alone.
 */
export const followScript = `
async function follow() {
  try {
    const answer = await fetch(location.pathname)
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html')
    if (next.body.dataset.version !== document.body.dataset.version) {
      document.querySelector('main').replaceWith(next.querySelector('main'))
      document.body.dataset.version = next.body.dataset.version ?? ''
      document.title = next.title
    }
  } catch {} // The sandbox may be on its way back.
  setTimeout(follow, 1000)
}
setTimeout(follow, 1000)
`
