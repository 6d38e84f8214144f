/** An end the user can do something about: one plain line, no stack. */
export class Stop extends Error {}

/** Runs a script's main function; a Stop ends it with its one line and exit code 1. */
export async function main(run) {
  try {
    process.exitCode = (await run()) ?? 0
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
