import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { edited, mutants } from './mutants'
import { rows } from './rows'

const sourceOf = (file: string) => readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8')

describe('each build that is broken on purpose', () => {
  it.each(mutants)('$name: finds its places in the source, and changes them', ({ edits }) => {
    for (const edit of edits) expect(edited(sourceOf(edit.file), [edit])).toContain(edit.instead)
  })

  it.each(mutants)('$name: has rows that are to catch it', ({ rows: ids }) => {
    expect(ids).not.toHaveLength(0)
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining([...ids]))
  })

  it('ends its build when a place is gone, or stands twice', () => {
    const edit = { file: 'src/a.ts', fragment: 'age > 10', instead: 'false' }
    expect(edited('if (age > 10) die()', [edit])).toBe('if (false) die()')
    expect(() => edited('if (age > 11) die()', [edit])).toThrow('src/a.ts does not hold exactly one "age > 10"')
    expect(() => edited('age > 10 || age > 100', [edit])).toThrow('src/a.ts')
  })
})
