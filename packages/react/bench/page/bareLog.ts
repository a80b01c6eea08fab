import { measureFrames } from '../../../../scripts/bench/page/measureFrames.ts'
import { measureJump, stepPx } from './measureLog.ts'

/** The least that a page does for messages: 200 paragraphs in a scrolling area, which are replaced as a whole. */
const root = document.querySelector('#root')
const log = document.createElement('div')
log.className = 'log'
log.style.cssText = 'height: 650px; overflow-y: auto'
root?.append(log)

function show(first: number): void {
  log.replaceChildren(
    ...Array.from({ length: 200 }, (_, index) => {
      const message = document.createElement('p')
      message.id = `m${first + index}`
      message.textContent = `Message ${first + index}. ${'Is it ready for the new wing? '.repeat(index % 5)}`
      return message
    }),
  )
}

show(0)
log.scrollTop = log.scrollHeight
Object.assign(window, {
  measureFrames: (frames: number) => measureFrames({ area: log, frames, stepPx }),
  measureJump: () => measureJump({ isThere: () => document.getElementById('m10000'), jump: () => show(10_000) }),
})
