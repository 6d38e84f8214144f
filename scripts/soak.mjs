import { runBench } from './lib/bench.mjs'
import { main } from './lib/stop.mjs'

/** `npm run soak -- --minutes 60`: whether the page stays the same for hours. */
await main(() => runBench('soak'))
