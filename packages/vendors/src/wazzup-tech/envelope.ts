import * as z from 'zod'

/** Every response of the partner API is `{data, meta:{timestamp}}`, the timestamp in Unix seconds; only `data` is of use. */
export function enveloped<Data>(data: z.ZodType<Data>): z.ZodType<Data> {
  const envelope: z.ZodType<{ data: Data }> = z.object({ data })
  return envelope.transform((answer) => answer.data)
}

/** Like {@link enveloped}, for one item: the vendor sends it alone in some places and as a list of one in others. */
export function envelopedOne<Item>(item: z.ZodType<Item>): z.ZodType<Item> {
  const listed: z.ZodType<[Item]> = z.tuple([item])
  return enveloped(z.union([listed.transform(([only]) => only), item]))
}

/** Like {@link enveloped}, for a list; a single item is read as a list of one. */
export function envelopedList<Item>(item: z.ZodType<Item>): z.ZodType<Item[]> {
  return enveloped(z.union([z.array(item), item.transform((only) => [only])]))
}
