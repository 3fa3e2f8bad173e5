import fc from 'fast-check'

/** People of the test by place: see `people` in openWorld.ts. */
const who = fc.nat({ max: 7 })
const doc = fc.nat({ max: 2 })
/** Mostly those whose work it is, and now and then anybody. */
const mostly = (...people: number[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...people) }, { weight: 1, arbitrary: who })
const writer = mostly(0, 1)
const head = mostly(2, 3)
const voter = mostly(2, 3, 4, 5)

/** One act of somebody, or of the clock. */
export type Command =
  | {
      do: 'edit' | 'submit' | 'return' | 'refuse' | 'recall' | 'withdraw' | 'hold' | 'lift'
      who: number
      doc: number
    }
  | { do: 'vote'; who: number; doc: number; isLater: boolean }
  /** A vote whose transaction dies after everything was written. */
  | { do: 'crash'; who: number; doc: number }
  /** Two people at the same moment. */
  | { do: 'race'; who: number; other: number; doc: number }
  | { do: 'grant'; who: number; delegate: number; from: number; days: number }
  | { do: 'endMandate'; who: number; nth: number }
  | { do: 'bundle'; who: number }
  /** The clock moves on and fires what is due. */
  | { do: 'tick' }

const plain = (
  name: 'edit' | 'submit' | 'return' | 'refuse' | 'recall' | 'withdraw' | 'hold' | 'lift',
) =>
  fc.record({
    do: fc.constant(name),
    who: name === 'edit' || name === 'submit' ? writer : head,
    doc,
  })

/** A morning at the board; submitting and voting come up most. */
export const morning: fc.Arbitrary<Command[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: plain('edit') },
    { weight: 6, arbitrary: plain('submit') },
    { weight: 1, arbitrary: plain('return') },
    { weight: 1, arbitrary: plain('refuse') },
    { weight: 1, arbitrary: plain('recall') },
    { weight: 1, arbitrary: plain('withdraw') },
    { weight: 1, arbitrary: plain('hold') },
    { weight: 2, arbitrary: plain('lift') },
    {
      weight: 8,
      arbitrary: fc.record({
        do: fc.constant('vote' as const),
        who: voter,
        doc,
        isLater: fc.boolean(),
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('crash' as const), who: voter, doc }) },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('race' as const), who: voter, other: voter, doc }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('grant' as const),
        who: head,
        delegate: mostly(4, 5, 6),
        from: fc.integer({ min: -2, max: 1 }),
        days: fc.nat({ max: 4 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('endMandate' as const),
        who,
        nth: fc.nat({ max: 3 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('bundle' as const), who: head }) },
    { weight: 3, arbitrary: fc.constant({ do: 'tick' as const }) },
  ),
  { minLength: 25, maxLength: 50, size: 'max' },
)
