import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import type { TestRow } from '../connection/readTests.ts'
import { testSteps } from '../connection/steps.ts'
import type { Words } from '../registryWords.ts'
import { testWords } from './testWords.ts'
import type { TestWords } from './testWords.ts'

const marks = { passed: '✓', failed: '✗', skipped: '–', running: '…', waiting: '·' } as const

/** The steps of a test with what each came to; those that are still to come wait at the end. */
export const StepTable = (props: { test: TestRow; words: Words; language: string }) => {
  const { test, words } = props
  const said = testWords(props.language)
  const done = new Map(test.steps.map((one) => [one.step, one]))
  const shown = test.endedAt === null ? testSteps : testSteps.filter((one) => done.has(one))
  const outcome = test.outcome ?? 'running'
  const running = testSteps[test.steps.length]
  return (
    <>
      <p className="coloa-parts">
        <strong className={outcome === 'failed' ? 'coloa-late' : undefined}>
          {words[`outcome_${outcome}`]}
        </strong>
        <span>
          {fill(said.testAt, {
            at: momentText(test.startedAt, props.language),
            by: test.startedBy ?? words.bySystem,
          })}
        </span>
      </p>
      {test.note && `note_${test.note}` in said ? (
        <p className="coloa-attention">{said[`note_${test.note}` as keyof TestWords]}</p>
      ) : null}
      {test.isCurrent ? null : <p className="coloa-attention">{said.testOld}</p>}
      {shown.length === 0 ? null : (
        <table className="coloa-table coloa-steps-table">
          <thead>
            <tr>
              <th scope="col">{said.column_outcome}</th>
              <th scope="col">{said.column_step}</th>
              <th scope="col">{said.column_detail}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((step) => {
              const one = done.get(step)
              const state = one?.outcome ?? (step === running ? 'running' : 'waiting')
              return (
                <tr key={step}>
                  <td
                    className={
                      state === 'failed'
                        ? 'coloa-late'
                        : state === 'passed'
                          ? 'coloa-good'
                          : undefined
                    }
                    data-label={said.column_outcome}
                  >
                    <strong>
                      <span aria-hidden="true">{marks[state]}</span> {words[`outcome_${state}`]}
                    </strong>
                  </td>
                  <td data-label={said.column_step}>{said[`step_${step}`]}</td>
                  <td data-label={said.column_detail}>
                    {one?.code ? said[`detail_${one.code}`] : null}
                    {one?.evidence ? (
                      <details>
                        <summary>{said.evidence}</summary>
                        <pre>{JSON.stringify(one.evidence, null, 1)}</pre>
                      </details>
                    ) : null}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </>
  )
}
