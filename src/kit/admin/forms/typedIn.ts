type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** What is typed in the fields of an element; null when one is not valid: the browser then says so at the field. */
export const typedIn = (root: HTMLElement | null): FormData | null => {
  const data = new FormData()
  for (const field of root?.querySelectorAll<Field>('input[name], select[name], textarea[name]') ??
    []) {
    if (!field.reportValidity()) return null
    const isChoice =
      field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio')
    if (!isChoice || field.checked) data.append(field.name, field.value)
  }
  return data
}
