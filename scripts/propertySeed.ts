import fc from 'fast-check'

/** Fixes the cases of property tests, so that a failure comes from the change. `pnpm test:deep` uses random seeds. */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_190_112) })
