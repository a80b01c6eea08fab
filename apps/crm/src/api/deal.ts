import * as z from 'zod/mini'
import { type BulkRequest, bulkIdsSchema, bulkRequestSchema } from './bulk.ts'
import { type LastMessage, lastMessageSchema } from './chat.ts'
import type { FieldProblem } from './fieldProblem.ts'
import { type Change, type Item, itemFields, versionSchema } from './item.ts'
import { flagSchema, type ListQuery, listQueryFields, type Page, pageSchema } from './page.ts'
import { idSchema, requiredLine } from './text.ts'

/** Stages of a deal, in order. The last two are closed. */
export const dealStages = ['new', 'qualified', 'proposal', 'negotiation', 'won', 'lost'] as const

/** A stage of a deal. */
export type DealStage = (typeof dealStages)[number]

/** Currencies of the demo. Totals are in the first one, the CRM's; amounts in others are shown as they are, never mixed. */
export const currencies = ['EUR', 'USD', 'GBP', 'AUD'] as const

/** A currency, by its ISO 4217 code. */
export type Currency = (typeof currencies)[number]

/** Returns true for a deal that is won or lost. */
export function isClosed(stage: DealStage): boolean {
  return stage === 'won' || stage === 'lost'
}

/** A sale. */
export interface Deal extends Item {
  title: string
  contactId: string
  /** Name of the contact. */
  contact: string
  companyId: string | null
  /** Name of the company, or empty. */
  company: string
  stage: DealStage
  /** In hundredths of the currency. */
  amountCents: number
  currency: Currency
  responsibleUserId: string
  /** Time at which it was won or lost; null for an open deal. */
  closedAt: number | null
  /** Time of its contact's first message without a reply; null if nobody waits. */
  waitingSince: number | null
  /** The latest message of its contact's chats. */
  lastMessage: LastMessage | null
}

const dealSchema: z.ZodMiniType<Deal> = z.object({
  ...itemFields,
  title: z.string(),
  contactId: z.string(),
  contact: z.string(),
  companyId: z.nullable(z.string()),
  company: z.string(),
  stage: z.enum(dealStages),
  amountCents: z.number(),
  currency: z.enum(currencies),
  responsibleUserId: z.string(),
  closedAt: z.nullable(z.number()),
  waitingSince: z.nullable(z.number()),
  lastMessage: z.nullable(lastMessageSchema),
})

/** Orders of `GET /api/deals`. `board` is that of the board: by stage, then as the cards lie. */
export const dealSorts = ['board', 'title', 'amount', 'createdAt', 'updatedAt'] as const

/** Query of `GET /api/deals`. A search looks in the title and the names of contact and company. */
export interface DealsQuery extends ListQuery {
  /** @default 'board' */
  sort?: (typeof dealSorts)[number] | undefined
  stage?: DealStage | undefined
  contactId?: string | undefined
  companyId?: string | undefined
  /** Only deals that are neither won nor lost. */
  open?: boolean | undefined
}

/** Schema of {@link DealsQuery}. */
export const dealsQuerySchema: z.ZodMiniType<DealsQuery> = z.object({
  ...listQueryFields,
  sort: z.optional(z.enum(dealSorts)),
  stage: z.optional(z.enum(dealStages)),
  contactId: z.optional(idSchema),
  companyId: z.optional(idSchema),
  open: flagSchema,
})

/** Response of `GET /api/deals`. */
export const dealsResponseSchema: z.ZodMiniType<Page<Deal>> = pageSchema(dealSchema)

/** Response of `GET`, `PATCH` and `DELETE /api/deals/:id`, its `/move` and `/restore`, and `POST /api/deals`. */
export const dealResponseSchema: z.ZodMiniType<{ deal: Deal }> = z.object({ deal: dealSchema })

/** An amount in one currency. */
export interface Sum {
  currency: Currency
  amountCents: number
}

/** A column of the board. */
export interface BoardStage {
  stage: DealStage
  /** The first deals. `next` is the `after` of `GET /api/deals?stage=…&sort=board` for more; `total` counts all of the stage. */
  deals: Page<Deal>
  /** The stage's amounts, one for each currency in it, the CRM's own first. */
  sums: Sum[]
}

/** Query of `GET /api/deals/board`. */
export type BoardQuery = Pick<DealsQuery, 'search' | 'ownerId' | 'limit'>

/** Schema of {@link BoardQuery}. */
export const boardQuerySchema: z.ZodMiniType<BoardQuery> = z.object({
  search: listQueryFields.search,
  ownerId: listQueryFields.ownerId,
  limit: listQueryFields.limit,
})

/** Response of `GET /api/deals/board`: all stages in their order. */
export const boardResponseSchema: z.ZodMiniType<{ stages: BoardStage[] }> = z.object({
  stages: z.array(
    z.object({
      stage: z.enum(dealStages),
      deals: pageSchema(dealSchema),
      sums: z.array(z.object({ currency: z.enum(currencies), amountCents: z.number() })),
    }),
  ),
})

/** Body of `POST /api/deals`. */
export interface NewDeal {
  title: string
  contactId: string
  /** @default the contact's company */
  companyId?: string | null | undefined
  /** @default 'new' */
  stage?: DealStage | undefined
  /** @default 0 */
  amountCents?: number | undefined
  /** @default 'EUR' */
  currency?: Currency | undefined
  /** Managers and administrators may choose another user. @default the user */
  responsibleUserId?: string | undefined
}

const amountProblem: FieldProblem = 'amount'

const dealInputFields = {
  companyId: z.optional(z.nullable(idSchema)),
  stage: z.optional(z.enum(dealStages)),
  amountCents: z.optional(
    z
      .number(amountProblem)
      .check(
        z.int(amountProblem),
        z.minimum(0, amountProblem),
        z.maximum(100_000_000_000, 'too_large' satisfies FieldProblem),
      ),
  ),
  currency: z.optional(z.enum(currencies)),
  responsibleUserId: z.optional(idSchema),
}

const title = requiredLine(150)

/** Schema of {@link NewDeal}. */
export const newDealSchema: z.ZodMiniType<NewDeal> = z.strictObject({
  title,
  contactId: z.string().check(z.minLength(1), z.maxLength(64)),
  ...dealInputFields,
})

/** Body of `PATCH /api/deals/:id`. Fields that are left out stay. A new stage puts the deal at the top of its column. */
export type DealChange = Change<NewDeal>

/** Schema of {@link DealChange}. */
export const dealChangeSchema: z.ZodMiniType<DealChange> = z.strictObject({
  version: versionSchema,
  title: z.optional(title),
  contactId: z.optional(idSchema),
  ...dealInputFields,
})

/** Body of `POST /api/deals/:id/move`: moves the card of a deal. */
export interface DealMove {
  version: number
  stage: DealStage
  /** Id of the deal directly above the new place; null for the top of the column. */
  afterId: string | null
}

/** Schema of {@link DealMove}. */
export const dealMoveSchema: z.ZodMiniType<DealMove> = z.strictObject({
  version: versionSchema,
  stage: z.enum(dealStages),
  afterId: z.nullable(idSchema),
})

/** Body of `POST /api/deals/bulk`. A new stage puts the deals at the top of its column, in the order of their ids. */
export type DealsBulkRequest = BulkRequest | { action: 'changeStage'; ids: string[]; stage: DealStage }

/** Schema of {@link DealsBulkRequest}. */
export const dealsBulkRequestSchema: z.ZodMiniType<DealsBulkRequest> = z.union([
  bulkRequestSchema,
  z.strictObject({ action: z.literal('changeStage'), ids: bulkIdsSchema, stage: z.enum(dealStages) }),
])
