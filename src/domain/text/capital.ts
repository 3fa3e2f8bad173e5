/** A text that stands alone begins with a capital: "khoản 2 Điều 12" is "Khoản 2 Điều 12". */
export const capital = (text: string): string =>
  text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
