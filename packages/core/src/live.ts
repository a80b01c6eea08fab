import { attachBadge } from './look/badge/attachBadge.ts'
import { toBadgeView } from './look/badge/badgeView.ts'
import { runSse } from './transports/runSse.ts'
import { prepareConnection } from './unanswered/prepareConnection.ts'

/** The live connection: the part of the client that each page with a counter needs, and the code of its badges. */
export const live = { prepareConnection, runSse, badge: { toBadgeView, attachBadge } }
