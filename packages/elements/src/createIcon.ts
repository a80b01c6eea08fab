const namespace = 'http://www.w3.org/2000/svg'

/** The icons, each one path on a field of 24 by 24. */
const paths = {
  chat: 'M12 3.25c5.35 0 9.25 3.6 9.25 8.2s-3.9 8.2-9.25 8.2c-.95 0-1.85-.1-2.7-.35a10.3 10.3 0 0 1-4.95 1.55c-.5.05-.75-.55-.4-.9.75-.85 1.2-1.85 1.4-2.9-1.6-1.45-2.6-3.4-2.6-5.6 0-4.6 3.9-8.2 9.25-8.2Z',
  close: 'm6 6 12 12M18 6 6 18',
  broken:
    'M12 4c4.7 0 8.25 3.2 8.25 7.25S16.7 18.5 12 18.5c-.8 0-1.6-.1-2.3-.3a8.6 8.6 0 0 1-4.3 1.5c.7-.8 1.1-1.7 1.2-2.6-1.8-1.3-2.85-3.4-2.85-5.85C3.75 7.2 7.3 4 12 4Zm0 4v3.75m0 2.75v.01',
}

/** Draws an icon: filled, or in lines. */
export function createIcon({ name, filled = false }: { name: keyof typeof paths; filled?: boolean }): SVGSVGElement {
  const icon = document.createElementNS(namespace, 'svg')
  icon.setAttribute('viewBox', '0 0 24 24')
  icon.setAttribute('aria-hidden', 'true')
  icon.setAttribute('class', filled ? 'icon filled' : 'icon')
  const path = document.createElementNS(namespace, 'path')
  path.setAttribute('d', paths[name])
  icon.append(path)
  return icon
}
