import { appEndpoints } from '../src/whatomate/app/endpoints.ts'
import type { InventoryItem } from './inventory.ts'
import { toName } from './toItem.ts'

type Test = InventoryItem['test']

/** Describes tests of the sandbox, which alone serves these endpoints; the client has no functions for them. */
const inSandbox = (file: string) => {
  return (name: string): Test => ({ file: `packages/sandbox/${file}`, name })
}
const inSession = inSandbox('src/vendors/whatomate/session.test.ts')
const inStaff = inSandbox('src/vendors/whatomate/staff.test.ts')
const inTransfers = inSandbox('src/vendors/whatomate/transfers.test.ts')
const inWalks = inSandbox('test/walks/walks.test.ts')

const walk = inWalks("the vendor's web app of July 2026 > works by cookie, without a quirk")
const ownOrganization = inSession('a session > continues in its own organization, and in no other')
const reading = inSession("a session > reads the organization's settings, a user and the permissions")
const withoutSession = ({ path }: { path: string }): Test => inSession(`a request without a session > reads ${path}`)
const away = inStaff('an agent > is away until the reset, and is found by a part of the name')
const tag = inStaff('a tag > is added once, renamed in contacts, and deleted from them')
const dashboard = inStaff(
  'the dashboard > counts the messages and contacts of a period, and compares it with the one before',
)
const transfer = inTransfers('a conversation > is handed over, picked by an agent, and given back to the bot')

/** A test that sends each endpoint. */
const tests: Record<keyof typeof appEndpoints, Test> = {
  logIn: inSession('a login > sets three cookies, of which scripts read one, and shows no token'),
  refreshSession: inSession('a refresh token > is good for one exchange, in its cookie or in the body'),
  logOut: inSession('a logout > ends the session of the token in the body, and no other'),
  switchOrganization: ownOrganization,
  listSsoProviders: withoutSession(appEndpoints.listSsoProviders),
  fetchMe: inSession("an access token > lasts for 15 minutes of the sandbox's clock"),
  updateSettings: inSession('a cookie > alone reads, and needs the CSRF token for a change'),
  updateAvailability: away,
  listMyOrganizations: walk,
  listOrganizations: walk,
  fetchOrganization: ownOrganization,
  fetchOrganizationSettings: reading,
  listUsers: away,
  fetchUser: reading,
  listRoles: walk,
  listPermissions: reading,
  listTeams: inStaff('an agent > belongs to the team'),
  listAccounts: walk,
  listTags: tag,
  createTag: tag,
  updateTag: tag,
  deleteTag: tag,
  fetchSessionData: walk,
  fetchCallPermission: walk,
  listCustomActions: walk,
  createTransfer: transfer,
  pickTransfer: transfer,
  resumeTransfer: transfer,
  assignTransfer: transfer,
  countCannedResponseUse: inSession('a session > counts the use of a canned response'),
  listWidgets: walk,
  fetchWidgetsData: dashboard,
  listWidgetDataSources: walk,
  fetchDashboard: dashboard,
  checkHealth: withoutSession(appEndpoints.checkHealth),
  checkReadiness: withoutSession(appEndpoints.checkReadiness),
}

/** Endpoints that people's programs use, above all the vendor's own web app. */
export const whatomateAppItems = Object.entries(tests).map(([key, test]) => {
  const name = toName(appEndpoints[key as keyof typeof appEndpoints]) // Object.entries forgets what the keys are.
  return { kind: 'endpoint' as const, name, export: `whatomateApp.${key}`, test }
})
