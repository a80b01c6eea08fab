import * as z from 'zod'
import { defineEndpoint } from '../../http/endpoint.ts'
import { confirmedSchema, listed, succeeded, textSchema, timeSchema } from './envelope.ts'

const tagSchema = z.looseObject({
  name: z.string(),
  /** A word: `blue`, `red`, `green`, `yellow`, `purple` or `gray`. */
  color: z.string(),
  created_at: timeSchema,
  updated_at: timeSchema,
})
const tagBodySchema = z.looseObject({ name: textSchema, color: textSchema })

/** Endpoint of the tags that contacts may have. */
export const listTagsEndpoint = defineEndpoint({
  operation: 'whatomate.listTags',
  method: 'GET',
  path: '/api/tags',
  summary: 'List the tags',
  response: { description: 'A page of tags.', schema: listed('tags', tagSchema) },
})

/** Endpoint that adds a tag. */
export const createTagEndpoint = defineEndpoint({
  operation: 'whatomate.createTag',
  method: 'POST',
  path: '/api/tags',
  summary: 'Add a tag',
  body: tagBodySchema,
  response: { description: 'The tag.', schema: succeeded(tagSchema) },
})

/** Endpoint that renames a tag, in contacts too, or changes its color. */
export const updateTagEndpoint = defineEndpoint({
  operation: 'whatomate.updateTag',
  method: 'PUT',
  path: '/api/tags/:name',
  summary: 'Rename a tag or change its color',
  body: tagBodySchema,
  response: { description: 'The tag.', schema: succeeded(tagSchema) },
})

/** Endpoint that deletes a tag, from contacts too. */
export const deleteTagEndpoint = defineEndpoint({
  operation: 'whatomate.deleteTag',
  method: 'DELETE',
  path: '/api/tags/:name',
  summary: 'Delete a tag',
  response: { description: 'A confirmation.', schema: confirmedSchema },
})
