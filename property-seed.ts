import * as fc from 'fast-check'

// The gate draws the same cases each time, so that it judges the change and not the draw; `npm run fuzz` draws others.
fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 1) })
