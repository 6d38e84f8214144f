import { describe, expect, test } from 'vitest'
import { addUp, closingLine, fromPlaywright, fromVitest, ran, readResults } from './results.mjs'

const vitestReport = { numPassedTests: 7, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1, testResults: [] }

describe('the closing line', () => {
  test('adds up unit and e2e tests', () => {
    const e2e = fromPlaywright({ stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 } })
    expect(closingLine(addUp([fromVitest(vitestReport), e2e]))).toBe('10 passed, 1 failed, 2 skipped')
  })

  test('leaves skipped tests out when there are none', () => {
    expect(closingLine({ passed: 4, failed: 0, skipped: 0 })).toBe('4 passed, 0 failed')
  })

  test('a test file that could not be loaded has failed', () => {
    const broken = { status: 'failed', assertionResults: [] }
    expect(fromVitest({ ...vitestReport, testResults: [broken] }).failed).toBe(2)
  })

  test('a test that needed a further try has passed, an error outside of any test is a failure', () => {
    const stats = { expected: 1, unexpected: 1, flaky: 1, skipped: 0 }
    expect(fromPlaywright({ stats, errors: [{ message: 'no server' }] })).toMatchObject({
      passed: 2,
      failed: 2,
      skipped: 0,
    })
  })

  test('what failed is named: tests, files that could not be loaded, errors outside of any test', () => {
    const assertionResults = [
      { status: 'passed', fullName: 'book sorts' },
      { status: 'failed', fullName: 'book merges' },
    ]
    const broken = { name: 'tape.test.ts', status: 'failed', assertionResults: [] }
    const vitest = fromVitest({ ...vitestReport, testResults: [{ status: 'failed', assertionResults }, broken] })
    const specs = [
      { title: 'FIN', ok: false },
      { title: 'RST', ok: true },
    ]
    const suites = [{ title: 'faults.spec.ts', suites: [{ title: 'the link', specs }] }]
    const stats = { expected: 1, unexpected: 1, flaky: 0, skipped: 0 }
    expect(addUp([vitest, fromPlaywright({ stats, suites, errors: [{ message: 'no server' }] })]).failures).toEqual([
      'tape.test.ts',
      'book merges',
      'faults.spec.ts > the link > FIN',
      'no server',
    ])
  })

  test('a report that was never written counts nothing', () => {
    expect(ran(readResults('/nowhere/report.json', fromVitest))).toBe(0)
  })
})
