import { Hono } from 'hono'
import { mayAdminister } from '../../api/role.ts'
import { settingsSchema } from '../../api/settings.ts'
import { ApiError } from '../errors.ts'
import { readBody } from '../http/readBody.ts'
import { requireUser, type UserVariables } from '../sessions/requireUser.ts'
import { readSettings, type SettingsParameters } from './readSettings.ts'

/** Creates the routes of the settings: all users read them, and administrators change them. */
export function createSettingsRoutes(parameters: SettingsParameters): Hono<UserVariables> {
  return new Hono<UserVariables>()
    .use(requireUser(parameters.store))
    .get('/', async (context) => context.json(await readSettings(parameters)))
    .put('/', async (context) => {
      if (!mayAdminister(context.var.user.role))
        throw new ApiError({ code: 'forbidden', message: 'Only administrators change the settings.' })
      await parameters.vendorSwitch.change(await readBody(context, settingsSchema))
      return context.json(await readSettings(parameters))
    })
}
