import {
  checkHealthEndpoint,
  checkReadinessEndpoint,
  fetchDashboardEndpoint,
  fetchWidgetsDataEndpoint,
  listWidgetDataSourcesEndpoint,
  listWidgetsEndpoint,
} from './analytics.ts'
import {
  fetchCallPermissionEndpoint,
  fetchOrganizationEndpoint,
  fetchOrganizationSettingsEndpoint,
  fetchSessionDataEndpoint,
  listAccountsEndpoint,
  listCustomActionsEndpoint,
  listMyOrganizationsEndpoint,
  listOrganizationsEndpoint,
} from './organizations.ts'
import {
  listSsoProvidersEndpoint,
  logInEndpoint,
  logOutEndpoint,
  refreshSessionEndpoint,
  switchOrganizationEndpoint,
} from './session.ts'
import { createTagEndpoint, deleteTagEndpoint, listTagsEndpoint, updateTagEndpoint } from './tags.ts'
import {
  assignTransferEndpoint,
  countCannedResponseUseEndpoint,
  createTransferEndpoint,
  pickTransferEndpoint,
  resumeTransferEndpoint,
} from './transfers.ts'
import {
  fetchMeEndpoint,
  fetchUserEndpoint,
  listPermissionsEndpoint,
  listRolesEndpoint,
  listTeamsEndpoint,
  listUsersEndpoint,
  updateAvailabilityEndpoint,
  updateSettingsEndpoint,
} from './users.ts'

/**
 * Endpoints that people's programs use, above all the vendor's own web app. Programs with an API key do not need them, so
 * the client has no functions for them; the sandbox serves them. They are known from the server's public source of 2025
 * and 2026.
 */
export const appEndpoints = {
  logIn: logInEndpoint,
  refreshSession: refreshSessionEndpoint,
  logOut: logOutEndpoint,
  switchOrganization: switchOrganizationEndpoint,
  listSsoProviders: listSsoProvidersEndpoint,
  fetchMe: fetchMeEndpoint,
  updateSettings: updateSettingsEndpoint,
  updateAvailability: updateAvailabilityEndpoint,
  listMyOrganizations: listMyOrganizationsEndpoint,
  listOrganizations: listOrganizationsEndpoint,
  fetchOrganization: fetchOrganizationEndpoint,
  fetchOrganizationSettings: fetchOrganizationSettingsEndpoint,
  listUsers: listUsersEndpoint,
  fetchUser: fetchUserEndpoint,
  listRoles: listRolesEndpoint,
  listPermissions: listPermissionsEndpoint,
  listTeams: listTeamsEndpoint,
  listAccounts: listAccountsEndpoint,
  listTags: listTagsEndpoint,
  createTag: createTagEndpoint,
  updateTag: updateTagEndpoint,
  deleteTag: deleteTagEndpoint,
  fetchSessionData: fetchSessionDataEndpoint,
  fetchCallPermission: fetchCallPermissionEndpoint,
  listCustomActions: listCustomActionsEndpoint,
  createTransfer: createTransferEndpoint,
  pickTransfer: pickTransferEndpoint,
  resumeTransfer: resumeTransferEndpoint,
  assignTransfer: assignTransferEndpoint,
  countCannedResponseUse: countCannedResponseUseEndpoint,
  listWidgets: listWidgetsEndpoint,
  fetchWidgetsData: fetchWidgetsDataEndpoint,
  listWidgetDataSources: listWidgetDataSourcesEndpoint,
  fetchDashboard: fetchDashboardEndpoint,
  checkHealth: checkHealthEndpoint,
  checkReadiness: checkReadinessEndpoint,
}
