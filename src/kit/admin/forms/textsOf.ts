/** What was typed in a field, trimmed; empty when it is not there. */
export const textOf = (data: FormData, name: string): string => {
  const value = data.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** All values of a field that may be chosen several times. */
export const textsOf = (data: FormData, name: string): string[] =>
  data.getAll(name).filter((one) => typeof one === 'string')
