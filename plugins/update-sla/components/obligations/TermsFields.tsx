'use client'
import type { Counting } from '#domain/calendar/duration.ts'
import type { Obligation, QuotaTerms, ReportTerms, WindowTerms } from '#domain/sla/obligation.ts'
import { FormField } from '#kit/admin/forms/FormField.tsx'
import { amountOf, durationUnits } from './durationFields.ts'
import type { RevisionWords } from './revisionWords.ts'

/** The terms of an obligation as fields, by its kind. */
export const TermsFields = (props: { definition: Obligation; words: RevisionWords }) => {
  const { definition: one, words } = props
  switch (one.kind) {
    case 'window':
      return <WindowFields one={one} words={words} />
    case 'quota':
      return <QuotaFields one={one} words={words} />
    case 'report':
      return <ReportFields one={one} words={words} />
    case 'deadline':
    case 'review':
      return <DurationFields counting={one.counting} one={one} words={words} />
  }
}

const WindowFields = ({ one, words }: { one: WindowTerms; words: RevisionWords }) => (
  <>
    <FormField kind="time" label={words.windowFrom} name="from" value={one.from} />
    <FormField kind="time" label={words.windowTo} name="to" value={one.to} />
    <FormField
      label={words.windowDays}
      name="days"
      options={[
        ['all', words.optionAllDays],
        ['working', words.optionWorkingDays],
      ]}
      value={one.days}
    />
    <FormField
      label={words.windowCounts}
      name="counts"
      options={[
        ['update', words.optionUpdates],
        ['publish', words.optionPublish],
      ]}
      value={!one.counts || one.counts.includes('update') ? 'update' : 'publish'}
    />
  </>
)

const QuotaFields = ({ one, words }: { one: QuotaTerms; words: RevisionWords }) => (
  <FormField
    kind="number"
    label={words.atLeast}
    min="1"
    name="atLeast"
    step="1"
    value={String(one.atLeast)}
  />
)

const ReportFields = ({ one, words }: { one: ReportTerms; words: RevisionWords }) => {
  const [month = '', day = ''] = one.dueOn.split('-')
  return (
    <>
      <FormField
        kind="number"
        label={words.dueDay}
        min="1"
        name="dueDay"
        step="1"
        value={String(Number(day))}
      />
      <FormField
        kind="number"
        label={words.dueMonth}
        min="1"
        name="dueMonth"
        step="1"
        value={String(Number(month))}
      />
      <FormField
        label={words.isInclusive}
        name="isInclusive"
        options={[
          ['yes', words.optionInclusive],
          ['no', words.optionExclusive],
        ]}
        value={one.isInclusive ? 'yes' : 'no'}
      />
    </>
  )
}

const DurationFields = (props: {
  one: Extract<Obligation, { kind: 'deadline' | 'review' }>
  counting: Counting
  words: RevisionWords
}) => {
  const { counting, words } = props
  const { unit, amount } = amountOf(props.one.duration)
  return (
    <>
      <FormField
        isOptional
        kind="number"
        label={words.amount}
        min="0"
        name="amount"
        step="1"
        value={amount}
      />
      <FormField
        label={words.unit}
        name="unit"
        options={durationUnits.map(([value, word]) => [value, words[word]] as const)}
        value={unit}
      />
      <FormField
        label={words.firstDay}
        name="firstDay"
        options={[
          ['next', words.optionNext],
          ['same', words.optionSame],
        ]}
        value={counting.firstDay}
      />
      <FormField
        label={words.until}
        name="until"
        options={[
          ['endOfWork', words.optionEndOfWork],
          ['endOfDay', words.optionEndOfDay],
          ['sameTime', words.optionSameTime],
        ]}
        value={counting.until}
      />
    </>
  )
}
