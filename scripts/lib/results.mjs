import { existsSync, readFileSync } from 'node:fs'

const NONE = { passed: 0, failed: 0, skipped: 0, failures: [] }

export function fromVitest(report) {
  // A file that can't be read has no tests, and yet it failed.
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const failedTests = report.testResults.flatMap((file) =>
    file.assertionResults.filter((one) => one.status === 'failed'),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: [...broken.map((file) => file.name), ...failedTests.map((one) => one.fullName)],
  }
}

/** A test that passed at a further try has passed: only the fault rows have one, since they measure times. */
export function fromPlaywright({ stats, suites = [], errors = [] }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    failures: [...suites.flatMap(failedSpecs), ...errors.map((error) => String(error.message))],
  }
}

function failedSpecs({ title, specs = [], suites = [] }) {
  const own = specs.filter((spec) => !spec.ok).map((spec) => spec.title)
  return [...own, ...suites.flatMap(failedSpecs)].map((name) => `${title} > ${name}`)
}

/** The counts of a reporter's file; none when the file was never written. */
export function readResults(path, read) {
  return existsSync(path) ? read(JSON.parse(readFileSync(path, 'utf8'))) : NONE
}

export function addUp(results) {
  return results.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
      failures: [...sum.failures, ...one.failures],
    }),
    NONE,
  )
}

export const ran = ({ passed, failed }) => passed + failed

export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
