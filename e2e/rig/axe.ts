/** The accessibility rules that a browser can check by itself. */
import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const source = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * What is wrong, a line an element. Through the debugger, since the site's policy takes no foreign script. `colours`: the
 * contrast alone, for a page that was checked already and has changed its looks.
 */
export async function findings(page: Page, what: 'everything' | 'colours' = 'everything'): Promise<string[]> {
  const runOnly = what === 'colours' ? ['color-contrast'] : TAGS
  await page.evaluate(`globalThis.axe ?? (() => { ${source} })()`)
  return page.evaluate<string[]>(`
    axe.run(document, { runOnly: ${JSON.stringify(runOnly)}, resultTypes: ['violations'] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ target, any, all, none }) =>
        id + ': ' + target.join(' ') + ' (' + [...any, ...all, ...none].map(({ message, relatedNodes }) =>
          [message, ...relatedNodes.map((other) => other.target.join(' '))].join(' ')).join('; ') + ')')))
  `)
}
