import { toLook } from '../appearance.ts'
import { attachBadge } from './attachBadge.ts'
import type { BadgePart } from './badgePart.ts'
import { toBadgeView } from './badgeView.ts'

/** Code of a badge with a number, which comes with the live connection. */
export const badgeCode: BadgePart = {
  toBadgeView,
  attachBadge,
  toBadgeLook: (looks) => toLook({ part: 'badge', kitClass: 'cc-root', looks, isRoot: true }),
}
