import { whatomateApp } from '@crm-chat/vendors/endpoints'
import { type Call, defineRoute, type Route } from '../../server/routes/route.ts'
import { isPermitted } from './actor.ts'
import { paginate } from './paginate.ts'
import { forbidden, refuseWith, respondSuccess } from './respondSuccess.ts'
import { addTag, changeTag, deleteTag, getTag, isTagColor, listTags } from './storedTags.ts'
import type { Tag } from './tables.ts'
import { toTime } from './toContact.ts'

/** Tags that contacts may have. @see Whatomate, "Tags" */
export const tags: Route[] = [
  defineRoute({
    endpoint: whatomateApp.listTags,
    async handle(call) {
      const { account, context } = call
      if (!isPermitted(call, 'tags:read')) return call.refuse(forbidden)
      const { items, position } = paginate(context, await listTags(account.store, context.req.query('search')))
      return respondSuccess(call, { tags: items.map(toTag), ...position })
    },
  }),
  defineRoute({
    endpoint: whatomateApp.createTag,
    async handle(call) {
      const { account, body, refuse } = call
      if (!isPermitted(call, 'tags:write')) return refuse(forbidden)
      const { name, color } = body
      if (name === '') return refuse(refuseWith(400, 'name is required'))
      if (name.length > longestName) return refuse(nameTooLong)
      if (!isTagColor(color)) return refuse(unknownColor)
      const tag = await addTag(account.store, { name, color })
      return tag ? respondSuccess(call, toTag(tag)) : refuse(nameTaken)
    },
  }),
  defineRoute({
    endpoint: whatomateApp.updateTag,
    handle: (call) =>
      withTag(call, { permission: 'tags:write' }, async (tag) => {
        const { account, body, refuse } = call
        const name = body.name || tag.name
        const color = body.color || tag.color
        if (!isTagColor(color)) return refuse(unknownColor)
        if (name.length > longestName) return refuse(nameTooLong)
        const changed = await changeTag(account.store, { tag, name, color })
        return changed ? respondSuccess(call, toTag(changed)) : refuse(nameTaken)
      }),
  }),
  defineRoute({
    endpoint: whatomateApp.deleteTag,
    handle: (call) =>
      withTag(call, { permission: 'tags:delete' }, async (tag) => {
        await deleteTag(call.account.store, tag.name)
        return respondSuccess(call, { message: 'Tag deleted' })
      }),
  }),
]

/** Length of a name, at most. */
const longestName = 50

const nameTooLong = refuseWith(400, `name must be at most ${longestName} characters`)
const nameTaken = refuseWith(409, 'Tag with this name already exists')
const unknownColor = refuseWith(400, 'invalid color. Valid colors: blue, red, green, yellow, purple, gray')

async function withTag(
  call: Call<unknown, unknown>,
  { permission }: { permission: 'tags:write' | 'tags:delete' },
  handle: (tag: Tag) => Promise<Response>,
): Promise<Response> {
  if (!isPermitted(call, permission)) return call.refuse(forbidden)
  const tag = await getTag(call.account.store, call.context.req.param('name') ?? '')
  return tag ? handle(tag) : call.refuse(refuseWith(404, 'Tag not found'))
}

function toTag({ name, color, createdAt, updatedAt }: Tag) {
  return { name, color, created_at: toTime(createdAt), updated_at: toTime(updatedAt) }
}
