import type { Locator } from '@playwright/test'

/** A figure as it is shown, as a number. */
export const figure = (shown: string | null | undefined) => Number((shown ?? '').replaceAll(',', '').replace('−', '-'))

/** The rows drawn in a table, one record a row by the header over each cell; its totals are no row. One look at the page. */
export function records(table: Locator): Promise<Record<string, string>[]> {
  return table.evaluate((element) => {
    const text = (cell: Element) => cell.textContent ?? ''
    const headers = [...element.querySelectorAll('thead th')].map((head) => text(head).replace(/ [↓↑]$/, ''))
    const rows = [...element.querySelectorAll('tbody tr:not([aria-hidden])')]
    return rows.map((row) => {
      const cells = [...row.querySelectorAll('td')].map(text)
      return Object.fromEntries(headers.map((header, index) => [header, cells[index] ?? '']))
    })
  })
}
