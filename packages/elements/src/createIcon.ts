import { type IconName, icons } from '@crm-chat/core/look'

const namespace = 'http://www.w3.org/2000/svg'

/** Draws one of the look's icons. It says nothing to assistive technology. */
export function createIcon(name: IconName): SVGSVGElement {
  const icon = document.createElementNS(namespace, 'svg')
  icon.setAttribute('aria-hidden', 'true')
  icon.setAttribute('class', `cc-icon cc-icon-${name}`)
  icon.setAttribute('viewBox', '0 0 24 24')
  const path = document.createElementNS(namespace, 'path')
  path.setAttribute('d', icons[name])
  icon.append(path)
  return icon
}
