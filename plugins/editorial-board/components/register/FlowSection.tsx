import type { Flow, FlowStep } from '#domain/board/flow.ts'
import { capital } from '#domain/text/capital.ts'
import { shortCitation } from '#domain/text/citation.ts'
import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import type { FlowLine } from '../../flow/readFlows.ts'
import { theOptions } from '../../options.ts'
import { FlowForm } from './FlowForm.tsx'
import type { RegisterWords } from './registerWords.ts'
import { flowWords } from './flowWords.ts'
import type { FlowWords } from './flowWords.ts'
import { sectionNames } from './sectionProps.ts'
import type { SectionProps } from './sectionProps.ts'

/** Which way items of each content type and section go at this board, and, for the head, how to change it. */
export const FlowSection = (props: SectionProps) => {
  const { register, words, kinds } = props
  const said = flowWords(props.language)
  const own = register.flows.filter((line) => line.category === null)
  return (
    <section aria-labelledby="quy-trinh" className="coloa-part">
      <h2 id="quy-trinh">{words.flows}</h2>
      <p>{said.flowsIntro}</p>
      <table className="coloa-table">
        <thead>
          <tr>
            <th scope="col">{said.columnKind}</th>
            <th scope="col">{said.columnFlow}</th>
            <th scope="col">{said.columnSteps}</th>
            <th scope="col">{said.columnSource}</th>
          </tr>
        </thead>
        <tbody>
          {alike(register.flows).map((lines) => (
            <Row {...props} key={keyOf(lines[0])} lines={lines} />
          ))}
        </tbody>
      </table>
      {register.may.setFlow ? (
        <FlowForm
          kinds={kinds.filter(([slug]) => own.some((line) => line.collection === slug))}
          log={register.board.logs[0] ?? register.board.board}
          ready={readyFor(register.flows)}
          sections={register.sections}
        />
      ) : null}
    </section>
  )
}

const Row = (props: SectionProps & { lines: readonly FlowLine[] }) => {
  const { words, language, register } = props
  const said = flowWords(language)
  const [first] = props.lines
  if (!first) return null
  const label = (line: FlowLine) =>
    line.collection === null
      ? said.allKinds
      : (props.kinds.find(([slug]) => slug === line.collection)?.[1] ?? line.collection)
  const general = register.flows.filter((line) => line.category === null)
  const isAll = first.category === null && props.lines.length === general.length
  return (
    <tr>
      <td data-label={said.columnKind}>
        <strong>{isAll ? said.allKinds : props.lines.map(label).join(', ')}</strong>
        {first.category === null ? null : <small>{sectionNames(register, [first.category])}</small>}
      </td>
      <td data-label={said.columnFlow}>
        {textOf(first.flow.name, language)}
        {first.flow.clause ? (
          <small>{capital(shortCitation(first.flow.clause, language))}</small>
        ) : null}
      </td>
      <td data-label={said.columnSteps}>
        <ol className="coloa-steps">
          {first.flow.steps.map((step) => (
            <li key={step.key}>
              {textOf(step.label, language)}
              <small>{stepText(step, words, said)}</small>
            </li>
          ))}
        </ol>
      </td>
      <td data-label={said.columnSource}>
        {first.own
          ? fill(said.flowOwn, {
              document: first.own.document,
              by: first.own.by,
              at: momentText(first.own.at, language),
            })
          : said.flowReady}
      </td>
    </tr>
  )
}

const stepText = (step: FlowStep, words: RegisterWords, said: FlowWords): string => {
  const actors = step.actors
    .map((one) => (one === 'supplier' ? words.actor_supplier : words[`role_${one}`]))
    .join(', ')
  return [
    fill(step.quorum === 1 ? said.quorumOne : said.quorumMany, { n: step.quorum, actors }),
    ...(step.headMust ? [said.headMust] : []),
    fill(said.limit, { n: step.limitHours }),
    ...(step.urgentHours ? [fill(said.urgent, { n: step.urgentHours })] : []),
    ...(step.when === 'editedByOthers' ? [said.whenEdited] : []),
  ].join('; ')
}

/** Content types whose items go the same way for the same reason stand in one row. */
const alike = (lines: readonly FlowLine[]): FlowLine[][] => {
  const groups = new Map<string, FlowLine[]>()
  for (const line of lines) groups.set(keyOf(line), [...(groups.get(keyOf(line)) ?? []), line])
  return [...groups.values()]
}

const keyOf = (line: FlowLine | undefined) =>
  JSON.stringify([line?.flow, line?.category, line?.own?.document, line?.own?.at])

/** Ready-made flows and those in force, each once: what a head may start from. */
const readyFor = (lines: readonly FlowLine[]): Flow[] => {
  const flows = new Map<string, Flow>()
  for (const flow of theOptions().readyFlows) flows.set(flow.code, flow)
  for (const { flow } of lines) if (!flows.has(flow.code)) flows.set(flow.code, flow)
  // That people approve their own work is for the city to allow, not for a board.
  return [...flows.values()].filter((flow) => flow.fourEyes !== 'none')
}

const textOf = (label: { vi: string; en: string }, language: string) =>
  language === 'en' ? label.en : label.vi
