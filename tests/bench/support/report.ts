/** One figure of a benchmark. `ratio` is ours ÷ the reference of the same run, oriented so that higher is better. */
export type Figure = {
  bench: string
  metric: string
  value: number
  unit: string
  reference: string
  ratio: number | null
}

const figures: Figure[] = []

/** Prints one figure as a line of JSON and keeps it for the table. */
export const report = (figure: Figure): void => {
  const { bench, metric, value, unit, reference, ratio } = figure
  const rounded = {
    bench,
    metric,
    value: round(value),
    unit,
    reference,
    ratio: ratio === null ? null : round(ratio),
  }
  figures.push(rounded)
  process.stdout.write(`${JSON.stringify(rounded)}\n`)
}

/** Prints every figure so far as a table for people. */
export const printTable = (): void => {
  const rows = figures.map((one) => [
    one.metric,
    `${one.value} ${one.unit}`,
    one.ratio === null ? '' : String(one.ratio),
    one.reference,
  ])
  const all = [['metric', 'ours', 'ratio', 'reference'], ...rows]
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...all.map((row) => row[column]?.length ?? 0)),
  )
  const lines = all.map((row) =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '),
  )
  process.stdout.write(`\n${lines.map((line) => line.trimEnd()).join('\n')}\n`)
}

const round = (value: number): number =>
  value >= 100 ? Math.round(value) : Number(value.toPrecision(3))
