import type { TabMark, TabPlace } from './tabMark.ts'

/**
 * Draws a dot on the page's icon: in the tone of the number, and hollow while that is outdated or unknown. Where the page's policy
 * forbids `data:` images, the icon stays as it is.
 */
export function markIcon(): TabPlace {
  /** Links that show the mark, each with its original attributes. */
  const originals = new Map<HTMLLinkElement, Record<string, string | null>>()
  let own: HTMLLinkElement | undefined
  let current: TabMark | undefined
  let shown = ''
  let isForbidden = false

  const restore = (): void => {
    for (const [link, attributes] of originals) {
      if (link.getAttribute('href') === shown) setAttributes(link, attributes) // A page may have changed it.
    }
    originals.clear()
    own?.remove()
    own = undefined
  }
  const draw = async (mark: TabMark): Promise<void> => {
    current = mark
    restore()
    if (!mark.text || isForbidden) return
    const links = findLinks()
    const icon = await drawIcon({ mark, source: links.at(-1)?.href ?? '/favicon.ico' })
    if (current !== mark) return
    if (await loadImage(icon).catch(() => undefined)) show(icon)
    else isForbidden = true
  }
  const show = (icon: string): void => {
    restore()
    shown = icon
    if (findLinks().length === 0) {
      own = document.head.appendChild(document.createElement('link'))
      own.rel = 'icon'
    }
    for (const link of findLinks()) {
      originals.set(link, { href: link.getAttribute('href'), type: link.getAttribute('type') })
      setAttributes(link, { href: icon, type: 'image/png' })
    }
    observer.takeRecords()
  }
  const observer = new MutationObserver(() => {
    const isChanged = findLinks().some((link) => link.getAttribute('href') !== shown)
    if (originals.size > 0 && isChanged && current) void draw(current)
  })
  observer.observe(document.head, { childList: true, subtree: true, attributeFilter: ['href'] })
  return {
    show: (mark) => {
      if (JSON.stringify(mark) !== JSON.stringify(current)) void draw(mark)
    },
    end: () => {
      observer.disconnect()
      current = undefined
      restore()
    },
  }
}

const findLinks = (): HTMLLinkElement[] => [...document.head.querySelectorAll<HTMLLinkElement>('link[rel~=icon]')]

function setAttributes(link: HTMLLinkElement, attributes: Record<string, string | null>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) link.removeAttribute(name)
    else link.setAttribute(name, value)
  }
}

async function loadImage(source: string): Promise<HTMLImageElement> {
  const image = new Image()
  image.crossOrigin = 'anonymous' // An icon of another origin could not be read.
  image.src = source
  await image.decode()
  return image
}

const size = 64

async function drawIcon({ mark: { tone, isLive }, source }: { mark: TabMark; source: string }): Promise<string> {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = size
  const context = canvas.getContext('2d')
  const image = await loadImage(source).catch(() => undefined) // Without an icon, the dot stands alone.
  if (!context) return ''
  if (image) context.drawImage(image, 0, 0, size, size)
  context.beginPath()
  context.arc(44, 20, 16, 0, 2 * Math.PI)
  context.lineWidth = 8
  context.fillStyle = tone === 'red' ? '#d3372c' : '#66707f'
  context.strokeStyle = isLive ? '#fff' : context.fillStyle
  if (!isLive) context.fillStyle = '#fff'
  context.fill()
  context.stroke()
  return canvas.toDataURL()
}
