/** SQL: a dispatch speaks to some of those its release was meant for: files that follow, or the end for those left out. */
export const isAddition = (d: string): string =>
  `(${d}.cause like 'forms/%' or ${d}.cause like '%/left-out')`
