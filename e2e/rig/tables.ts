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

/** The cards drawn in a list, one record a card by the names of its fields; its totals are a card too. One look at the page. */
export function cardRecords(list: Locator): Promise<Record<string, string>[]> {
  return list.evaluate((element) =>
    [...element.children].map((card) =>
      Object.fromEntries(
        [...card.querySelectorAll('dl > div')].map((pair) => [
          pair.querySelector('dt')?.textContent ?? '',
          pair.querySelector('dd')?.textContent ?? '',
        ]),
      ),
    ),
  )
}
