import * as z from 'zod/mini'
import { type Change, type Item, itemFields, versionSchema } from './item.ts'
import { type ListQuery, listQueryFields, type Page, pageSchema } from './page.ts'
import { idSchema, line, requiredLine } from './text.ts'

/** A company. All users see all companies; the counts are of what the user may see. */
export interface Company extends Item {
  name: string
  /** Host and path without a scheme, e.g. `skargarden.example`, or empty. */
  website: string
  city: string
  /** E.g. `Hotels`, or empty. */
  industry: string
  responsibleUserId: string
  contactCount: number
  /** Deals that are neither won nor lost. */
  openDealCount: number
}

const companySchema: z.ZodMiniType<Company> = z.object({
  ...itemFields,
  name: z.string(),
  website: z.string(),
  city: z.string(),
  industry: z.string(),
  responsibleUserId: z.string(),
  contactCount: z.number(),
  openDealCount: z.number(),
})

/** Orders of `GET /api/companies`. */
export const companySorts = ['name', 'city', 'createdAt'] as const

/** Query of `GET /api/companies`. */
export interface CompaniesQuery extends ListQuery {
  /** @default 'name' */
  sort?: (typeof companySorts)[number] | undefined
}

/** Schema of {@link CompaniesQuery}. */
export const companiesQuerySchema: z.ZodMiniType<CompaniesQuery> = z.object({
  ...listQueryFields,
  sort: z.optional(z.enum(companySorts)),
})

/** Response of `GET /api/companies`. */
export const companiesResponseSchema: z.ZodMiniType<Page<Company>> = pageSchema(companySchema)

/** Response of `GET`, `PATCH` and `DELETE /api/companies/:id`, its `/restore`, and `POST /api/companies`. */
export const companyResponseSchema: z.ZodMiniType<{ company: Company }> = z.object({ company: companySchema })

/** Body of `POST /api/companies`. Two companies cannot have the same name. */
export interface NewCompany {
  name: string
  /** As typed: a scheme is removed. */
  website?: string | undefined
  city?: string | undefined
  industry?: string | undefined
  /** Managers and administrators may choose another user. @default the user */
  responsibleUserId?: string | undefined
}

const companyInputFields = {
  website: z.optional(line(200)),
  city: z.optional(line(150)),
  industry: z.optional(line(150)),
  responsibleUserId: z.optional(idSchema),
}

const name = requiredLine(150)

/** Schema of {@link NewCompany}. */
export const newCompanySchema: z.ZodMiniType<NewCompany> = z.strictObject({ name, ...companyInputFields })

/** Body of `PATCH /api/companies/:id`. Fields that are left out stay. */
export type CompanyChange = Change<NewCompany>

/** Schema of {@link CompanyChange}. */
export const companyChangeSchema: z.ZodMiniType<CompanyChange> = z.strictObject({
  version: versionSchema,
  name: z.optional(name),
  ...companyInputFields,
})
