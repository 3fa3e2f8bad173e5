import { writeFileSync } from 'node:fs'

/** Writes the errors of a run that no test caught to the file named by STRAY_ERRORS: the report in JSON leaves them out. */
export default class StrayErrors {
  onTestRunEnd(_files, errors) {
    const told = errors.map((error) => ({
      file: error.VITEST_TEST_PATH,
      test: error.VITEST_TEST_NAME,
      text: error.stack ?? error.message ?? String(error),
    }))
    writeFileSync(process.env.STRAY_ERRORS, JSON.stringify(told))
  }
}
