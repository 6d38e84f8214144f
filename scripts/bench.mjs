import { runBench } from './lib/bench.mjs'
import { main } from './lib/stop.mjs'

/** `npm run bench`: how fast and how light the page is, beside a floor and others; BENCHMARKS.md is written anew. */
await main(() => runBench('bench'))
