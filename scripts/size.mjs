import { isOver, measure, toTable } from './lib/budget.mjs'
import { readDist } from './lib/dist.mjs'
import { main } from './lib/stop.mjs'

/** `npm run size`: the built site's gzipped chunks against their budgets (lib/budget.mjs). */
await main(() => {
  const rows = measure(readDist())
  for (const line of toTable(rows)) console.log(line)
  return rows.some(isOver) ? 1 : 0
})
