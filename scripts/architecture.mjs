import { checkArrows } from './lib/arrows.mjs'
import { root } from './lib/root.mjs'
import { main } from './lib/stop.mjs'

/** `npm run architecture`: the arrows between the folders, by architecture.config.mjs. */
await main(async () => {
  const { wrong, files } = await checkArrows(root)
  for (const { file, line, rule, message } of wrong) console.log(`${file}:${line}  ${rule}  ${message}`)
  console.log(wrong.length === 0 ? `The arrows hold in ${files} files.` : `${wrong.length} wrong imports.`)
  return wrong.length === 0 ? 0 : 1
})
