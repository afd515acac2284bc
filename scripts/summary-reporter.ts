import type { Reporter, TestCase, TestModule } from 'vitest/node'

const count = (tests: TestCase[], state: string) => tests.filter(test => test.result().state === state).length

/** After everything else: what was skipped and why, a line a project, and the closing line that scripts look for. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap(module => [...module.children.allTests()])
    const skipped = tests.filter(test => test.result().state === 'skipped')
    for (const test of skipped) {
      const result = test.result()
      const why = result.state === 'skipped' && result.note ? result.note : 'no reason given'
      console.log(`  skipped: ${test.fullName} (${why})`)
    }
    const byProject = Map.groupBy(tests, test => test.project.name)
    for (const [project, own] of byProject) {
      const files = new Set(own.map(test => test.module.moduleId)).size
      console.log(`  ${project}: ${count(own, 'passed')} of ${own.length} tests in ${files} files passed`)
    }
    if (byProject.has('unit') && byProject.has('browser')) {
      console.log(
        '  left to CI and `npm run screens`: journeys of the crew, and every screen in many sizes, languages, themes',
      )
    }
    // A file that could not even be loaded has no tests to count, and is a failure all the same.
    const broken = modules.filter(module => module.state() === 'failed' && module.errors().length > 0).length
    const failed = count(tests, 'failed') + broken
    console.log(`${count(tests, 'passed')} passed, ${failed} failed, ${skipped.length} skipped`)
  }
}
