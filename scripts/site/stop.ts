/** What the deployer can mend stops the build with its one line: no stack, and nothing of the bundler's around it. */
export function orStop<T>(check: () => T): T {
  try {
    return check()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    console.error(error.message)
    process.exit(1)
  }
}
