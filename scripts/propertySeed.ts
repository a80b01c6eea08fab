import fc from 'fast-check'

/** The same cases in every run, so that a red run is the change's doing; `pnpm test:deep` brings seeds of its own. */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_190_112) })
